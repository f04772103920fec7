import type { Position } from "./ruleset.ts";

export type RuleProblem = { readonly at: Position } & (
  | { readonly kind: "yaml" | "shape" | "model"; readonly detail: string }
  | { readonly kind: "unknown-clause"; readonly clause: string; readonly nearest: string | null }
  | { readonly kind: "unknown-contact"; readonly contact: string; readonly known: readonly string[] }
  | {
      readonly kind: "twice";
      readonly what: "rule" | "clause" | "vocabulary";
      readonly id: string;
      readonly first: Position;
    }
  | { readonly kind: "no-ruleset"; readonly folder: string }
  | { readonly kind: "circular-vocabulary"; readonly vocabulary: string }
  | {
      readonly kind: "unknown-vocabulary";
      readonly vocabulary: string;
      readonly included: string;
      readonly nearest: string | null;
    }
);

/** `file:line:column: what, and what would be right`. */
export const describeProblem = (problem: RuleProblem): string => `${place(problem.at)}: ${detailOf(problem)}`;

export const place = (at: Position): string => `${at.file}:${at.line}:${at.column}`;

function detailOf(problem: RuleProblem): string {
  switch (problem.kind) {
    case "yaml":
    case "shape":
    case "model":
      return problem.detail;
    case "unknown-clause":
      return `clause ${problem.clause} is not in the policy${problem.nearest === null ? "" : `; did you mean ${problem.nearest}?`}`;
    case "unknown-contact":
      return `advice names {contact.${problem.contact}}, and ruleset.yaml has no such contact; it has ${problem.known.join(", ") || "none"}`;
    case "twice":
      return `the ${problem.what} ${problem.id} is there already, at ${place(problem.first)}; each needs an id of its own`;
    case "no-ruleset":
      return `there is no ruleset.yaml in ${problem.folder}: a rule set is a folder with one, and packs beside it`;
    case "circular-vocabulary":
      return `the vocabulary ${problem.vocabulary} includes itself`;
    case "unknown-vocabulary":
      return `${problem.vocabulary} includes ${problem.included}, which is no vocabulary${problem.nearest === null ? "" : `; did you mean ${problem.nearest}?`}`;
    default:
      return problem satisfies never;
  }
}

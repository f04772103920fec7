import type { Position } from "./ruleset.ts";

export type RuleProblem = { readonly at: Position } & (
  | { readonly kind: "yaml" | "shape" | "model" | "extends"; readonly detail: string }
  | {
      readonly kind: "unknown-clause";
      /** Whose clause it is not. */
      readonly of: string;
      readonly clause: string;
      readonly nearest: string | null;
    }
  | {
      readonly kind: "unknown-contact";
      readonly where: "message" | "advice";
      readonly contact: string;
      readonly nearest: string | null;
      readonly known: readonly string[];
    }
  | {
      readonly kind: "twice";
      readonly what: "rule" | "clause" | "vocabulary" | "data set";
      readonly id: string;
      readonly first: Position;
    }
  | { readonly kind: "no-ruleset"; readonly folder: string }
  | { readonly kind: "circular-vocabulary"; readonly trail: readonly string[] }
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
    case "extends":
      return problem.detail;
    case "unknown-clause":
      return `clause ${problem.clause} is not in ${problem.of}${problem.nearest === null ? "" : `; did you mean ${problem.nearest}?`}`;
    case "unknown-contact":
      return `${problem.where} names {contact.${problem.contact}}, and ruleset.yaml has no such contact; ${contactRemedy(problem)}`;
    case "twice":
      return `the ${problem.what} ${problem.id} is there already, at ${place(problem.first)}; each needs an id of its own`;
    case "no-ruleset":
      return `there is no ruleset.yaml in ${problem.folder}: a rule set is a folder with one, and packs beside it`;
    case "circular-vocabulary":
      return `the vocabulary ${problem.trail[0]} includes itself (${problem.trail.join(" → ")}); take one of these out`;
    case "unknown-vocabulary":
      return `${problem.vocabulary} includes ${problem.included}, which is no vocabulary${problem.nearest === null ? "" : `; did you mean ${problem.nearest}?`}`;
    default:
      return problem satisfies never;
  }
}

function contactRemedy({
  nearest,
  known,
}: {
  readonly nearest: string | null;
  readonly known: readonly string[];
}): string {
  if (nearest !== null) return `did you mean {contact.${nearest}}?`;
  return known.length === 0 ? "it has none: add it under contacts:" : `it has ${known.join(", ")}`;
}

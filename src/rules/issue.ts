import type { z } from "zod";
import { nearestName } from "./nearest.ts";

interface Sentence {
  readonly path: readonly PropertyKey[];
  readonly detail: string;
  /** Point at the key, not at its value. */
  readonly atKey: boolean;
}

/** What a zod issue says, in our words: what is wrong and what would be right. One for each unknown key. */
export function sentenceOfIssue(issue: z.core.$ZodIssue, root: unknown): readonly Sentence[] {
  const { path } = issue;
  switch (issue.code) {
    case "unrecognized_keys": {
      // Our schemas put their own keys into the message.
      const siblings = issue.message.startsWith("Unrecognized") ? [] : issue.message.split(", ");
      return issue.keys.map((key) => {
        const nearest = nearestName(key, siblings);
        const remedy =
          nearest !== null
            ? `did you mean ${nearest}?`
            : siblings.length > 0
              ? `expected one of ${siblings.join(", ")}`
              : "take it out";
        return { path: [...path, key], detail: `unknown key ${key}; ${remedy}`, atKey: true };
      });
    }
    case "invalid_type":
      return [
        one(
          path,
          valueAt(root, path) === undefined
            ? `${String(path.at(-1) ?? "the file")} is missing: expected ${wordFor(issue.expected)}`
            : `expected ${wordFor(issue.expected)}, found ${kindOf(valueAt(root, path))}${remedyFor(issue.expected, valueAt(root, path), path.length === 0)}`,
        ),
      ];
    case "invalid_value": {
      const written = valueAt(root, path);
      const values = issue.values.map(String);
      const nearest = typeof written === "string" ? nearestName(written, values) : null;
      const choices =
        values.length > 40 ? "expected a name that the rule set has" : `expected one of ${values.join(", ")}`;
      return [
        one(
          path,
          written === undefined
            ? `${String(path.at(-1))} is missing: ${choices}`
            : `“${String(written)}” is not known here; ${nearest === null ? choices : `did you mean ${nearest}?`}`,
        ),
      ];
    }
    case "invalid_key":
      return [{ path, detail: issue.issues[0]?.message ?? issue.message, atKey: true }];
    case "invalid_union":
      return unionSentences(issue, root);
    case "too_small":
      if (issue.origin !== "array" || !issue.message.startsWith("Too small")) return [one(path, issue.message)];
      return [one(path, `expected at least ${issue.minimum === 1 ? "one entry" : `${issue.minimum} entries`} here`)];
    default:
      return [one(path, issue.message.replace(/^Invalid input: /, ""))];
  }
}

/** The choice that got furthest says most about what was meant. */
function unionSentences(issue: z.core.$ZodIssueInvalidUnion, root: unknown): readonly Sentence[] {
  const depth = (issues: readonly z.core.$ZodIssue[]) =>
    Math.max(0, ...issues.map(({ path, code }) => path.length * 2 + (code === "invalid_type" ? 0 : 1)));
  const best = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0];
  if (best === undefined || best.length === 0) return [one(issue.path, "has a form that is not known here")];
  return best.flatMap((inner) =>
    sentenceOfIssue({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue, root),
  );
}

const one = (path: readonly PropertyKey[], detail: string): Sentence => ({ path, detail, atKey: false });

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value;
}

function wordFor(type: string): string {
  const words: Record<string, string> = {
    string: "text",
    array: "a list",
    object: "names with values (name: value)",
    boolean: "true or false",
    number: "a number",
    int: "a whole number",
    record: "names with values (name: value)",
  };
  return words[type] ?? type;
}

/** For what people write who do not know how YAML tells kinds apart; empty where there is nothing to add. */
function remedyFor(expected: string, found: unknown, isWholeFile: boolean): string {
  if (found === null) return "";
  if (expected === "array")
    return `; ${isWholeFile ? "" : "put [ ] around it, or "}begin each entry with a - and a space on a line of its own`;
  if (expected !== "string") return "";
  return typeof found === "object" && !Array.isArray(found)
    ? ", which a colon and a space make of it; put the text between quotation marks"
    : "; put it between quotation marks";
}

function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  return wordFor(typeof value);
}

import type * as Zod from "zod";
import { overlaps } from "../model/span.ts";
import type { Reach, Sighting } from "./detector.ts";

/** `within: sentence`, `clause`, `post` or `5 words`. */
export const reachSchema = (z: typeof Zod) =>
  z
    .string()
    .regex(
      /^(?:sentence|clause|post|[1-9]\d? words?)$/,
      "expected sentence, clause, post, or a number of words such as 5 words",
    );

export function parseReach(written: string, side: "before" | "after" | "either" = "either"): Reach {
  if (written === "post" || written === "sentence" || written === "clause") return { kind: written };
  return { kind: "words", words: Number.parseInt(written, 10), side };
}

/** Whether `other` stands within reach of `anchor`. What can't be pointed at is within reach of everything. */
export function isWithinReach(anchor: Sighting, other: Sighting, reach: Reach): boolean {
  if (reach.kind === "post" || anchor.sentence === null || other.sentence === null) return true;
  if (anchor.sentence !== other.sentence) return false;
  switch (reach.kind) {
    case "sentence":
      return true;
    case "clause":
      return anchor.sentence.clauses.some((clause) => overlaps(clause, anchor) && overlaps(clause, other));
    case "words":
      return isWithinWords(anchor, other, reach.words, reach.side);
  }
}

function isWithinWords(anchor: Sighting, other: Sighting, limit: number, side: "before" | "after" | "either"): boolean {
  if (overlaps(anchor, other)) return true;
  const before = other.end <= anchor.start;
  if ((before && side === "after") || (!before && side === "before")) return false;
  const [from, to] = before ? [other.end, anchor.start] : [anchor.end, other.start];
  const between = anchor.sentence!.words.filter((word) => word.start >= from && word.end <= to).length;
  return between < limit;
}

export const sayReach = (reach: Reach): string =>
  reach.kind === "words"
    ? `${reach.side === "either" ? "within" : reach.side} ${reach.words} words`
    : reach.kind === "post"
      ? "anywhere in the post"
      : `in the same ${reach.kind}`;

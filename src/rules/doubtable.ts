import type { FindSpec } from "../detectors/detector.ts";
import type { ResemblesSpec } from "../detectors/resembles.ts";
import type { RuleCard } from "../model/rule.ts";

/** The clauses for which the learned model may doubt what rules find, as the rules for its own opinion say. */
export const doubtfulClauses = (finds: readonly FindSpec[]): ReadonlySet<string> =>
  new Set(
    finds.flatMap((find) => (isResemblance(find) && find.resembles.doubts === true ? [find.resembles.clause] : [])),
  );

const isResemblance = (find: FindSpec): find is FindSpec & ResemblesSpec =>
  typeof find === "object" && "resembles" in find;

/**
 * Whether the learned model that a rule came with may doubt what it finds: a hint that rests on words alone. What is certain, or must
 * not be let through, or rests on what a model can't read (metadata, numbers, days) is none of its business.
 */
export const isDoubtable = (card: RuleCard, find: FindSpec, clauses: ReadonlySet<string>): boolean =>
  card.clause !== null &&
  clauses.has(card.clause) &&
  card.level !== "error" &&
  card.confidence !== "certain" &&
  !card.mask &&
  card.suppressible &&
  !card.learned &&
  restsOnWords(find);

const BEYOND_WORDS = ["identifier", "meta", "date", "limit", "calendar", "hold"];

function restsOnWords(find: unknown): boolean {
  if (typeof find !== "object" || find === null) return true;
  return Object.entries(find).every(([key, part]) => !BEYOND_WORDS.includes(key) && restsOnWords(part));
}

import type { FindSpec } from "../detectors/detector.ts";
import { detectorOf, findsIn } from "../detectors/finds.ts";
import type { ResemblesSpec } from "../detectors/resembles.ts";
import type { RuleCard } from "../model/rule.ts";

/** What the rules for a model's own opinions say of doubting others, by clause; a clause of which none speaks is not in it. */
export type Doubts = ReadonlyMap<string, boolean>;

export const doubtsIn = (finds: readonly FindSpec[]): Doubts =>
  new Map(
    finds.flatMap((find) => {
      if (!isResemblance(find) || find.resembles.doubts === undefined) return [];
      return [[find.resembles.clause, find.resembles.doubts] as const];
    }),
  );

const isResemblance = (find: FindSpec): find is FindSpec & ResemblesSpec =>
  typeof find === "object" && "resembles" in find;

/**
 * Whether the learned model that a rule came with may doubt what it finds: a warning that is not certain, rests on words alone, cites a
 * clause for which the model doubts and touches none for which it must not. What must not be let through, or rests on what a model
 * can't read (metadata, numbers, days, what is missing), is none of its business.
 */
export const isDoubtable = (card: RuleCard, finds: readonly FindSpec[], doubts: Doubts): boolean =>
  card.clause !== null &&
  doubts.get(card.clause) === true &&
  card.also.every((clause) => doubts.get(clause) !== false) &&
  card.level === "warning" &&
  card.confidence !== "certain" &&
  !card.mask &&
  card.suppressible &&
  !card.learned &&
  findsIn(finds).every((find) => detectorOf(find).restsOnWords);

import { UsageError } from "../config/errors.ts";
import { nearestRule } from "../config/nearest.ts";
import { isChosen, subjectsOf } from "../model/rule-choice.ts";
import type { Rule, RuleSet } from "../rules/ruleset.ts";

/** The rules that a person names: one by its id, a subject as `privacy/*`, or all as `*`. */
export async function chosenRules({ rules }: RuleSet, named: string): Promise<readonly Rule[]> {
  const chosen = rules.filter(({ card }) => isChosen(card.id, named));
  if (chosen.length > 0) return chosen;
  const ids = rules.map(({ card }) => card.id as string);
  const close = await nearestRule(named, [...ids, ...subjectsOf(ids)]);
  const hint =
    close === null
      ? "postlint rules list shows the rules; a subject is written as privacy/*, and * stands for all."
      : `Did you mean ${close}?`;
  throw new UsageError(`There is no rule "${named}".`, hint);
}

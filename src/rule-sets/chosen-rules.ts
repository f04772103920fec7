import { UsageError } from "../config/errors.ts";
import { nearest } from "../config/nearest.ts";
import type { Rule, RuleSet } from "../rules/ruleset.ts";

/** The rules that a person names: one by its id, a subject as `privacy/*`, or all as `*`. */
export async function chosenRules({ rules }: RuleSet, named: string): Promise<readonly Rule[]> {
  const chosen = rules.filter(
    ({ card }) => named === "*" || card.id === named || `${card.id.split("/")[0]}/*` === named,
  );
  if (chosen.length > 0) return chosen;
  const names = rules.flatMap(({ card }) => [card.id as string, `${card.id.split("/")[0]}/*`]);
  const close = (await nearest(named, names)) ?? names.find((name) => name.endsWith(`/${named}`));
  const hint =
    close === undefined
      ? "postlint rules list shows the rules; a subject is written as privacy/*, and * stands for all."
      : `Did you mean ${close}?`;
  throw new UsageError(`There is no rule "${named}".`, hint);
}

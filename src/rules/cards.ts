import { once } from "../model/once.ts";
import type { RuleCard } from "../model/rule.ts";
import type { RuleSet } from "./ruleset.ts";

/** What the rules of a set say of themselves, by id. Reading every card takes a moment, so it waits until the first is asked for. */
export interface RuleCards {
  readonly ids: readonly string[];
  cardOf(id: string): RuleCard | undefined;
}

export function ruleCards({ rules }: Pick<RuleSet, "rules">): RuleCards {
  const cards = once(() => new Map<string, RuleCard>(rules.map(({ card }) => [card.id, card])));
  return {
    get ids() {
      return [...cards().keys()];
    },
    cardOf: (id) => cards().get(id),
  };
}

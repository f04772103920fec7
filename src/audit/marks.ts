import { firstOf } from "../model/listing.ts";
import type { Rule } from "../rules/ruleset.ts";
import { readExample } from "./examples.ts";

/**
 * At most one sentence: the rules that mark the passage in some of their breaches and not in others, where it may have been forgotten.
 * A rule without any mark may look for what is no passage.
 */
export function unmarkedBreaches(rules: readonly Rule[]): readonly string[] {
  const ids = rules.filter(marksSome).map(({ card }) => card.id);
  if (ids.length === 0) return [];
  const they = ids.length === 1 ? "has a breach example" : "have breach examples";
  const named = ids.length === 1 ? ids[0] : `${ids.length} rules (${firstOf(ids)})`;
  return [
    `${named} ${they} without [[ ]] beside others with them: of those it is tried that something is found, and not where.`,
  ];
}

function marksSome({ examples, card }: Rule): boolean {
  const isMarked = examples.breach.map((example) => readExample(example, card.id).marked.length > 0);
  return isMarked.includes(true) && isMarked.includes(false);
}

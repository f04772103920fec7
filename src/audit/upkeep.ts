import type { RuleSet } from "../rules/ruleset.ts";
import { findsOf, vocabulariesIn } from "./finds.ts";
import type { Remark } from "./remark.ts";

/** Lists that are past their day. `asOf` is an ISO date. */
export const outOfDate = ({ vocabularies }: RuleSet, asOf: string): readonly Remark[] =>
  [...vocabularies].flatMap(([name, { validTo, source, at }]) =>
    validTo === null || validTo >= asOf
      ? []
      : [
          {
            at,
            says: `the vocabulary ${name} held until ${validTo}; look it up again${source === null ? "" : ` (${source})`} and give it a new valid_to`,
          },
        ],
  );

/** Vocabularies that no rule uses, by itself or through another that includes it. */
export function unusedVocabularies({ rules, vocabularies }: RuleSet): readonly Remark[] {
  const used = new Set<string>();
  const use = (name: string): void => {
    if (used.has(name)) return;
    used.add(name);
    vocabularies.get(name)?.includes.forEach(use);
  };
  rules.flatMap((rule) => vocabulariesIn(findsOf(rule))).forEach(use);
  return [...vocabularies]
    .filter(([name]) => !used.has(name))
    .map(([name, { at }]) => ({ at, says: `no rule uses the vocabulary ${name}; use it or take it out` }));
}

import { findsOfKind } from "../detectors/finds.ts";
import type { RuleSet, Vocabulary } from "../rules/ruleset.ts";
import { findsOf, vocabulariesIn } from "./finds.ts";
import type { Remark } from "./remark.ts";

/** Lists that are past their day. `asOf` is an ISO date. */
export const outOfDate = ({ vocabularies, data }: RuleSet, asOf: string): readonly Remark[] => [
  ...[...vocabularies].flatMap(([name, list]) => pastItsDay("vocabulary", name, list, asOf)),
  ...[...data].flatMap(([name, list]) => pastItsDay("data set", name, list, asOf)),
];

const pastItsDay = (
  what: string,
  name: string,
  { validTo, source, at }: Pick<Vocabulary, "validTo" | "source" | "at">,
  asOf: string,
): readonly Remark[] =>
  validTo === null || validTo >= asOf
    ? []
    : [
        {
          at,
          says: `the ${what} ${name} held until ${validTo}; look it up again${source === null ? "" : ` (${source})`} and give it a new valid_to`,
        },
      ];

/** Dated data that no rule asks. */
export function unusedData({ rules, data }: RuleSet): readonly Remark[] {
  const finds = rules.flatMap(findsOf);
  const asked = new Set([
    ...findsOfKind("meta", finds).map(({ meta }) => meta.during),
    ...findsOfKind("limit", finds).map(({ limit }) => limit),
  ]);
  return [...data]
    .filter(([name]) => !asked.has(name))
    .map(([name, { at }]) => ({ at, says: `no rule asks the data set ${name}; use it or take it out` }));
}

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

import type { FindSpec } from "../detectors/detector.ts";
import { findsOfKind } from "../detectors/finds.ts";
import { type Item, parsePhrase } from "../detectors/phrase/template.ts";
import type { Rule } from "../rules/ruleset.ts";

/** Everything in a rule that looks for something: its find, and what clears it. */
export const findsOf = (rule: Rule): readonly FindSpec[] => [rule.spec, ...rule.exceptionSpecs];

/** The regular expressions that finds hold, over copy and over metadata. */
export const expressionsIn = (finds: readonly FindSpec[]): readonly string[] => [
  ...findsOfKind("pattern", finds).map(({ pattern }) => pattern),
  ...findsOfKind("meta", finds).flatMap(({ meta: { matches, where } }) => [
    ...(matches === undefined ? [] : [matches]),
    ...Object.values(where ?? {}),
  ]),
];

/** The vocabularies that finds name, in phrases too. */
export const vocabulariesIn = (finds: readonly FindSpec[]): readonly string[] => [
  ...findsOfKind("vocabulary", finds).flatMap(({ vocabulary }) => vocabulary),
  ...findsOfKind("phrase", finds)
    .flatMap(({ phrase }) => phrase)
    .flatMap((template) => vocabulariesOfItems(parsePhrase(template))),
];

const vocabulariesOfItems = (items: readonly Item[]): readonly string[] =>
  items.flatMap((item) => {
    if (item.kind === "vocabulary") return [item.name];
    return item.kind === "choice" ? item.choices.flatMap(vocabulariesOfItems) : [];
  });

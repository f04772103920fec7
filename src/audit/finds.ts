import type { FindSpec } from "../detectors/detector.ts";
import { type Item, parsePhrase } from "../detectors/phrase/template.ts";
import type { Rule } from "../rules/ruleset.ts";

/** Everything in a rule that looks for something: its find, and what clears it. */
export const findsOf = (rule: Rule): readonly FindSpec[] => [rule.spec, ...rule.exceptionSpecs];

/** The values that a key has anywhere in finds, however deep; lists come apart. */
export const valuesOf = (key: string, finds: unknown): readonly unknown[] => {
  if (typeof finds !== "object" || finds === null) return [];
  return Object.entries(finds).flatMap(([name, value]) => (name === key ? [value].flat() : valuesOf(key, value)));
};

/** The regular expressions that finds hold, over copy and over metadata. */
export const expressionsIn = (finds: readonly FindSpec[]): readonly string[] =>
  [
    ...valuesOf("pattern", finds),
    ...valuesOf("matches", finds),
    ...valuesOf("where", finds).flatMap((byField) => Object.values(byField as Readonly<Record<string, string>>)),
  ].map(String);

/** The vocabularies that finds name, in phrases too. */
export const vocabulariesIn = (finds: readonly FindSpec[]): readonly string[] => [
  ...valuesOf("vocabulary", finds).map(String),
  ...valuesOf("phrase", finds).flatMap((template) => vocabulariesOfItems(parsePhrase(String(template)))),
];

const vocabulariesOfItems = (items: readonly Item[]): readonly string[] =>
  items.flatMap((item) => {
    if (item.kind === "vocabulary") return [item.name];
    return item.kind === "choice" ? item.choices.flatMap(vocabulariesOfItems) : [];
  });

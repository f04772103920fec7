import { nearestName } from "./nearest.ts";
import { type ParsedFile, placeOfKey, validated } from "./parsed-file.ts";
import type { RuleProblem } from "./problem.ts";
import type { Position } from "./ruleset.ts";
import { type VocabularyFile, vocabularyFileSchema } from "./schema.ts";
import type { VocabularyData } from "./vocabulary-data.ts";

/**
 * The vocabularies of these files together with those of the rule set that they extend. One of the same name takes the place of the
 * earlier; where it includes its own name, that means the words which the earlier had.
 */
export function vocabulariesOf(
  files: readonly ParsedFile[],
  earlier: Readonly<Record<string, VocabularyData>>,
  problems: RuleProblem[],
): Readonly<Record<string, VocabularyData>> {
  const places = new Map<string, Position>();
  const own: Record<string, VocabularyData> = {};
  for (const file of files) {
    for (const [name, entry] of Object.entries(validated<VocabularyFile>(file, vocabularyFileSchema, problems) ?? {})) {
      const at = placeOfKey(file, [name]);
      const first = places.get(name);
      if (first !== undefined) problems.push({ kind: "twice", what: "vocabulary", id: name, first, at });
      else {
        places.set(name, at);
        own[name] = onTopOf(earlier[name], name, dataOf(entry, at));
      }
    }
  }
  const together = { ...earlier, ...own };
  for (const [name, at] of places) problems.push(...mistakesInIncludes(name, together, at));
  return together;
}

const dataOf = (entry: VocabularyFile[string], at: Position): VocabularyData => ({
  describe: entry.describe,
  words: entry.words ?? [],
  includes: entry.includes ?? [],
  source: entry.source ?? null,
  validTo: entry.valid_to ?? null,
  at,
});

function onTopOf(earlier: VocabularyData | undefined, name: string, data: VocabularyData): VocabularyData {
  if (earlier === undefined || !data.includes.includes(name)) return data;
  const others = data.includes.filter((other) => other !== name);
  return { ...data, words: [...data.words, ...earlier.words], includes: [...others, ...earlier.includes] };
}

function mistakesInIncludes(
  name: string,
  all: Readonly<Record<string, VocabularyData>>,
  at: Position,
): readonly RuleProblem[] {
  const problems: RuleProblem[] = [];
  const follow = (current: string, trail: readonly string[]): void => {
    for (const other of all[current]!.includes) {
      if (other === name) problems.push({ kind: "circular-vocabulary", trail: [...trail, name], at });
      else if (Object.hasOwn(all, other) && !trail.includes(other)) follow(other, [...trail, other]);
    }
  };
  follow(name, [name]);
  const unknown = all[name]!.includes.filter((other) => !Object.hasOwn(all, other));
  const names = Object.keys(all);
  return [
    ...problems.slice(0, 1),
    ...unknown.map((included) => ({
      kind: "unknown-vocabulary" as const,
      vocabulary: name,
      included,
      nearest: nearestName(included, names),
      at,
    })),
  ];
}

import type { Vocabulary } from "./ruleset.ts";

/** As its file has it: the words of the lists that it includes are not among its own. */
export type VocabularyData = Vocabulary;

/** Every vocabulary with its own words and those of the lists that it includes, worked out when first asked for. */
export function withIncluded(data: Readonly<Record<string, VocabularyData>>): ReadonlyMap<string, Vocabulary> {
  const vocabularies = new Map<string, Vocabulary>();
  const wordsOf = ({ words, includes }: VocabularyData): readonly string[] =>
    includes.length === 0 ? words : [...words, ...includes.flatMap((name) => vocabularies.get(name)!.words)];
  for (const [name, entry] of Object.entries(data)) {
    const { describe, includes, source, validTo, at } = entry;
    let words: readonly string[] | undefined;
    vocabularies.set(name, {
      describe,
      get words() {
        words ??= [...new Set(wordsOf(entry))];
        return words;
      },
      includes,
      source,
      validTo,
      at,
    });
  }
  return vocabularies;
}

import { once } from "../model/once.ts";
import type { Vocabulary } from "./ruleset.ts";

/** As its file has it: the words of the lists that it includes are not among its own. */
export type VocabularyData = Vocabulary;

/**
 * Every vocabulary with its own words and those of the lists that it includes. Each is read, and its words are worked out, when it is
 * first asked for them.
 */
export function withIncluded(
  names: readonly string[],
  read: (name: string) => VocabularyData,
): ReadonlyMap<string, Vocabulary> {
  const vocabularies = new Map<string, Vocabulary>();
  for (const name of names) {
    const data = once(() => read(name));
    const words = once(() => {
      const included = data().includes.flatMap((other) => vocabularies.get(other)!.words);
      return [...new Set([...data().words, ...included])];
    });
    vocabularies.set(name, {
      get describe() {
        return data().describe;
      },
      get words() {
        return words();
      },
      get includes() {
        return data().includes;
      },
      get source() {
        return data().source;
      },
      get validTo() {
        return data().validTo;
      },
      get at() {
        return data().at;
      },
    });
  }
  return vocabularies;
}

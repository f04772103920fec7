import { formsOf } from "../prepare/inflect.ts";
import { wordTexts } from "../prepare/words.ts";

/**
 * The word sequences that a term stands for, words joined by single spaces. Its first and last word are taken in all their forms;
 * `=term` stands for itself only. "leave early" is also "left early", "protective marking" also "protective markings".
 */
export function sequencesOf(term: string): readonly string[] {
  const exact = term.startsWith("=");
  const words = wordTexts(exact ? term.slice(1) : term);
  if (words.length === 0) return [];
  if (exact) return [words.join(" ")];
  if (words.length === 1) return formsOf(words[0]!);
  const middle = words.slice(1, -1);
  return formsOf(words[0]!).flatMap((first) =>
    formsOf(words.at(-1)!).map((last) => [first, ...middle, last].join(" ")),
  );
}

export const literalsOf = (terms: readonly string[]): readonly string[] => terms.flatMap(sequencesOf);

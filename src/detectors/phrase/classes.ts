import type { PreparedCopy, Sentence } from "../../prepare/document.ts";
import { nameEnd } from "../../prepare/names.ts";
import { remembered } from "../../prepare/remembered.ts";
import { ALWAYS, type Clue, NEVER } from "../detector.ts";
import { bitOfWord } from "../word-bits.ts";

/** Words known by their form. `end` is the word position behind what begins at `at`, or `at` where nothing does. */
export interface WordClass {
  readonly clue: Clue;
  readonly end: (copy: PreparedCopy, at: number, limit: number) => number;
  /** At which words of a sentence it stands, as `bitOfWord` has it. */
  readonly starts: (sentence: Sentence) => number;
}

/** None tells a sentence by itself, so a phrase needs a word or a vocabulary beside it. */
export const classes = {
  name: wordClass(ALWAYS, nameEnd),
  number: wordClass({ ...NEVER, signs: ["digit"] }, ({ words }, at) => (/^\d+$/.test(words[at]!.text) ? at + 1 : at)),
  handle: wordClass({ ...NEVER, signs: ["at-sign"] }, ({ words }, at, limit) => {
    if (words[at]!.within !== "handle") return at;
    let end = at + 1;
    while (end < limit && words[end]!.within === "handle" && words[end]!.tight) end++;
    return end;
  }),
  any: { clue: ALWAYS, end: (_copy, at) => at + 1, starts: () => -1 },
} satisfies Record<string, WordClass>;

/** Where it stands is worked out once a sentence. */
function wordClass(clue: Clue, end: WordClass["end"]): WordClass {
  return {
    clue,
    end,
    starts: remembered(({ in: copy, firstWord, endWord }: Sentence) => {
      let starts = 0;
      for (let at = firstWord; at < endWord; at++) {
        if (end(copy, at, endWord) > at) starts |= bitOfWord(at - firstWord);
      }
      return starts;
    }),
  };
}

export type ClassName = keyof typeof classes;

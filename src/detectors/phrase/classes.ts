import type { PreparedCopy } from "../../prepare/document.ts";
import { nameEnd } from "../../prepare/names.ts";
import { ALWAYS, type Clue, NEVER } from "../detector.ts";

/** Words known by their form. `end` is the word position behind what begins at `at`, or `at` where nothing does. */
export interface WordClass {
  readonly clue: Clue;
  readonly end: (copy: PreparedCopy, at: number, limit: number) => number;
}

/** None tells a sentence by itself, so a phrase needs a word or a vocabulary beside it. */
export const classes = {
  name: { clue: ALWAYS, end: nameEnd },
  number: {
    clue: { ...NEVER, signs: ["digit"] },
    end: ({ words }, at) => (/^\d+$/.test(words[at]!.text) ? at + 1 : at),
  },
  handle: {
    clue: { ...NEVER, signs: ["at-sign"] },
    end: ({ words }, at, limit) => {
      if (words[at]!.within !== "handle") return at;
      let end = at + 1;
      while (end < limit && words[end]!.within === "handle" && words[end]!.tight) end++;
      return end;
    },
  },
  any: { clue: ALWAYS, end: (_copy, at) => at + 1 },
} satisfies Record<string, WordClass>;

export type ClassName = keyof typeof classes;

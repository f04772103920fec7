import type { PreparedCopy, Sentence } from "../prepare/document.ts";
import { remembered } from "../prepare/remembered.ts";

/**
 * The word lists of the rules, as evidence: what somebody put together because it tells something stands for words that no post has
 * shown yet. A list counts however the rule with it has judged.
 */
export interface WordLists {
  /** The lists of which something stands in the sentence, by their numbers, each once. */
  readonly standingIn: (sentence: Sentence) => readonly number[];
  /** The same in sets, by their numbers: a set is the lists that one sequence of words is in. A sentence may have a set twice. */
  readonly setsIn: (sentence: Sentence) => readonly number[];
  /** The number of each word of a copy, -1 for one in no list. */
  readonly numbersOf: (copy: PreparedCopy) => Int32Array;
  /** How many words have numbers. */
  readonly words: () => number;
  /** The sets. Another object when lists were added, for they have other numbers then, and so have words. */
  readonly sets: () => ListSets;
  /** The key of a list as a feature: the same list has the same key in every rule set. */
  readonly keyOf: (list: number) => number;
}

/** The lists of set n, by their numbers: `setLists` from `setAt[n]` to `setAt[n + 1]`. */
export interface ListSets {
  readonly setAt: ArrayLike<number>;
  readonly setLists: ArrayLike<number>;
}

const NO_SETS: ListSets = { setAt: [0], setLists: [] };

/** Of rules without words. */
export const NO_WORD_LISTS: WordLists = {
  standingIn: () => [],
  setsIn: () => [],
  numbersOf: remembered(({ words }: PreparedCopy) => new Int32Array(words.length).fill(-1)),
  words: () => 0,
  sets: () => NO_SETS,
  keyOf: () => 0,
};

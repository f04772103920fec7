import type { PreparedCopy, Sentence } from "../prepare/document.ts";
import type { Word } from "../prepare/words.ts";
import { type LexiconArrays, wordNumber } from "./lexicon-arrays.ts";

/**
 * All word lists of a rule set in one tree, so that one walk over a sentence says which lists stand in it, however many there are.
 * A list is known by its number, a node of the tree by its own; node 0 is the root.
 */
export interface Lexicon {
  /** The list of these terms. `key` names it among all lists of the rule set; `terms` is asked only where the list is new. */
  list(key: string, terms: () => readonly string[]): WordList;
  numbered(list: number): WordList;
  costOf(list: number): number;
  /** As they are when first asked for; lists that are added later make them anew. */
  arrays(): LexiconArrays;
  /** What the sentence holds. */
  reading(sentence: Sentence): Reading;
  /** The number of each word of the copy, -1 for those in no list. */
  numbersOf(copy: PreparedCopy): Int32Array;
}

/** The lists of which a sequence stands somewhere in a sentence, in links and hashtags too. */
export interface Reading {
  /** Ascending by where they first stand. */
  readonly lists: readonly number[];
  /** A bit for each list. */
  readonly bits: Uint32Array;
}

/** What a lexicon is made of; `number` may know of lists that the arrays have not taken in yet. */
export interface Lists {
  readonly number: (key: string, terms: () => readonly string[]) => number;
  readonly costOf: (list: number) => number;
  readonly arrays: () => LexiconArrays;
}

export function lexiconOf(lists: Lists): Lexicon {
  const byNumber: WordList[] = [];
  const numbers = new Keeper<PreparedCopy, Int32Array>();
  const readings = new Keeper<Sentence, Reading>();
  const lexicon: Lexicon = {
    list: (key, terms) => lexicon.numbered(lists.number(key, terms)),
    numbered: (number) => {
      byNumber[number] ??= new WordList(number, lexicon);
      return byNumber[number];
    },
    costOf: lists.costOf,
    arrays: lists.arrays,
    reading: (sentence) => {
      const arrays = lists.arrays();
      return readings.get(sentence, arrays) ?? readings.keep(sentence, arrays, readingOf(sentence, lexicon, arrays));
    },
    numbersOf: (copy) => {
      const arrays = lists.arrays();
      return numbers.get(copy, arrays) ?? numbers.keep(copy, arrays, numbersIn(copy, arrays));
    },
  };
  return lexicon;
}

/** Whether the bit of a list is set. */
export const holds = (bits: Uint32Array, list: number): boolean => (bits[list >>> 5]! & (1 << (list & 31))) !== 0;

/** Sequences of words that stand for one another: a vocabulary, the terms of a rule, each in all its forms. */
export class WordList {
  readonly number: number;
  readonly #lexicon: Lexicon;

  constructor(number: number, lexicon: Lexicon) {
    this.number = number;
    this.#lexicon = lexicon;
  }

  /** Whether one of them stands in the sentence, in a link or a hashtag too. */
  standsIn(sentence: Sentence): boolean {
    return holds(this.#lexicon.reading(sentence).bits, this.number);
  }

  /** How many sentences show it, roughly: the number of its sequences, common words weighing most. */
  get cost(): number {
    return this.#lexicon.costOf(this.number);
  }

  /** The word position behind the longest sequence of the list that begins at `at`; -1 where none does. Words between must be tight. */
  lastEndFrom(copy: PreparedCopy, at: number, limit: number, within: (word: Word) => boolean): number {
    let last = -1;
    this.visitEnds(copy, at, limit, within, (end) => {
      last = end;
    });
    return last;
  }

  /** As `lastEndFrom`, but every end is visited, shortest sequence first. */
  visitEnds(
    copy: PreparedCopy,
    at: number,
    limit: number,
    within: (word: Word) => boolean,
    visit: (end: number) => void,
  ): void {
    const { words } = copy;
    if (!within(words[at]!)) return;
    const arrays = this.#lexicon.arrays();
    const numbers = this.#lexicon.numbersOf(copy);
    let node = firstNode(arrays, numbers[at]!);
    for (let end = at + 1; node > 0; end++) {
      if (endsAt(arrays, node, this.number)) visit(end);
      if (end >= limit || !words[end]!.tight || !within(words[end]!)) return;
      node = nextNode(arrays, node, numbers[end]!);
    }
  }
}

/** Every sequence at every place is seen: a short one never hides a longer one, nor one of another list. */
function readingOf(sentence: Sentence, lexicon: Lexicon, arrays: LexiconArrays): Reading {
  const numbers = lexicon.numbersOf(sentence.in);
  const { words } = sentence.in;
  const { nodeListsAt, nodeLists } = arrays;
  const bits = new Uint32Array((arrays.lists + 31) >>> 5);
  const lists: number[] = [];
  const see = (node: number) => {
    for (let at = nodeListsAt[node]!; at < nodeListsAt[node + 1]!; at++) {
      const list = nodeLists[at]!;
      if (holds(bits, list)) continue;
      bits[list >>> 5]! |= 1 << (list & 31);
      lists.push(list);
    }
  };
  for (let at = sentence.firstWord; at < sentence.endWord; at++) {
    let node = firstNode(arrays, numbers[at]!);
    for (let next = at + 1; node > 0; next++) {
      see(node);
      if (next >= sentence.endWord || !words[next]!.tight) break;
      node = nextNode(arrays, node, numbers[next]!);
    }
  }
  // A pattern sees a hashtag as one word, whatever its capitals.
  for (const hashtag of sentence.hashtags) {
    const node = firstNode(arrays, wordNumber(arrays, hashtag));
    if (node > 0) see(node);
  }
  return { lists, bits };
}

function numbersIn({ words }: PreparedCopy, arrays: LexiconArrays): Int32Array {
  const numbers = new Int32Array(words.length);
  for (let at = 0; at < words.length; at++) numbers[at] = wordNumber(arrays, words[at]!.text);
  return numbers;
}

const firstNode = ({ rootNodes }: LexiconArrays, word: number): number => (word < 0 ? 0 : rootNodes[word]!);

/** The node that a word leads to from another; 0 where it leads to none. */
function nextNode({ edgeAt, edgeWords, edgeNodes }: LexiconArrays, node: number, word: number): number {
  if (word < 0) return 0;
  const at = indexIn(edgeWords, edgeAt[node]!, edgeAt[node + 1]!, word);
  return at < 0 ? 0 : edgeNodes[at]!;
}

const endsAt = ({ nodeListsAt, nodeLists }: LexiconArrays, node: number, list: number): boolean =>
  indexIn(nodeLists, nodeListsAt[node]!, nodeListsAt[node + 1]!, list) >= 0;

/** Where a number stands in an ascending stretch of an array; -1 where it does not. */
function indexIn(array: Int32Array, from: number, to: number, wanted: number): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const number = array[middle]!;
    if (number === wanted) return middle;
    if (number < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** What was worked out for a thing, as long as the arrays are the same: the last one at hand, the others behind it. */
class Keeper<K extends object, V> {
  #arrays: LexiconArrays | undefined;
  #last: K | undefined;
  #value: V | undefined;
  #others = new WeakMap<K, V>();

  get(thing: K, arrays: LexiconArrays): V | undefined {
    if (this.#arrays !== arrays) return undefined;
    return this.#last === thing ? this.#value : this.#others.get(thing);
  }

  keep(thing: K, arrays: LexiconArrays, value: V): V {
    if (this.#arrays !== arrays) this.#others = new WeakMap();
    this.#arrays = arrays;
    this.#last = thing;
    this.#value = value;
    this.#others.set(thing, value);
    return value;
  }
}

import { indexIn } from "../model/ascending.ts";
import type { Document, PreparedCopy, Sentence } from "../prepare/document.ts";
import { besideApostrophes, type Word } from "../prepare/words.ts";
import { type LexiconArrays, wordNumber } from "./lexicon-arrays.ts";
import { PostReading } from "./post-reading.ts";
import { KeptBits, Reading } from "./reading.ts";
import { bitOfWord } from "./word-bits.ts";

/**
 * All word lists of a rule set in one graph, so that one walk over a sentence says which lists stand in it, however many there are.
 * A list is known by its number.
 */
export interface Lexicon {
  /** The list of these terms. `key` names it among all lists of the rule set; `terms` is asked only where the list is new. */
  list(key: string, terms: () => readonly string[]): WordList;
  numbered(list: number): WordList;
  costOf(list: number): number;
  /** Of the list's key: the same list has the same in every rule set. */
  hashOf(list: number): number;
  /** As they are when first asked for; lists that are added later make them anew. */
  arrays(): LexiconArrays;
  /** What the sentence holds. */
  reading(sentence: Sentence): Reading;
  /** What its sentences hold together, until another post is asked about. */
  postReading(document: Document): PostReading;
  /** The number of each word of the copy, -1 for those in no list. */
  numbersOf(copy: PreparedCopy): Int32Array;
}

/** What a lexicon is made of; `number` may know of lists that the arrays have not taken in yet. */
export interface Lists {
  readonly number: (key: string, terms: () => readonly string[]) => number;
  readonly costOf: (list: number) => number;
  readonly hashOf: (list: number) => number;
  readonly arrays: () => LexiconArrays;
}

export function lexiconOf(lists: Lists): Lexicon {
  const byNumber: WordList[] = [];
  let kept = new KeptBits(0);
  let post = new PostReading(0);
  let last: { readonly sentence: Sentence; readonly arrays: LexiconArrays; readonly reading: Reading } | undefined;
  let lastCopy:
    | { readonly copy: PreparedCopy; readonly arrays: LexiconArrays; readonly numbers: Int32Array }
    | undefined;
  const lexicon: Lexicon = {
    list: (key, terms) => lexicon.numbered(lists.number(key, terms)),
    numbered: (number) => {
      byNumber[number] ??= new WordList(number, lexicon);
      return byNumber[number];
    },
    costOf: lists.costOf,
    hashOf: lists.hashOf,
    arrays: lists.arrays,
    reading: (sentence) => {
      const arrays = lists.arrays();
      if (last?.sentence === sentence && last.arrays === arrays) return last.reading;
      if (kept.size < arrays.lists) kept = new KeptBits(arrays.lists);
      let reading = sentence.known.get(arrays) as Reading | undefined;
      if (reading === undefined) {
        reading = readingOf(sentence, lexicon.numbersOf(sentence.in), arrays, kept);
        sentence.known.set(arrays, reading);
      }
      last = { sentence, arrays, reading };
      return reading;
    },
    postReading: (document) => {
      const { lists: size } = lists.arrays();
      if (post.size < size) post = new PostReading(size);
      post.read(document, lexicon.reading);
      return post;
    },
    numbersOf: (copy) => {
      const arrays = lists.arrays();
      if (lastCopy?.copy === copy && lastCopy.arrays === arrays) return lastCopy.numbers;
      let numbers = copy.known.get(arrays) as Int32Array | undefined;
      if (numbers === undefined) {
        numbers = numbersIn(copy, arrays);
        copy.known.set(arrays, numbers);
      }
      lastCopy = { copy, arrays, numbers };
      return numbers;
    },
  };
  return lexicon;
}

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
    return this.#lexicon.reading(sentence).has(this.number);
  }

  /** At which words of the sentence one of them begins, as `bitOfWord` has it, in a link or a hashtag too. */
  startsIn(sentence: Sentence): number {
    return this.#lexicon.reading(sentence).startsOf(this.number);
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
function readingOf(sentence: Sentence, numbers: Int32Array, arrays: LexiconArrays, kept: KeptBits): Reading {
  const { words } = sentence.in;
  const reading = new Reading(arrays, kept);
  for (let at = sentence.firstWord; at < sentence.endWord; at++) {
    const bit = bitOfWord(at - sentence.firstWord);
    let node = firstNode(arrays, numbers[at]!);
    for (let next = at + 1; node > 0; next++) {
      addSet(reading, arrays, node, bit);
      if (next >= sentence.endWord || !words[next]!.tight) break;
      node = nextNode(arrays, node, numbers[next]!);
    }
  }
  // A pattern sees a hashtag as one word, whatever its capitals.
  for (const hashtag of sentence.hashtags) {
    const node = firstNode(arrays, wordNumber(arrays, hashtag));
    if (node > 0) addSet(reading, arrays, node, 0);
    if (hashtag.includes("_")) addOthers(reading, arrays, hashtag.split("_"));
  }
  addOthers(reading, arrays, besideApostrophes(words, sentence.firstWord, sentence.endWord));
  return reading;
}

/** Words that a pattern may see where the text is cut otherwise. */
function addOthers(reading: Reading, arrays: LexiconArrays, words: readonly string[]): void {
  for (const word of words) {
    const node = firstNode(arrays, wordNumber(arrays, word));
    if (node > 0) reading.addOther(arrays.nodeSets[node]!);
  }
}

/** Nodes in the middle of a sequence have a set of no lists. */
function addSet(reading: Reading, { nodeSets, setAt }: LexiconArrays, node: number, bit: number): void {
  const set = nodeSets[node]!;
  if (setAt[set] !== setAt[set + 1]) reading.addSet(set, bit);
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

function endsAt({ nodeSets, setAt, setLists }: LexiconArrays, node: number, list: number): boolean {
  const set = nodeSets[node]!;
  return indexIn(setLists, setAt[set]!, setAt[set + 1]!, list) >= 0;
}

import { indexIn } from "../model/ascending.ts";
import type { LexiconArrays } from "./lexicon-arrays.ts";

/**
 * The lists of which a sequence stands somewhere in a sentence, in links and hashtags too. A sentence of ten words shows some six hundred,
 * most of which nobody asks for: they stay in their sets, and a bit for each tells those that are not there.
 */
export class Reading {
  /** The sets of lists that stand in the sentence, by their numbers: one for every place where they do. */
  readonly sets: number[] = [];
  /** Sets of words that only a pattern may see: lists of theirs stand in the sentence, too, and begin at no word. */
  readonly others: number[] = [];
  /** For each of `sets` at which word: see `bitOfWord`. None for what stands only in a hashtag read as one word. */
  readonly #places: number[] = [];
  readonly #arrays: LexiconArrays;
  readonly #kept: KeptBits;
  /** Which of the bits it had last. */
  slot = 0;

  constructor(arrays: LexiconArrays, kept: KeptBits) {
    this.#arrays = arrays;
    this.#kept = kept;
  }

  /** Each once, in the order in which they first stand. */
  get lists(): readonly number[] {
    return [...new Set(this.sets.flatMap((set) => Array.from(listsOf(this.#arrays, set))))];
  }

  /** A bit for each list: see `hasBit`. They are the reading's until as many others were asked as `KeptBits` has. */
  get bits(): Bits {
    return this.#kept.of(this);
  }

  has(list: number): boolean {
    return hasBit(this.#kept.of(this), list);
  }

  /** At which words sequences of the list begin, whatever these words stand in: see `bitOfWord`. */
  startsOf(list: number): number {
    if (!this.has(list)) return 0;
    const { setAt, setLists } = this.#arrays;
    let starts = 0;
    for (let at = 0; at < this.sets.length; at++) {
      const set = this.sets[at]!;
      if (indexIn(setLists, setAt[set]!, setAt[set + 1]!, list) >= 0) starts |= this.#places[at]!;
    }
    return starts;
  }

  /** Adds a set whose sequences begin at a word with this bit. */
  addSet(set: number, bit: number): void {
    this.sets.push(set);
    this.#places.push(bit);
    this.mark(this.#kept.of(this), set);
  }

  addOther(set: number): void {
    this.others.push(set);
    this.mark(this.#kept.of(this), set);
  }

  mark(bits: Bits, set: number): void {
    const { setAt, setLists } = this.#arrays;
    for (let at = setAt[set]!; at < setAt[set + 1]!; at++) {
      const list = setLists[at]!;
      bits[list >> 5]! |= 1 << (list & 31);
    }
  }
}

const listsOf = ({ setAt, setLists }: LexiconArrays, set: number) => setLists.subarray(setAt[set]!, setAt[set + 1]!);

/** A bit for each list, 32 to a number: so few bytes that they stay in the processor's nearest cache. */
export type Bits = Int32Array;

export const bitsFor = (lists: number): Bits => new Int32Array((lists + 31) >> 5);
export const hasBit = (bits: Bits, list: number): boolean => (bits[list >> 5]! & (1 << (list & 31))) !== 0;

/** The bits of the readings that were asked last. A reading whose bits went to another gets new ones, filled from its sets. */
export class KeptBits {
  /** How many lists there are. */
  readonly size: number;
  readonly #kept: { owner: Reading | null; readonly bits: Bits }[];
  #next = 0;

  constructor(size: number) {
    this.size = size;
    this.#kept = Array.from({ length: KEPT }, () => ({ owner: null, bits: bitsFor(size) }));
  }

  of(reading: Reading): Bits {
    const kept = this.#kept[reading.slot]!;
    return kept.owner === reading ? kept.bits : this.#given(reading);
  }

  #given(reading: Reading): Bits {
    const kept = this.#kept[this.#next]!;
    reading.slot = this.#next;
    this.#next = (this.#next + 1) % KEPT;
    kept.owner = reading;
    kept.bits.fill(0);
    for (const set of reading.sets) reading.mark(kept.bits, set);
    for (const set of reading.others) reading.mark(kept.bits, set);
    return kept.bits;
  }
}

/** More sentences than most posts have. */
const KEPT = 32;

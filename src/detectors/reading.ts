import type { Numbers } from "./lexicon-arrays.ts";

/** The lists of which a sequence stands somewhere in a sentence, in links and hashtags too. */
export class Reading {
  /** In the order in which they first stand. */
  readonly lists: number[] = [];
  /** The sets of lists that it was made of, by their numbers. */
  readonly sets: number[] = [];
  /** Which of the bit sets it had last. */
  slot = 0;
  readonly #bits: BitSets;

  constructor(bits: BitSets) {
    this.#bits = bits;
  }

  has(list: number): boolean {
    return (this.#bits.of(this)[list >>> 5]! & (1 << (list & 31))) !== 0;
  }

  /** Adds a set of lists: a stretch of an array of all sets. */
  addSet(set: number, lists: Numbers, from: number, to: number): void {
    if (from === to) return;
    this.sets.push(set);
    const bits = this.#bits.of(this);
    for (let at = from; at < to; at++) {
      const list = lists[at]!;
      const bit = 1 << (list & 31);
      if ((bits[list >>> 5]! & bit) !== 0) continue;
      bits[list >>> 5]! |= bit;
      this.lists.push(list);
    }
  }
}

/**
 * A bit for each list, for the readings that were asked last: one for every sentence would take more memory than the posts.
 * A reading whose set went to another gets a new one, filled from its lists.
 */
export class BitSets {
  /** How many lists there are. */
  readonly size: number;
  readonly #sets: { owner: Reading | null; readonly bits: Uint32Array }[];
  #next = 0;

  constructor(size: number) {
    this.size = size;
    this.#sets = Array.from({ length: KEPT }, () => ({ owner: null, bits: new Uint32Array((size + 31) >>> 5) }));
  }

  of(reading: Reading): Uint32Array {
    const set = this.#sets[reading.slot]!;
    return set.owner === reading ? set.bits : this.#given(reading);
  }

  #given(reading: Reading): Uint32Array {
    const set = this.#sets[this.#next]!;
    reading.slot = this.#next;
    this.#next = (this.#next + 1) % KEPT;
    set.owner = reading;
    set.bits.fill(0);
    for (const list of reading.lists) set.bits[list >>> 5]! |= 1 << (list & 31);
    return set.bits;
  }
}

/** More sentences than most posts have. */
const KEPT = 32;

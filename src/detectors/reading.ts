import type { Numbers } from "./lexicon-arrays.ts";

/** The lists of which a sequence stands somewhere in a sentence, in links and hashtags too. */
export class Reading {
  /** In the order in which they first stand. */
  readonly lists: number[] = [];
  /** The set that it had last. */
  set = 0;
  readonly #sets: BitSets;

  constructor(sets: BitSets) {
    this.#sets = sets;
  }

  has(list: number): boolean {
    return (this.#sets.of(this)[list >>> 5]! & (1 << (list & 31))) !== 0;
  }

  /** Adds a stretch of an array of lists. */
  addAll(lists: Numbers, from: number, to: number): void {
    const bits = this.#sets.of(this);
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
    const set = this.#sets[reading.set]!;
    return set.owner === reading ? set.bits : this.#given(reading);
  }

  #given(reading: Reading): Uint32Array {
    const set = this.#sets[this.#next]!;
    reading.set = this.#next;
    this.#next = (this.#next + 1) % KEPT;
    set.owner = reading;
    set.bits.fill(0);
    for (const list of reading.lists) set.bits[list >>> 5]! |= 1 << (list & 31);
    return set.bits;
  }
}

/** More sentences than most posts have. */
const KEPT = 32;

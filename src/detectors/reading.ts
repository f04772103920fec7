import type { Numbers } from "./lexicon-arrays.ts";

/** The lists of which a sequence stands somewhere in a sentence, in links and hashtags too. */
export class Reading {
  /** In the order in which they first stand. */
  readonly lists: number[] = [];
  /** For each of `lists`, at which words its sequences begin: see `bitOfWord`. None for what stands only in a hashtag read as one word. */
  readonly starts: number[] = [];
  /** The sets of lists that it was made of, by their numbers. */
  readonly sets: number[] = [];
  /** Which of the indexes it had last. */
  slot = 0;
  readonly #indexes: Indexes;

  constructor(indexes: Indexes) {
    this.#indexes = indexes;
  }

  has(list: number): boolean {
    return this.#indexes.of(this)[list]! > 0;
  }

  /** At which words sequences of the list begin, whatever these words stand in: see `bitOfWord`. */
  startsOf(list: number): number {
    const index = this.#indexes.of(this)[list]!;
    return index > 0 ? this.starts[index - 1]! : 0;
  }

  /** Adds a set of lists, a stretch of an array of all sets, whose sequences begin at a word with this bit. */
  addSet(set: number, bit: number, lists: Numbers, from: number, to: number): void {
    if (from === to) return;
    this.sets.push(set);
    const indexes = this.#indexes.of(this);
    for (let at = from; at < to; at++) {
      const list = lists[at]!;
      const index = indexes[list]!;
      if (index !== 0) {
        this.starts[index - 1]! |= bit;
        continue;
      }
      indexes[list] = this.lists.push(list);
      this.starts.push(bit);
    }
  }
}

type Places = Uint16Array | Uint32Array;

/**
 * For each list its place in a reading, from 1 on, or 0, for the readings that were asked last: one for every sentence would take more
 * memory than the posts. A reading whose indexes went to another gets new ones, filled from its lists.
 */
export class Indexes {
  /** How many lists there are. */
  readonly size: number;
  readonly #kept: { owner: Reading | null; readonly indexes: Places }[];
  #next = 0;

  constructor(size: number) {
    this.size = size;
    this.#kept = Array.from({ length: KEPT }, () => ({
      owner: null,
      indexes: new (size < 2 ** 16 ? Uint16Array : Uint32Array)(size),
    }));
  }

  of(reading: Reading): Places {
    const kept = this.#kept[reading.slot]!;
    return kept.owner === reading ? kept.indexes : this.#given(reading);
  }

  #given(reading: Reading): Places {
    const kept = this.#kept[this.#next]!;
    const { indexes } = kept;
    for (const list of kept.owner?.lists ?? []) indexes[list] = 0;
    reading.slot = this.#next;
    this.#next = (this.#next + 1) % KEPT;
    kept.owner = reading;
    reading.lists.forEach((list, index) => {
      indexes[list] = index + 1;
    });
    return indexes;
  }
}

/** More sentences than most posts have. */
const KEPT = 32;

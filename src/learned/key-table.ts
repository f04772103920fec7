/** In bits, a power of two: of a model's keys one in twenty falls where another has set the bit. */
const MARKS = 2 ** 20;

/**
 * Where keys stand among the keys of a model, for long runs: it takes as long to make as some hundred posts to read, and then spares half
 * of that. What costs is memory that must be fetched, so one look at the marks refuses most of what is no key, and one at the slots finds
 * most of what is.
 */
export class KeyTable {
  /** Bits that are set where a key is. */
  readonly #marks = new Int32Array(MARKS / 32);
  /** Open addressing by the lower bits: a key, and its index + 1 or 0 for an empty slot. */
  readonly #slots: Int32Array;
  readonly #mask: number;

  /** `keys` are spread evenly, being hashes; none of them is 0, and 0 must not be looked for. */
  constructor(keys: Int32Array) {
    const slots = 2 ** Math.ceil(Math.log2(2 * keys.length + 2));
    this.#slots = new Int32Array(2 * slots);
    this.#mask = slots - 1;
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index]!;
      this.#marks[(key & (MARKS - 1)) >>> 5]! |= 1 << key;
      let slot = key & this.#mask;
      while (this.#slots[2 * slot + 1] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[2 * slot] = key;
      this.#slots[2 * slot + 1] = index + 1;
    }
  }

  /**
   * Writes the indexes of the first `length` keys that are in the model into `found`, which has as much room, and answers with how many
   * they are; `keys` is overwritten. What is far away in memory is fetched in loops without a branch: the machine then fetches many at
   * a time, where it would wait for each in turn.
   */
  find(keys: Int32Array, length: number, found: Int32Array): number {
    const left = this.#find(keys, this.#sift(keys, length), found);
    let count = left.found;
    for (let place = 0; place < left.others; place++) {
      const index = this.indexOf(keys[place]!);
      if (index >= 0) found[count++] = index;
    }
    return count;
  }

  /** Moves the keys that may be in the model to the beginning; answers with how many they are. */
  #sift(keys: Int32Array, length: number): number {
    const marks = this.#marks;
    let count = 0;
    for (let place = 0; place < length; place++) {
      const key = keys[place]!;
      keys[count] = key;
      count += (marks[(key & (MARKS - 1)) >>> 5]! >>> key) & 1;
    }
    return count;
  }

  /** Finds those that stand in the slot where they would be without others, as most do, and moves the others to the beginning. */
  #find(keys: Int32Array, length: number, indexes: Int32Array): { readonly found: number; readonly others: number } {
    const slots = this.#slots;
    const mask = this.#mask;
    let found = 0;
    let others = 0;
    for (let place = 0; place < length; place++) {
      const key = keys[place]!;
      const slot = 2 * (key & mask);
      indexes[found] = slots[slot + 1]! - 1;
      const other = isOther(slots[slot]!, key);
      found += 1 - other;
      keys[others] = key;
      others += other;
    }
    return { found, others };
  }

  /** The index of a key; -1 for what is none. */
  indexOf(key: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    for (let slot = key & mask; slots[2 * slot + 1] !== 0; slot = (slot + 1) & mask) {
      if (slots[2 * slot] === key) return slots[2 * slot + 1]! - 1;
    }
    return -1;
  }
}

/** 0 for two that are the same, else 1. */
function isOther(a: number, b: number): number {
  const difference = a ^ b;
  return (difference | -difference) >>> 31;
}

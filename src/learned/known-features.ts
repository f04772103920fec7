import type { Sentence } from "../prepare/document.ts";
import { bucketsOf, indexOfKey, marksOf, mayBeKey } from "./buckets.ts";
import { featuresOf } from "./features.ts";
import { keptSetFeatures, type SetFeatures } from "./set-features.ts";
import type { WordLists } from "./word-lists.ts";
import { WordSigns } from "./word-signs.ts";

/** A feature by its index in the model, with the words that it stands for, as `Features` has them. */
export interface PlacedFeature {
  readonly index: number;
  readonly first: number;
  readonly end: number;
}

/** What is known of a model and word lists where they were made ready together. */
export interface ReadyModel {
  /** Of the model's keys. */
  readonly buckets: Int32Array;
  readonly setFeatures: SetFeatures;
}

/** The features of a model in sentences, each once, however often it stands there. */
export class KnownFeatures {
  readonly #keys: Int32Array;
  readonly #buckets: Int32Array;
  readonly #lists: WordLists;
  readonly #words: WordSigns;
  readonly #setFeatures: () => SetFeatures;
  /** By index, the number of the last reading that came across it. */
  readonly #seenIn: Int32Array;
  #readings = 0;
  #marks: Int32Array | undefined;

  constructor(keys: Int32Array, lists: WordLists, ready: ReadyModel | undefined) {
    this.#keys = keys;
    this.#buckets = ready?.buckets ?? bucketsOf(keys);
    this.#lists = lists;
    this.#words = new WordSigns((word) => this.#indexOf(word) >= 0, lists);
    this.#setFeatures =
      ready === undefined ? keptSetFeatures(lists, (key) => this.#indexOf(key)) : () => ready.setFeatures;
    this.#seenIn = new Int32Array(keys.length);
  }

  /** By their indexes, those of word lists among them. */
  in(sentences: readonly Sentence[]): readonly number[] {
    this.#begin();
    const { at, features: ofSets } = this.#setFeatures();
    const found: number[] = [];
    for (const sentence of sentences) {
      const { keys, length } = featuresOf(sentence, this.#words);
      for (let place = 0; place < length; place++) {
        const index = this.#indexOf(keys[place]!);
        if (index >= 0 && this.#isNew(index)) found.push(index);
      }
      for (const set of this.#lists.setsIn(sentence)) {
        for (let place = at[set]!; place < at[set + 1]!; place++) {
          const index = ofSets[place]!;
          if (this.#isNew(index)) found.push(index);
        }
      }
    }
    return found;
  }

  /** Those that are words of the sentence, where each stands first. A list says only that something of it is there. */
  placedIn(sentence: Sentence): readonly PlacedFeature[] {
    this.#begin();
    const { keys, first, end, length } = featuresOf(sentence, this.#words);
    const found: PlacedFeature[] = [];
    for (let place = 0; place < length; place++) {
      if (end[place] === first[place]) continue;
      const index = this.#indexOf(keys[place]!);
      if (index >= 0 && this.#isNew(index)) found.push({ index, first: first[place]!, end: end[place]! });
    }
    return found;
  }

  #begin(): void {
    this.#readings++;
    if (this.#readings === MARKED_FROM) this.#marks = marksOf(this.#keys);
  }

  #isNew(index: number): boolean {
    if (this.#seenIn[index] === this.#readings) return false;
    this.#seenIn[index] = this.#readings;
    return true;
  }

  #indexOf(key: number): number {
    if (this.#marks !== undefined && !mayBeKey(key, this.#marks)) return -1;
    return indexOfKey(key, this.#keys, this.#buckets);
  }
}

/** From this reading on the keys are marked: to mark them takes as long as it spares with so many. */
const MARKED_FROM = 200;

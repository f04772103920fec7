import type { Sentence } from "../prepare/document.ts";
import { bucketsOf, indexOfKey } from "./buckets.ts";
import { type Features, featuresOf } from "./features.ts";
import { KeyTable } from "./key-table.ts";
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
  #found: number[] = [];
  #table: KeyTable | undefined;
  #indexes = new Int32Array(256);

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
    for (const sentence of sentences) {
      this.#addWords(featuresOf(sentence, this.#words));
      this.#addLists(sentence);
    }
    return this.#found;
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
    this.#found = [];
    if (this.#readings === TABLE_FROM) this.#table = new KeyTable(this.#keys);
  }

  #addWords({ keys, length }: Features): void {
    const table = this.#table;
    if (table === undefined) {
      for (let place = 0; place < length; place++) this.#add(this.#indexOf(keys[place]!));
      return;
    }
    if (this.#indexes.length < length) this.#indexes = new Int32Array(2 * length);
    const indexes = this.#indexes;
    const count = table.find(keys, length, indexes);
    for (let place = 0; place < count; place++) this.#add(indexes[place]!);
  }

  #addLists(sentence: Sentence): void {
    const { at, features } = this.#setFeatures();
    for (const set of this.#lists.setsIn(sentence)) {
      for (let place = at[set]!; place < at[set + 1]!; place++) this.#add(features[place]!);
    }
  }

  #add(index: number): void {
    if (index >= 0 && this.#isNew(index)) this.#found.push(index);
  }

  #isNew(index: number): boolean {
    if (this.#seenIn[index] === this.#readings) return false;
    this.#seenIn[index] = this.#readings;
    return true;
  }

  #indexOf(key: number): number {
    return indexOfKey(key, this.#keys, this.#buckets);
  }
}

/** From this reading on there is a table: to make it takes as long as it spares with so many. */
const TABLE_FROM = 200;

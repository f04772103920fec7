import { allSentences, type Document, type Sentence } from "../prepare/document.ts";
import type { Reading } from "./reading.ts";
import { signsOf } from "./signs.ts";

/** What the sentences of a post show together, for the post that was asked about last. */
export class PostReading {
  /** How many lists there are. */
  readonly size: number;
  /** A bit for each of `CHARACTER_SIGNS` that one of its sentences shows. */
  signs = 0;
  /** For each list the number of the post that it was last seen in. */
  readonly #last: Int32Array;
  #number = 0;
  #document: Document | null = null;

  constructor(size: number) {
    this.size = size;
    this.#last = new Int32Array(size);
  }

  /** Whether a sequence of the list stands in one of its sentences, in a link or a hashtag too. */
  has(list: number): boolean {
    return this.#last[list] === this.#number;
  }

  read(document: Document, readingOf: (sentence: Sentence) => Reading): void {
    if (this.#document === document) return;
    this.#document = document;
    this.#number = (this.#number + 1) | 0;
    this.signs = 0;
    for (const sentence of allSentences(document)) {
      this.signs |= signsOf(sentence);
      const { lists } = readingOf(sentence);
      for (let at = 0; at < lists.length; at++) this.#last[lists[at]!] = this.#number;
    }
  }
}

import { allSentences, type Document, type Sentence } from "../prepare/document.ts";
import { type Bits, bitsFor, hasBit, type Reading } from "./reading.ts";
import { signsOf } from "./signs.ts";

/** What the sentences of a post show together, for the post that was asked about last. */
export class PostReading {
  /** How many lists there are. */
  readonly size: number;
  /** A bit for each of `CHARACTER_SIGNS` that one of its sentences shows. */
  signs = 0;
  readonly #bits: Bits;
  #document: Document | null = null;

  constructor(size: number) {
    this.size = size;
    this.#bits = bitsFor(size);
  }

  /** Whether a sequence of the list stands in one of its sentences, in a link or a hashtag too. */
  has(list: number): boolean {
    return hasBit(this.#bits, list);
  }

  read(document: Document, readingOf: (sentence: Sentence) => Reading): void {
    if (this.#document === document) return;
    this.#document = document;
    this.#bits.fill(0);
    this.signs = 0;
    for (const sentence of allSentences(document)) {
      this.signs |= signsOf(sentence);
      const { bits } = readingOf(sentence);
      for (let at = 0; at < bits.length; at++) this.#bits[at]! |= bits[at]!;
    }
  }
}

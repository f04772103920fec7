import { allSentences, type Document, type Sentence } from "../prepare/document.ts";
import { type Bits, bitsFor, type Reading } from "./reading.ts";
import { digitSignsOf, signsOf } from "./signs.ts";

/** What the sentences of a post show together, for the post that was asked about last. */
export class PostReading {
  /** How many lists there are. */
  readonly size: number;
  /** A bit for each sign that one of its sentences or copies shows: see `bitsOf`. */
  signs = 0;
  /** A bit for each list of which a sequence stands in one of its sentences, in a link or a hashtag too: see `hasBit`. */
  readonly bits: Bits;
  #document: Document | null = null;

  constructor(size: number) {
    this.size = size;
    this.bits = bitsFor(size);
  }

  read(document: Document, readingOf: (sentence: Sentence) => Reading): void {
    if (this.#document === document) return;
    this.#document = document;
    this.bits.fill(0);
    this.signs = 0;
    for (const copy of document.copies) this.signs |= digitSignsOf(copy);
    for (const sentence of allSentences(document)) {
      this.signs |= signsOf(sentence);
      const { bits } = readingOf(sentence);
      for (let at = 0; at < bits.length; at++) this.bits[at]! |= bits[at]!;
    }
  }
}

import type { Span } from "../../model/span.ts";
import type { Document, Sentence } from "../document.ts";

/** A way in which words are used. It governs stretches of a sentence, never a whole post by the mere presence of a word. */
export interface Context {
  /** What it means, for people who write rules. */
  readonly describe: string;
  /** Ordered, in offsets of the copy's plain text, within the sentence. */
  readonly spans: (sentence: Sentence, document: Document) => readonly Span[];
}

import type { Document, Sentence } from "../prepare/document.ts";

/** Every sentence of every copy of a post, in reading order. */
export const allSentences = (document: Document): readonly Sentence[] =>
  document.copies.length === 1 ? document.copies[0]!.sentences : document.copies.flatMap((copy) => copy.sentences);

import type { Document, Sentence } from "../prepare/document.ts";
import type { Sighting } from "./detector.ts";

/** Every sentence of every copy of a post, in reading order. */
export const allSentences = (document: Document): readonly Sentence[] =>
  document.copies.length === 1 ? document.copies[0]!.sentences : document.copies.flatMap((copy) => copy.sentences);

/** What `look` sees in each of them. Most looks see nothing, and make nothing. */
export function seenIn(
  sentences: readonly Sentence[],
  look: (sentence: Sentence) => readonly Sighting[],
): readonly Sighting[] {
  let seen = NONE;
  for (const sentence of sentences) {
    const here = look(sentence);
    if (here.length > 0) seen = seen.length === 0 ? here : [...seen, ...here];
  }
  return seen;
}

const NONE: readonly Sighting[] = [];

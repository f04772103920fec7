import { allSentences, type Document, type Sentence } from "../prepare/document.ts";
import type { Finder, Sighting } from "./detector.ts";

const everywhere = new WeakMap<Document, Map<Finder, readonly Sighting[]>>();

/** What a finder sees in the whole post. Each sighting and each sentence may ask for it, and it is looked for once. */
export function seenEverywhere(finder: Finder, document: Document): readonly Sighting[] {
  let known = everywhere.get(document);
  if (known === undefined) {
    known = new Map();
    everywhere.set(document, known);
  }
  let seen = known.get(finder);
  if (seen === undefined) {
    seen = finder.find(document, allSentences(document));
    known.set(finder, seen);
  }
  return seen;
}

/** What `look` sees in each of them. Most looks see nothing, and make nothing. */
export function seenIn(
  sentences: readonly Sentence[],
  look: (sentence: Sentence) => readonly Sighting[],
): readonly Sighting[] {
  let first = NONE;
  let all: Sighting[] | null = null;
  for (const sentence of sentences) {
    const here = look(sentence);
    if (here.length === 0) continue;
    if (first.length === 0) first = here;
    else {
      all ??= [...first];
      for (const sighting of here) all.push(sighting);
    }
  }
  return all ?? first;
}

const NONE: readonly Sighting[] = [];

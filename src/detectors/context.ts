import { contextSpans, contexts } from "../prepare/contexts/index.ts";
import { ALWAYS, type Finder } from "./detector.ts";
import { seenIn } from "./sentences.ts";

/** A context by its name: the stretches of a sentence that it governs. */
export function contextFinder(name: string): Finder {
  return {
    clue: () => ALWAYS,
    wide: false,
    says: `words that are ${name}`,
    parts: [],
    context: name,
    find: (document, sentences) =>
      seenIn(sentences, (sentence) =>
        contextSpans(document, sentence, name).map((span) => ({
          ...span,
          sentence,
          field: sentence.in.field,
          shows: name,
          parts: [],
        })),
      ),
  };
}

export const contextNames = (): readonly string[] => Object.keys(contexts);

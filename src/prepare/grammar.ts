import { hull, type Span } from "../model/span.ts";
import type { Document, Sentence } from "./document.ts";

/** What is used of the compromise library (version 14): a function from text to a view that can be searched. */
export type Grammar = (text: string) => GrammarView;

export interface GrammarView {
  match(pattern: string | GrammarNet): GrammarView;
  json(options: { readonly terms: { readonly offset: true }; readonly offset: true }): readonly GrammarPhrase[];
  readonly found: boolean;
}

/** A match pattern made ready by the library. */
export type GrammarNet = object;

interface GrammarPhrase {
  readonly terms: readonly {
    readonly text: string;
    readonly implicit?: string;
    readonly offset: { readonly start: number; readonly length: number };
  }[];
}

/** Passages of a sentence that fit a compromise match pattern, in offsets of the plain text. Each sentence is parsed once. */
export function grammarSpans(document: Document, sentence: Sentence, pattern: string): readonly Span[] {
  let parsed = sentence.known.get(grammarSpans) as GrammarView | undefined;
  if (parsed === undefined) {
    parsed = document.grammar()(sentence.text);
    sentence.known.set(grammarSpans, parsed);
  }
  return parsed
    .match(pattern)
    .json({ terms: { offset: true }, offset: true })
    .flatMap((phrase) => spanOfTerms(phrase, sentence));
}

/** From the terms and not from the match: its own offset slips past quotes and closing punctuation. */
function spanOfTerms(phrase: GrammarPhrase, sentence: Sentence): readonly Span[] {
  if (phrase.terms.length === 0) return [];
  const spans = phrase.terms.map(({ offset }) =>
    // The implied word of a contraction ("not" in "don't") has no width of its own: it stands behind the word that holds it.
    offset.length === 0
      ? wordBefore(sentence.text, offset.start)
      : { start: offset.start, end: offset.start + offset.length },
  );
  const { start, end } = hull(spans);
  return [{ start: sentence.start + start, end: sentence.start + end }];
}

function wordBefore(text: string, end: number): Span {
  let start = end;
  while (start > 0 && !/\s/.test(text[start - 1]!)) start--;
  return { start, end };
}

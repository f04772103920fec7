import type { Span } from "../../model/span.ts";
import type { Sentence } from "../document.ts";
import type { Context } from "./context.ts";
import { cues, matchesOf } from "./parts/cues.ts";
import { quotationsIn } from "./parts/quotations.ts";
import { tidy } from "./parts/reach.ts";

export const scareQuoted: Context = {
  describe:
    "One to three words held up between quotation marks, or called so-called: neither a title, nor what someone said, nor a word spoken of as a word.",
  spans: (sentence) =>
    tidy(sentence, [
      ...quotationsIn(sentence).filter((span) => isHeldUp(sentence, span)),
      ...matchesOf(sentence, SO_CALLED),
    ]),
};

function isHeldUp(sentence: Sentence, span: Span): boolean {
  if (span.start < sentence.start || span.end > sentence.end) return false;
  const { text } = sentence.in.plain;
  const inner = text.slice(span.start + 1, span.end - 1);
  if (!SHORT.test(inner)) return false;
  const before = text.slice(sentence.start, span.start).trimEnd();
  return (
    before !== "" && !ANNOUNCED.test(before) && !SPOKEN_OF.test(text.slice(span.end, sentence.end)) && !isTitle(inner)
  );
}

/** Two or more words with capitals, as titles and names have. */
const isTitle = (inner: string) =>
  inner.includes(" ") && inner.split(" ").every((word) => !/^\p{Ll}{4,}/u.test(word)) && /^\p{Lu}/u.test(inner);

const SHORT = /^[\p{L}\p{N}][\p{L}\p{N}'-]*(?: [\p{L}\p{N}'-]+){0,2}$/u;
/** What leads in a title, a word as a word, or speech. */
const ANNOUNCED =
  /(?:[:,]|\b(?:said|says|saying|told|asks?|asked|shout(?:s|ed|ing)?|yell(?:s|ed)|repl(?:y|ied)|(?:called|calls|calling)(?: (?:it|this|that|them|us|me|him|her|my [a-z]+))?|titled|entitled|named|nicknamed|labelled|marked|word|words|term|phrase|hashtag|code|press|click|clicking|select|choose|type|tick|comment|reply|text|dm|search|searching|say|read|reads|reading|spells?|means?|write|wrote|use|using|sings?|singing|play(?:s|ed|ing)?|watch(?:ing|ed)?|song|book|film|podcast|course|module|session|webinar|talk|workshop|chapter|episode|and|or|like|of|avoid|as in|chant(?:s|ed|ing)|heard|hearing|not))$/i;
const SPOKEN_OF =
  /^,?\s*(?:means|stands for|comes from|is (?:spelt|a word|the word|latin|greek|welsh|short for)|he said|she said|they said|said|says|is (?:never|not|unacceptable))/i;
const SO_CALLED = cues("so[- ]called \\p{L}+");

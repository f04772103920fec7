import { once } from "../model/once.ts";
import { anyClue, type Detector, type Finder, type Sighting, type Workshop } from "./detector.ts";
import { allowsFact, type FactTable, factTableOf } from "./fact-table.ts";
import { type Look, type Matcher, matcherOf } from "./phrase/matcher.ts";
import { mistakeIn } from "./phrase/template.ts";
import { seenIn } from "./sentences.ts";
import { sightingOfWords } from "./terms.ts";
import { wantsWords } from "./wants.ts";
import { bitOfWord } from "./word-bits.ts";

/**
 * `[vocabulary]`, `(one|another way)`, `..4` (up to four words between), `{name}` (a capitalised name), `{number}`, `{handle}`,
 * `{any}`, `word?` (may be missing), a word in all its forms, `=word` exactly.
 */
export const phrase = {
  describe: "Words in an order: “[person] be ..2 [insult]”. A little language over words and vocabularies.",
  restsOnWords: true,
  shape: (z, _find, known) => {
    const template = z
      .string()
      .min(1)
      .superRefine((text, context) => {
        const mistake = mistakeIn(text, known);
        if (mistake !== null) context.addIssue({ code: "custom", message: mistake });
      });
    return {
      phrase: z
        .union([template, z.array(template).min(1)])
        .describe(
          "[vocabulary], (a|b), ..3 for up to three words between, {name}, {number}, {any}, word?, =word; or a list of phrases.",
        ),
    };
  },
  compile: (spec: { readonly phrase: string | readonly string[] }, workshop: Workshop): Finder => {
    const templates = [spec.phrase].flat() as string[];
    const matchers = templates.map((template) => matcherOf(template, workshop));
    const wants = once(() => wantsWords(matchers.map(({ needs }) => needs)));
    const table = once(() => factTableOf(workshop.shortcuts ? wants().map((way) => [way]) : matchers.map(() => null)));
    return {
      clue: once(() => anyClue(matchers.map((matcher) => matcher.clue()))),
      wide: false,
      says: `words in the order ${templates.map((template) => `“${template}”`).join(" or ")}`,
      parts: [],
      wants,
      find: (_document, sentences) =>
        seenIn(sentences, (sentence) =>
          phraseSightings(matchers, table(), { sentence, reading: workshop.reading(sentence) }),
        ),
    };
  },
} satisfies Detector;

/** At each place the longest match; matches do not overlap. */
function phraseSightings(matchers: readonly Matcher[], table: FactTable, look: Look): readonly Sighting[] {
  let likely: { readonly matcher: Matcher; readonly starts: number }[] | null = null;
  let anyStarts = 0;
  const { bits } = look.reading;
  for (let at = 0; at < matchers.length; at++) {
    if (!allowsFact(table, at, NO_SIGNS, bits)) continue;
    const matcher = matchers[at]!;
    const starts = matcher.startsIn(look);
    if (starts === 0) continue;
    likely ??= [];
    likely.push({ matcher, starts });
    anyStarts |= starts;
  }
  if (likely === null) return NONE;
  const { sentence } = look;
  const { firstWord, endWord } = sentence;
  const sightings: Sighting[] = [];
  for (let at = firstWord; at < endWord; at++) {
    const bit = bitOfWord(at - firstWord);
    if ((anyStarts & bit) === 0) continue;
    let end = -1;
    for (const { matcher, starts } of likely) {
      if ((starts & bit) !== 0) end = Math.max(end, matcher.longestFrom(look, at));
    }
    if (end <= at) continue;
    sightings.push(sightingOfWords(sentence, at, end));
    at = end - 1;
  }
  return sightings;
}

/** A phrase asks for words alone. */
const NO_SIGNS = 0;

const NONE: readonly Sighting[] = [];

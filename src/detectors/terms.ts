import { once } from "../model/once.ts";
import { spansWithin } from "../model/span.ts";
import { type DisguisedWord, LONGEST_TERM, mayRead } from "../prepare/bare.ts";
import type { Sentence } from "../prepare/document.ts";
import type { Word } from "../prepare/words.ts";
import { wordTexts } from "../prepare/words.ts";
import {
  compareReading,
  type Detector,
  type Finder,
  NEVER,
  type Sighting,
  type Workshop,
  wordsClue,
} from "./detector.ts";
import type { WordList } from "./lexicon.ts";
import { seenIn } from "./sentences.ts";
import { literalsOf } from "./sequences.ts";
import type { Sign } from "./signs.ts";
import { wantsWords } from "./wants.ts";
import { bitOfWord } from "./word-bits.ts";

export interface TermsOptions {
  /** Also look through disguise: leet, stars, dots, spaces, stretched letters; `only` for words that are innocent when written plainly. */
  readonly disguised?: boolean | "only";
  /** Also look at the words of hashtags. */
  readonly hashtags?: boolean;
}

export const terms = {
  describe: "Whole words or phrases in their usual forms, whatever their case; =word is exact.",
  restsOnWords: true,
  shape: (z) => ({
    terms: z
      .array(z.string().refine((term) => wordTexts(term).length > 0, "a term needs at least one letter or digit"))
      .min(1)
      .describe("Words and phrases; the first and last word also in their other forms, unless the term begins with =."),
    ...termsOptionsShape(z),
  }),
  compile: (spec: { readonly terms: readonly string[] } & TermsOptions, workshop) =>
    termsFinder(() => spec.terms, spec, workshop, termsKey(spec.terms), `the words ${listed(spec.terms)}`),
} satisfies Detector;

export const termsOptionsShape = (z: typeof import("zod")) => ({
  disguised: z
    .union([z.boolean(), z.literal("only")])
    .optional()
    .describe(
      "Also look through disguise: sh1t, f**k, s h i t, shiiit; only, for words that are innocent when written plainly.",
    ),
  hashtags: z.boolean().optional().describe("Also look at the words of hashtags."),
});

/** `key` names the list among all lists of a rule set. */
export function termsFinder(
  terms: () => readonly string[],
  options: TermsOptions,
  workshop: Workshop,
  key: string,
  says: string,
): Finder {
  const list = workshop.list(key, terms);
  const within = options.hashtags ? inProseOrHashtag : inProse;
  const lone = once(() => loneWords(literalsOf(terms())));
  const signs: readonly Sign[] = options.disguised ? ["disguise"] : [];
  const plainly = options.disguised !== "only";
  return {
    clue: () => ({ ...(plainly ? wordsClue(list) : NEVER), signs }),
    wide: false,
    says,
    parts: [],
    wants: () => (options.disguised ? null : wantsWords([[[list]]])),
    find: (_document, sentences) =>
      seenIn(sentences, (sentence) => {
        const found = plainly && list.standsIn(sentence) ? termSightings(list, sentence, within) : NONE;
        if (!options.disguised || sentence.in.bare.words.length === 0) return found;
        return [...found, ...disguisedSightings(lone(), sentence, found)].sort(compareReading);
      }),
  };
}

/** At each place the longest term; terms do not overlap. */
function termSightings(list: WordList, sentence: Sentence, within: (word: Word) => boolean): readonly Sighting[] {
  const sightings: Sighting[] = [];
  const starts = list.startsIn(sentence);
  for (let at = sentence.firstWord; at < sentence.endWord; at++) {
    if ((starts & bitOfWord(at - sentence.firstWord)) === 0) continue;
    const end = list.lastEndFrom(sentence.in, at, sentence.endWord, within);
    if (end < 0) continue;
    sightings.push(sightingOfWords(sentence, at, end));
    at = end - 1;
  }
  return sightings;
}

export function sightingOfWords(sentence: Sentence, first: number, end: number): Sighting {
  const { words, plain, field } = sentence.in;
  const from = words[first]!;
  const start = from.within === "hashtag" ? from.start - (plain.text[from.start - 1] === "#" ? 1 : 0) : from.start;
  const to = words[end - 1]!.end;
  return { sentence, field, start, end: to, shows: `“${plain.text.slice(start, to)}”`, parts: [] };
}

function disguisedSightings(
  lone: ReadonlyMap<string, readonly string[]>,
  sentence: Sentence,
  found: readonly Sighting[],
): Sighting[] {
  const taken = [...found];
  for (const word of spansWithin(sentence.in.bare.words, sentence)) {
    if (taken.some((sighting) => sighting.start < word.end && word.start < sighting.end)) continue;
    const { start, end } = word;
    if (!isOneOf(lone, word)) continue;
    taken.push({ sentence, field: sentence.in.field, start, end, shows: "a word in disguise", parts: [] });
  }
  return taken.slice(found.length);
}

function isOneOf(lone: ReadonlyMap<string, readonly string[]>, word: DisguisedWord): boolean {
  const first = word.signs[0]!;
  if (first.kind !== "letters") return false;
  return [...first.letters].some((letter) => lone.get(letter)?.some((term) => mayRead(word, term)));
}

/** The single-word literals by first letter: only words are disguised, not phrases. */
function loneWords(literals: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byLetter = new Map<string, string[]>();
  for (const literal of literals) {
    if (!/^\p{L}{3,}$/u.test(literal) || literal.length > LONGEST_TERM) continue;
    const bucket = byLetter.get(literal[0]!);
    if (bucket === undefined) byLetter.set(literal[0]!, [literal]);
    else bucket.push(literal);
  }
  return byLetter;
}

const NONE: readonly Sighting[] = [];

/** A list of plain words is the same list wherever it stands, in a phrase too. */
export const termsKey = (terms: readonly string[]): string => `terms:${terms.join("|")}`;

export const inProse = (word: Word): boolean => word.within === "prose";
export const inProseOrHashtag = (word: Word): boolean => word.within === "prose" || word.within === "hashtag";

function listed(list: readonly string[]): string {
  const shown = list.slice(0, 12).map((term) => `“${term.replace(/^=/, "")}”`);
  return list.length > shown.length ? `${shown.join(", ")} and ${list.length - shown.length} more` : shown.join(", ");
}

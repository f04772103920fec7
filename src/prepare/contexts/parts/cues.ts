import { matchesIn, occursIn } from "../../../model/matches.ts";
import { type Span, spanAt } from "../../../model/span.ts";
import type { Sentence } from "../../document.ts";
import { remembered } from "../../remembered.ts";
import { ahead, behind, clauseAround, FRAMED_WITHOUT_COLON, tidy } from "./reach.ts";
import { signsOf } from "./signs.ts";

/** Wordings to look for. */
export type Cues = readonly Wording[];

/** One way to say it. Its pattern is made when a text first shows one of its signs: all of them together would take a second. */
interface Wording {
  readonly source: string;
  signs?: readonly string[] | null;
  pattern?: RegExp;
}

/**
 * Finds any of the wordings as whole words, whatever their case. A wording is a regular expression in lower case, in which a space
 * stands for one or more and `n't` is also found without its apostrophe.
 */
export function cues(...wordings: readonly string[]): Cues {
  ALL.push(...wordings);
  return wordings.map((source) => ({ source }));
}

/** Every wording that was made so far: the build works out their signs. */
export const allWordings = (): readonly string[] => ALL;
const ALL: string[] = [];

function patternFor(wording: Wording, text: string): RegExp | null {
  if (wording.signs === undefined) wording.signs = signsOf(wording.source);
  if (wording.signs?.some((sign) => text.includes(sign)) === false) return null;
  wording.pattern ??= patternOf(wording.source);
  return wording.pattern;
}

/** Without the flags `u` and `i`, and with Latin letters for `\p{L}`: V8 takes five times as long to make the patterns with them. */
function patternOf(wording: string): RegExp {
  const source = wording
    .replaceAll("n't", "n'?t")
    .replaceAll("'s", "'?s")
    .replace(/ [?*]/g, "\\s*")
    .replaceAll(" ", "\\s+")
    .replace(/\[(?:\\.|[^\]])*\]/g, (set) => set.replaceAll("\\p{L}", LETTERS).replaceAll("\\p{N}", "0-9"))
    .replaceAll("\\P{L}", `[^${LETTERS}]`)
    .replace(/\\p\{Lu?\}/g, `[${LETTERS}]`)
    .replaceAll("\\p{N}", "[0-9]");
  const begin = `(?<![${LETTERS}0-9@#/_-]|[${LETTERS}0-9]')`;
  // More wordings than need it have such a group, and then it does no harm.
  const beginning = /(?:^|[(|])(?:\?:)?'/.test(wording) ? `(?:${begin}|${BEHIND_PRONOUN})` : begin;
  return new RegExp(`${beginning}(?:${source})(?:(?<![${LETTERS}0-9_])|(?![${LETTERS}0-9_]))`, "g");
}

/** "That's" is two words; in "the trust's best" nobody says that something is. */
const BEHIND_PRONOUN =
  "(?<=\\b(?:i|you|he|she|it|we|they|this|that|these|those|who|what|which|there|here|everything|nothing))(?=')";
const LETTERS = "a-z\\u00DF-\\u00F6\\u00F8-\\u024F";

/** Up to `most` words of any kind, with the space behind each. */
export const gap = (most: number) => `(?:[\\p{L}\\p{N}'’-]+,?\\s){0,${most}}`;

/** Which part of the sentence a cue governs, for each pattern of `cues`. */
export interface Reaches {
  /** From the cue to the end of its clause, and what that clause frames. */
  readonly ahead?: Cues;
  /** As `ahead`, but not what stands behind a colon. */
  readonly aheadToColon?: Cues;
  /** From the start of its clause to the end of the cue. */
  readonly behind?: Cues;
  /** Its whole clause, and what that clause frames. */
  readonly clause?: Cues;
  readonly sentence?: Cues;
  /** Words that look like a cue and are none. */
  readonly except?: Cues;
}

/** What the cues of a sentence govern: in order, not overlapping, without punctuation at the edges. */
export function governed(sentence: Sentence, reaches: Reaches): readonly Span[] {
  const excepted = reaches.except === undefined ? [] : matchesOf(sentence, reaches.except);
  const found = (pattern: Cues | undefined) =>
    pattern === undefined
      ? []
      : matchesOf(sentence, pattern).filter(
          (cue) => !excepted.some((other) => other.start < cue.end && cue.start < other.end),
        );
  return tidy(sentence, [
    ...found(reaches.ahead).map((cue) => ({ start: cue.start, end: ahead(sentence, lastOf(cue)).end })),
    ...found(reaches.aheadToColon).map((cue) => ({
      start: cue.start,
      end: ahead(sentence, lastOf(cue), FRAMED_WITHOUT_COLON).end,
    })),
    ...found(reaches.behind).map((cue) => behind(sentence, cue)),
    ...found(reaches.clause).map((cue) => wholeClause(sentence, cue)),
    ...(found(reaches.sentence).length > 0 ? [sentence] : []),
  ]);
}

/** Where the cues stand in the sentence, outside links, addresses and handles, in order. Offsets of the copy's plain text. */
export function matchesOf(sentence: Sentence, sought: Cues): readonly Span[] {
  const spans: Span[] = [];
  const text = lowerCase(sentence);
  for (const wording of sought) {
    const pattern = patternFor(wording, text);
    if (pattern === null) continue;
    for (const { 0: cue, index } of matchesIn(text, pattern)) {
      const start = sentence.start + index;
      if (!isMarked(sentence, start)) spans.push({ start, end: start + cue.length });
    }
  }
  return spans.length > 1 ? spans.sort((a, b) => a.start - b.start) : spans;
}

export const shows = (sentence: Sentence, sought: Cues): boolean => showsIn(lowerCase(sentence), sought);

/** `text` is in lower case. */
export const showsIn = (text: string, sought: Cues): boolean =>
  sought.some((wording) => {
    const pattern = patternFor(wording, text);
    return pattern !== null && occursIn(text, pattern);
  });

/** Kept: every context asks for it. A letter that is longer in lower case would shift the offsets, so such a text stays as it is. */
const lowerCase = remembered(({ text }: Sentence): string => {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
});

function wholeClause(sentence: Sentence, cue: Span): Span {
  const { start } = clauseAround(sentence, cue.start);
  return { start, end: ahead(sentence, lastOf(cue)).end };
}

const lastOf = (cue: Span): number => Math.max(cue.start, cue.end - 1);

const isMarked = (sentence: Sentence, offset: number): boolean => {
  const marked = spanAt(sentence.in.marked, offset);
  return marked !== undefined && marked.kind !== "hashtag";
};

/** The sentence before (-1) or after (1) in the same copy, and so on. */
export const neighbour = (sentence: Sentence, steps: number): Sentence | undefined =>
  sentence.in.sentences[sentence.position + steps];

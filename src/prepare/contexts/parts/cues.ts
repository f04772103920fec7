import type { Span } from "../../../model/span.ts";
import type { Sentence } from "../../document.ts";
import { ahead, behind, clauseAround, FRAMED_WITHOUT_COLON, tidy } from "./reach.ts";

/** Wordings to look for. The pattern is made when it is first asked for: all of them together would double the start-up time. */
export interface Cues {
  readonly pattern: () => RegExp;
}

/**
 * One pattern that finds any of the wordings as whole words, whatever their case. A wording is a regular expression in which a space
 * stands for one or more and `n't` is also found without its apostrophe.
 */
export function cues(...wordings: readonly string[]): Cues {
  let pattern: RegExp | undefined;
  return {
    pattern: () => {
      pattern ??= patternOf(wordings);
      return pattern;
    },
  };
}

function patternOf(wordings: readonly string[]): RegExp {
  const any = wordings
    .join("|")
    .replaceAll("n't", "n'?t")
    .replaceAll("'s", "'?s")
    .replace(/ [?*]/g, "\\s*")
    .replaceAll(" ", "\\s+");
  return new RegExp(
    `(?<![\\p{L}\\p{N}@#/_-]|[\\p{L}\\p{N}]')(?:${any})(?:(?<![\\p{L}\\p{N}_])|(?![\\p{L}\\p{N}_]))`,
    "giu",
  );
}

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

/** Where the pattern of `cues` stands in the sentence, outside links, addresses and handles. Offsets of the copy's plain text. */
export function matchesOf(sentence: Sentence, sought: Cues): readonly Span[] {
  const spans: Span[] = [];
  for (const { 0: cue, index } of sentence.text.matchAll(sought.pattern())) {
    const start = sentence.start + index;
    if (!isMarked(sentence, start)) spans.push({ start, end: start + cue.length });
  }
  return spans;
}

export const shows = (sentence: Sentence, sought: Cues): boolean => sentence.text.search(sought.pattern()) >= 0;

function wholeClause(sentence: Sentence, cue: Span): Span {
  const { start } = clauseAround(sentence, cue.start);
  return { start, end: ahead(sentence, lastOf(cue)).end };
}

const lastOf = (cue: Span): number => Math.max(cue.start, cue.end - 1);

const isMarked = (sentence: Sentence, offset: number) =>
  sentence.in.marked.some(({ kind, start, end }) => kind !== "hashtag" && start <= offset && offset < end);

/** The sentence before (-1) or after (1) in the same copy, and so on. */
export const neighbour = (sentence: Sentence, steps: number): Sentence | undefined =>
  sentence.in.sentences[sentence.position + steps];

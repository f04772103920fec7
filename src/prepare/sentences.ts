import { type Span, spanAt } from "../model/span.ts";
import { endOfTag, type MarkedSpan } from "./spans.ts";

/**
 * Where a plain text's sentences stand, in order, without the space around them. A line break ends a sentence, and so does a full
 * stop, question or exclamation mark before a space, unless it belongs to a title, an initial or a number.
 */
export function sentenceSpans(plain: string, marked: readonly MarkedSpan[]): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  let nextMarked = 0;
  for (let at = 0; at < plain.length; at++) {
    while (nextMarked < marked.length && marked[nextMarked]!.end <= at) nextMarked++;
    const inside = marked[nextMarked];
    if (inside !== undefined && inside.start <= at) {
      at = inside.end - 1;
      continue;
    }
    const code = plain.charCodeAt(at);
    if (code === 10 || code === 13) {
      addTrimmed(spans, plain, start, at);
      start = at + 1;
    } else if (isStop(code)) {
      let end = at + 1;
      while (end < plain.length && (isStop(plain.charCodeAt(end)) || CLOSING.includes(plain[end]!))) end++;
      if (plain.startsWith("</", end)) end = endOfTag(plain, end);
      if (endsSentence(plain, at, end)) {
        addTrimmed(spans, plain, start, end);
        start = end;
      }
      at = end - 1;
    } else if (code > 0x2000) {
      const end = endOfPictures(plain, at);
      if (end > at && STARTS_ANEW.test(plain.slice(end, end + 8)) && hasWords(plain.slice(start, at))) {
        addTrimmed(spans, plain, start, end);
        start = end;
      }
      if (end > at) at = end - 1;
    }
  }
  addTrimmed(spans, plain, start, plain.length);
  return spans.flatMap((span) => (span.end - span.start > LONGEST ? cutShort(span, plain, marked) : [span]));
}

/**
 * A sentence without end, cut at spaces into stretches that rules can look at in bounded time; nobody writes one so long, so what is
 * lost over a cut is lost to nobody. A link or a hashtag stays whole.
 */
function cutShort({ start, end }: Span, plain: string, marked: readonly MarkedSpan[]): readonly Span[] {
  const parts: Span[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const to = placeToCut(plain, from, marked);
    addTrimmed(parts, plain, from, to);
    from = to;
  }
  addTrimmed(parts, plain, from, end);
  return parts;
}

/** Behind `from`, and at most `LONGEST` further unless that is inside something marked. */
function placeToCut(plain: string, from: number, marked: readonly MarkedSpan[]): number {
  const furthest = from + LONGEST;
  const inside = spanAt(marked, furthest);
  if (inside !== undefined) return inside.start > from ? inside.start : inside.end;
  const space = plain.lastIndexOf(" ", furthest);
  if (space > from + LONGEST / 2) return space;
  return isLowSurrogate(plain.charCodeAt(furthest)) ? furthest - 1 : furthest;
}

/** In UTF-16 units: more than the longest post of most channels, and short enough for a pattern that takes the square of it. */
const LONGEST = 2000;

const isLowSurrogate = (code: number): boolean => (code & 0xfc00) === 0xdc00;

/**
 * The clauses of a sentence: the stretches that one negation, question or quotation can govern. They are cut at semicolons,
 * dashes, colons, brackets and at a comma or conjunction that starts a thought with a subject of its own.
 */
export function clauseSpans(sentence: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const cut of sentence.matchAll(CLAUSE_CUT)) {
    if (isListItem(sentence.slice(cut.index))) continue;
    addTrimmed(spans, sentence, start, cut.index);
    start = cut.index;
  }
  addTrimmed(spans, sentence, start, sentence.length);
  return spans;
}

/** Where a run of emoji that begins at `at` ends; `at` where none does. */
function endOfPictures(plain: string, at: number): number {
  PICTURES.lastIndex = at;
  return PICTURES.test(plain) ? PICTURES.lastIndex : at;
}

/** Three words at least, so that "I \u2764 Leeds" stays whole. */
const hasWords = (text: string) => /\p{L}\P{L}+\p{L}+\P{L}+\p{L}/u.test(text);

/** Whether what begins with a comma goes on with a list ("…, the ward or a photo") and starts no thought of its own. */
function isListItem(rest: string): boolean {
  const item = LIST_ITEM.exec(rest)?.groups?.item;
  return item !== undefined && !FINITE.test(item);
}

const isStop = (code: number) => code === 46 || code === 33 || code === 63 || code === 0x2026 || code === 0x203d;

function endsSentence(plain: string, stop: number, end: number): boolean {
  if (end >= plain.length) return true;
  const next = plain[end]!;
  if (!/\s/.test(next)) return false;
  if (plain.charCodeAt(stop) !== 46 || end - stop > 1) return true;
  const before = plain.slice(Math.max(0, stop - 12), stop);
  return !ABBREVIATED.test(before);
}

function addTrimmed(spans: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (end > start) spans.push({ start, end });
}

const PICTURES = /(?:\p{Extended_Pictographic}[\uFE0F\u200D\p{Emoji_Modifier}]*\s?)+/uy;
/** What follows emoji where a new sentence follows: a capital letter with small ones, an "I", a quotation. */
const STARTS_ANEW = /^\s*["'(]?(?:\p{Lu}\p{Ll}|I[\s']|A\s)/u;

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13);

const CLOSING = "\"')]}*_”’";
/** What a full stop may stand behind without ending the sentence; a single capital is an initial. */
const ABBREVIATED =
  /(?:^|[\s("'])(?:dr|mr|mrs|ms|mx|prof|rev|fr|sr|jr|st|no|nos|vs|v|approx|dept|gov|inc|ltd|co|fig|e\.g|i\.e|eg|ie|cf|al|tel|ext|ref|d\.o\.b|a\.m|p\.m|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|\p{Lu})$/iu;

const DETERMINER = "my|our|your|his|her|their|the|a|an|one|some|no|this|that|these|those";
/** A determiner and at most five words, up to the next comma, conjunction or end. */
const LIST_ITEM = new RegExp(
  String.raw`^,\s+(?:(?:and|or)\s+)?(?:${DETERMINER})\s+(?<item>(?:[^\s,;:()]+\s+){0,4}?[^\s,;:()]+)[.!?"']*(?:[,;:)]|\s*$|\s+(?:and|or)\s)`,
  "i",
);
/** Signs of a verb: an auxiliary, a pronoun, a past form, or a second noun phrase that no preposition leads in. */
const FINITE = new RegExp(
  String.raw`\b(?:is|are|was|were|am|be|has|have|had|do|does|did|will|would|can|could|should|must|may|might|it|he|she|they|him|them|me|us|you|we|i|[a-z]+n't|[a-z]{2,}ed|stole|went|came|said|knew|left|got|took|gave|made|ran|fell)\b|(?<!\b(?:of|in|on|at|to|for|from|with|by|and|or|about)\s)\b(?:${DETERMINER})\b`,
  "i",
);

const SUBJECT =
  "i|we|you|he|she|they|it|this|that|these|those|there|here|who|which|what|my|our|your|his|her|their|someone|everyone|nobody|people|the|a|an|one|some|no|don't|please|if|when";
const CLAUSE_CUT = new RegExp(
  [
    String.raw`[;:](?=\s)|\s[-\u2013\u2014]+\s|[\u2014]|[()]`,
    String.raw`,\s+so\s(?!that\b)`,
    String.raw`,?\s+(?:but|yet|however|although|though|whereas|because|unless|until|so that)\s`,
    String.raw`,\s+(?:(?:and|or|so|then|while)\s+)?(?:${SUBJECT})\b`,
    String.raw`\s+(?:and|so)\s+(?:i|we|you|he|she|they|it|there|this)\b`,
  ].join("|"),
  "giu",
);

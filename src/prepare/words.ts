import { endOfTag, hashtagWords, type MarkedSpan, type SpanKind } from "./spans.ts";

/**
 * A word of the plain text. Contractions come apart as a grammarian would cut them (`do|n't`, `she|'s`, `Patel|'s`),
 * so that "she's" is found by a rule about "she is".
 */
export interface Word {
  /** Lower case, straight quotes. */
  readonly text: string;
  /** Offsets in the plain text. */
  readonly start: number;
  readonly end: number;
  /** Nothing but spaces, a hyphen, slash, ampersand, quote, emphasis mark or tag stands between the word before and this one. */
  readonly tight: boolean;
  readonly within: "prose" | SpanKind;
}

/** The words of a plain text, in order, those in links, addresses, handles and hashtags marked as such. */
export function wordsOf(plain: string, marked: readonly MarkedSpan[]): Word[] {
  const words: Word[] = [];
  let at = 0;
  for (const span of marked) {
    addWords(words, plain, at, span.start, "prose");
    if (span.kind === "hashtag") addHashtagWords(words, plain, span);
    else if (span.kind !== "tag") addWords(words, plain, span.start, span.end, span.kind);
    at = span.end;
  }
  addWords(words, plain, at, plain.length, "prose");
  return words;
}

/** The words of a term as they would be cut in a text; a contraction may stand there without its word ("'s", "'ll"). */
export const wordTexts = (term: string): string[] =>
  term
    .split(/\s+/)
    .flatMap((part) =>
      CLITICS.has(part.toLowerCase()) ? [part.toLowerCase()] : wordsOf(part, []).map(({ text }) => text),
    );

function addWords(words: Word[], plain: string, from: number, to: number, within: Word["within"]): void {
  let at = from;
  while (at < to) {
    if (!isWordUnit(plain, at) || isMark(plain, at)) {
      at++;
      continue;
    }
    const start = at;
    do at++;
    while (
      at < to &&
      (isWordUnit(plain, at) || (plain.charCodeAt(at) === APOSTROPHE && isWordUnit(plain, at + 1) && at + 1 < to))
    );
    addCut(words, plain, start, at, within);
  }
}

function addCut(words: Word[], plain: string, start: number, end: number, within: Word["within"]): void {
  const tight = words.length > 0 && isTight(plain, words.at(-1)!.end, start) && words.at(-1)!.within === within;
  const text = plain.slice(start, end).toLowerCase();
  const cut = text.includes("'") ? contractionAt(text) : 0;
  if (cut <= 0 || text.length !== end - start) {
    words.push({ text, start, end, tight, within });
    return;
  }
  words.push({ text: text.slice(0, cut), start, end: start + cut, tight, within });
  words.push({ text: text.slice(cut), start: start + cut, end, tight: true, within });
}

/** Where "n't", "'s", "'re" … begins in a word; 0 where it has none. */
function contractionAt(text: string): number {
  if (text.endsWith("n't")) return text.length - 3;
  const apostrophe = text.lastIndexOf("'");
  return CLITICS.has(text.slice(apostrophe)) ? apostrophe : 0;
}

/**
 * What a pattern may take for words of these although they are cut otherwise: what stands on either side of an apostrophe ("y'all", "don't"),
 * and of two contractions the first ("shouldn't've").
 */
export function besideApostrophes(words: readonly Word[], first: number, end: number): readonly string[] {
  const texts: string[] = [];
  for (let at = first; at < end; at++) {
    if (!words[at]!.text.includes("'")) continue;
    const { text } = words[at]!;
    const before = words[at - 1];
    const whole = at > first && before!.end === words[at]!.start ? before!.text + text : text;
    texts.push(...whole.split("'"));
    if (before !== undefined && whole !== text) texts.push(...cutOnce(before.text));
    texts.push(...cutOnce(text));
  }
  return texts.filter((text) => text !== "");
}

/** The two parts of a contraction that is one word. */
function cutOnce(text: string): readonly string[] {
  const cut = contractionAt(text);
  return cut > 0 ? [text.slice(0, cut), text.slice(cut)] : [];
}

function addHashtagWords(words: Word[], plain: string, span: MarkedSpan): void {
  const name = plain.slice(span.start + 1, span.end);
  let first = true;
  for (const [text, at] of hashtagWords(name)) {
    const start = span.start + 1 + at;
    words.push({ text, start, end: start + text.length, tight: !first, within: "hashtag" });
    first = false;
  }
}

function isTight(plain: string, from: number, to: number): boolean {
  let soft = 0;
  for (let at = from; at < to; at++) {
    const end = endOfTag(plain, at);
    if (end > at) at = end - 1;
    else if (!SOFT.includes(plain[at]!) || ++soft > 4) return false;
  }
  return true;
}

/** Letters, digits, marks; in ASCII by code, elsewhere by Unicode property, both halves of a surrogate pair alike. */
function isWordUnit(plain: string, at: number): boolean {
  const code = plain.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  if (code < 0xd800 || code > 0xdfff) return WORD_CHARACTER.test(plain[at]!);
  const low = (code & 0xfc00) === 0xdc00;
  return WORD_CHARACTER.test(low ? plain.slice(at - 1, at + 1) : plain.slice(at, at + 2));
}

/** Marks go on what stands before them: the one that gives ⚠️ its colours begins no word behind it. */
const isMark = (plain: string, at: number): boolean => plain.charCodeAt(at) >= 128 && MARK.test(plain[at]!);

const APOSTROPHE = 39;
/** No dash among them: what stands behind one is another thought. */
const SOFT = " \t-/&'\"*_~";
const CLITICS = new Set(["'s", "'re", "'m", "'ve", "'ll", "'d"]);
const MARK = /^\p{M}$/u;
const WORD_CHARACTER = /^[\p{L}\p{N}\p{M}]$/u;

import { matchesIn } from "../model/matches.ts";
import { overlapsAny, type Span } from "../model/span.ts";
import type { View } from "./fold.ts";
import type { MarkedSpan } from "./spans.ts";

/** One sign of a disguised word: letters it may stand for, a star (or "#", "&" …) that hides a letter or more, or a gap that hides none or one. */
type Sign =
  | { readonly kind: "letters"; readonly letters: string }
  | { readonly kind: "star"; readonly most: 1 | 2 }
  | { readonly kind: "gap" };

/** A word written so that a plain search would miss it: `sh1t`, `f**k`, `f.u.c.k`, `s h i t`, `shiiiit`. Offsets in the plain text. */
export interface DisguisedWord extends Span {
  /** Not empty; the first is of letters. */
  readonly signs: readonly Sign[];
  /** How many of the signs are of letters. */
  readonly shown: number;
  /** A letter may stand for a run of itself. */
  readonly stretched: boolean;
}

/** The bare view: only the words that look disguised. Most texts have few or none. */
export interface Bare {
  /** In order of their start. */
  readonly words: readonly DisguisedWord[];
}

/** `original` is what the plain view was made of: letters of another script in it are a disguise too. */
export function bareView(view: View, original: string, marked: readonly MarkedSpan[]): Bare {
  const plain = view.text;
  const written = [...spacedOut(plain), ...oddlySpelt(plain), ...inOtherLetters(view, original)];
  const noProse = marked.filter(({ kind }) => kind !== "hashtag");
  const words = written
    .filter((span) => !overlapsAny(noProse, span))
    .map((span) => disguisedWord(plain.slice(span.start, span.end), span));
  return { words: words.toSorted((a, b) => a.start - b.start) };
}

/** The longest term that `mayRead` can read. */
export const LONGEST_TERM = 30;

/**
 * Whether a disguised word may be read as `term` (lower-case letters, at most `LONGEST_TERM`). It keeps the set of places in the
 * term that the signs so far can have reached, as bits, so that it takes one pass however many stars there are. At least two
 * letters and a quarter of the term's must be shown: "J***" may be anyone.
 */
export function mayRead(word: DisguisedWord, term: string): boolean {
  if (word.shown < 2 || word.shown * 4 < term.length) return false;
  const all = (1 << (term.length + 1)) - 1;
  let reached = 1;
  let afterStar = false;
  for (const sign of word.signs) {
    // Neither a star nor a gap stands for the first letter, which must be shown.
    const begun = reached & ~1;
    switch (sign.kind) {
      case "star":
        reached = (begun << 1) | (afterStar ? begun : sign.most === 2 ? begun << 2 : 0);
        break;
      case "gap":
        reached |= begun << 1;
        break;
      case "letters": {
        const here = placesOf(sign.letters, term);
        reached = ((reached & here) << 1) | (word.stretched ? reached & (here << 1) : 0);
      }
    }
    reached &= all;
    if (reached === 0) return false;
    afterStar = sign.kind === "star";
  }
  return (reached & (1 << term.length)) !== 0;
}

/** The places in a term where one of the letters stands, as bits. */
function placesOf(letters: string, term: string): number {
  let places = 0;
  for (let at = 0; at < term.length; at++) if (letters.includes(term[at]!)) places |= 1 << at;
  return places;
}

/** Single letters with the same one thing between them: "f u c k", "s.h.i.t". */
function* spacedOut(plain: string): Generator<Span> {
  for (const { 0: run, index } of matchesIn(plain, SPACED_OUT)) {
    // "I f u c k e d up", "f u c k u": a lone letter that is a word may lead in or follow.
    for (const from of /^[ia] /i.test(run) ? [0, 2] : [0])
      for (const to of / [iua]$/i.test(run) ? [0, 2] : [0]) {
        if (run.length - from - to >= 5) yield { start: index + from, end: index + run.length - to };
      }
  }
}

/** Words with something other than a letter inside, or with a letter drawn out. */
function* oddlySpelt(plain: string): Generator<Span> {
  for (const { 0: chunk, index } of plain.matchAll(CHUNK)) {
    if (ORDINARY.test(chunk) && !STRETCHED.test(chunk)) continue;
    const span = coreOf(chunk);
    if (span === null) continue;
    const core = chunk.slice(span.start, span.end);
    if (looksDisguised(core)) yield { start: index + span.start, end: index + span.end };
    if (core.includes("-")) yield* starredParts(core, index + span.start);
  }
}

/** What is masked between hyphens: "un-f**king-real", "sh*t-show". */
function* starredParts(core: string, at: number): Generator<Span> {
  for (const { 0: part, index } of core.matchAll(/[^-]+/g))
    if (part.length < core.length && part.includes("*") && looksDisguised(part))
      yield { start: at + index, end: at + index + part.length };
}

/** Words of which a letter was written with another script's, in small capitals, in a frame … */
function* inOtherLetters(view: View, original: string): Generator<Span> {
  if (view.text === original || !ODD_LETTER.test(original)) return;
  for (const { 0: word, index } of view.text.matchAll(/[a-z]{3,40}/gi)) {
    const { start, end } = view.toOriginal({ start: index, end: index + word.length });
    if (ODD_LETTER.test(original.slice(start, end))) yield { start: index, end: index + word.length };
  }
}

/** A chunk without the punctuation, brackets and emphasis around it. */
function coreOf(chunk: string): Span | null {
  const start = chunk.search(/[\p{L}@$€]|(?<!\d)\d\p{L}/u);
  if (start < 0) return null;
  let end = chunk.length - (/'s?$/i.exec(chunk)?.[0].length ?? 0);
  while (end > start && TRAILING.includes(chunk[end - 1]!)) end--;
  if (start > 0 && chunk[start - 1] === "*") while (end > start && chunk[end - 1] === "*") end--;
  return { start, end };
}

function looksDisguised(core: string): boolean {
  if (core.length < 3 || core.length > 40 || FOOTNOTED.test(core) || INITIALS.test(core)) return false;
  const letters = core.match(/\p{L}/gu)?.length ?? 0;
  const digits = core.match(/\d/g)?.length ?? 0;
  // "A55" is a road and "T17" a room: a digit may stand for a letter only among letters.
  if (letters === 0 || digits > letters) return false;
  return STRETCHED.test(core) || MIXED.test(core);
}

function disguisedWord(written: string, { start, end }: Span): DisguisedWord {
  const between = LONE_LETTERS.test(written) ? written.replace(/[ .\-_]/g, "") : written;
  const signs = Array.from(between.toLowerCase(), signOf);
  const shown = signs.filter((sign) => sign.kind === "letters").length;
  return { start, end, signs, shown, stretched: STRETCHED.test(written) };
}

function signOf(character: string): Sign {
  const letters = LETTERS_OF[character];
  if (letters !== undefined) return { kind: "letters", letters };
  if (/\p{L}/u.test(character)) return { kind: "letters", letters: character };
  if (GAPS.includes(character)) return GAP;
  return "*\u2013\u2014".includes(character) ? STAR : MARK;
}

/** Neither Latin nor what is common to all scripts ("ⓢ" is). */
const ODD_LETTER =
  /[^\p{sc=Latin}\p{sc=Common}\p{sc=Inherited}]|[\u{1D400}-\u{1D7FF}\u2460-\u24FF\u{1F100}-\u{1F1AF}\u200B-\u200F\u2060\u00AD]/u;
const STAR: Sign = { kind: "star", most: 2 };
/** Any other mark stands for one letter: "A&E" hides nothing. */
const MARK: Sign = { kind: "star", most: 1 };
const GAP: Sign = { kind: "gap" };

const CHUNK = /[^\s/,;"]+/gu;
const ORDINARY = /^[(']?[a-z']+[).!?:'…]*$/i;
/** Three of one letter, or two of a vowel that English does not double. */
const STRETCHED = /(\p{L})\1\1|aa|ii|uu/iu;
/** Something else between letters, or in front of them, or behind a first lone letter. */
const MIXED = /\p{L}[^\p{L}\s'":)]|\p{L}μ|[@$€*\dμ]\p{L}|^\p{L}[^\p{L}']\p{L}/u;
/** "free*": the star leads to small print. */
const FOOTNOTED = /^\p{L}{4,}\*$/u;
/** "A&E" and "R&D*" hide nothing. */
const INITIALS = /^\p{Lu}(?:&\p{Lu})+\**$/u;
const SPACED_OUT =
  /(?<![\p{L}\p{N}'])[\p{L}@$0-9](?:([ .\-_])[\p{L}@$0-9!*])(?:\1[\p{L}@$0-9!*]){1,20}(?![\p{L}\p{N}'])/gu;
/** "s.h.i.t" leaves nothing out, and "p.r.n." is a prescription. */
const LONE_LETTERS = /^[\p{L}\p{N}@$!](?:[ .\-_][\p{L}\p{N}@$!*])+$/u;
const TRAILING = ".,;:!?)]}\"'…_-<>";
const GAPS = ".-_ '|";
/** What digits and signs are typed for ("leet"); "@" also for any vowel. */
const LETTERS_OF: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "il",
  "!": "il",
  "3": "e",
  "4": "a",
  "@": "aiou",
  "5": "s",
  $: "s",
  "6": "g",
  "7": "t",
  "+": "t",
  "8": "b",
  "9": "g",
  "(": "c",
  "<": "c",
  "€": "e",
  "¥": "y",
  μ: "u",
  v: "vu",
};

import type { Span } from "../model/span.ts";
import type { MarkedSpan } from "./spans.ts";

/** One sign of a disguised word: letters it may stand for, a star that hides a letter or two, or a gap that hides none or one. */
type Sign =
  | { readonly kind: "letters"; readonly letters: string }
  | { readonly kind: "star" }
  | { readonly kind: "gap" };

/** A word written so that a plain search would miss it: `sh1t`, `f**k`, `f.u.c.k`, `s h i t`, `shiiiit`. Offsets in the plain text. */
export interface DisguisedWord extends Span {
  readonly signs: readonly Sign[];
  readonly stretched: boolean;
}

/** The bare view: only the words that look disguised. Most texts have none. */
export interface Bare {
  readonly words: readonly DisguisedWord[];
}

export function bareView(plain: string, marked: readonly MarkedSpan[]): Bare {
  const chunks = [...plain.matchAll(SPACED_OUT), ...plain.matchAll(CHUNK)];
  const words: DisguisedWord[] = [];
  for (const { 0: chunk, index } of chunks) {
    const word = disguisedWord(chunk, index);
    if (
      word === null ||
      marked.some((span) => span.kind !== "hashtag" && span.start < word.end && word.start < span.end)
    )
      continue;
    words.push(word);
  }
  return { words };
}

/** Whether a disguised word may be read as `term` (lower case letters only). */
export function mayRead(word: DisguisedWord, term: string): boolean {
  const { signs } = word;
  const read = (at: number, letter: number, shown: number, afterStar: boolean): boolean => {
    if (at === signs.length) return letter === term.length && shown * 4 >= term.length;
    const sign = signs[at]!;
    if (sign.kind === "gap")
      return (
        read(at + 1, letter, shown, false) ||
        (letter > 0 && letter < term.length && read(at + 1, letter + 1, shown, false))
      );
    if (sign.kind === "star") {
      if (letter === 0) return false;
      return (
        (letter < term.length && read(at + 1, letter + 1, shown, true)) ||
        (letter + 1 < term.length && read(at + 1, letter + 2, shown, true)) ||
        (afterStar && read(at + 1, letter, shown, true))
      );
    }
    if (letter < term.length && sign.letters.includes(term[letter]!) && read(at + 1, letter + 1, shown + 1, false))
      return true;
    return (
      word.stretched && letter > 0 && sign.letters.includes(term[letter - 1]!) && read(at + 1, letter, shown, false)
    );
  };
  return read(0, 0, 0, false);
}

function disguisedWord(chunk: string, index: number): DisguisedWord | null {
  const from = chunk.search(/[\p{L}@$(€]/u);
  if (from < 0) return null;
  let to = chunk.length;
  while (to > from && TRAILING.test(chunk[to - 1]!)) to--;
  if (from > 0 && chunk[from - 1] === "*") while (to > from && chunk[to - 1] === "*") to--;
  const written = chunk.slice(from, to);
  if (written.length < 3 || written.length > 40) return null;
  const stretched = /(\p{L})\1\1/iu.test(written);
  const inside = /\p{L}[^\p{L}\s'"/,;:)]|[@$(€*]\p{L}|^\p{L}[^\p{L}']\p{L}/u.test(written);
  if (!stretched && !inside) return null;
  const letters = written.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0 || (/^\p{L}+\*$/u.test(written) && letters > 1)) return null;
  return { start: index + from, end: index + to, signs: Array.from(written.toLowerCase(), signOf), stretched };
}

function signOf(character: string): Sign {
  const letters = LETTERS_OF[character];
  if (letters !== undefined) return { kind: "letters", letters };
  if (/\p{L}/u.test(character)) return { kind: "letters", letters: character };
  return { kind: GAPS.includes(character) ? "gap" : "star" };
}

const CHUNK = /[^\s/,;"]+/gu;
/** Three or more single letters with the same one thing between them: "f u c k", "s.h.i.t". */
const SPACED_OUT =
  /(?<![\p{L}\p{N}'])[\p{L}@$0-9](?:([ .\-_])[\p{L}@$0-9!*])(?:\1[\p{L}@$0-9!*]){1,20}(?![\p{L}\p{N}'])/gu;
const TRAILING = /[.,;:!?)\]}"'…_-]/;
const GAPS = ".-_ '|";
/** What digits and signs are typed for ("leet"). */
const LETTERS_OF: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "il",
  "!": "il",
  "3": "e",
  "4": "a",
  "@": "a",
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
  v: "vu",
};

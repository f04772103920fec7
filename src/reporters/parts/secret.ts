import { merged, type Span } from "../../model/span.ts";

/** What stands in the place of a secret. */
export const MASKED = "[masked]";

/** Letters that a secret has at least, in UTF-16 units: less (a house number, an initial) would hide half of any post. */
const SHORTEST = 3;
/** A secret with fewer letters must stand alone: "Ann" is no part of "Hannah". */
const LONG = 6;
/** How many characters may stand between two letters of a secret, unless somebody asks for more. */
const APART = 3;

/**
 * The letters and digits of a passage that must not be shown however they are spaced, dashed, capitalised and accented: an id may well
 * hold the number of the text without its spaces. None where they are too few.
 */
export function secretsIn(passage: string): readonly string[] {
  const letters = lettersOf(passage);
  return letters.length < SHORTEST ? [] : [letters];
}

const BETWEEN_LETTERS = /[^\p{L}\p{N}]+/gu;
const BEYOND_ASCII = /[^\0-\x7F]/;
const BETWEEN_ASCII_LETTERS = /[^A-Za-z0-9]+/g;

/**
 * Without accents, as an id is often written without them. What is no letter goes first, too: a sign such as ™ would fall apart into
 * some. Upper case first: a long s and its like have a small letter only by way of their capital. A sigma has one more at a word's end.
 */
export const lettersOf = (words: string): string =>
  BEYOND_ASCII.test(words)
    ? words
        .replace(BETWEEN_LETTERS, "")
        .normalize("NFKD")
        .replace(BETWEEN_LETTERS, "")
        .toUpperCase()
        .toLowerCase()
        .replaceAll("ς", "σ")
    : words.replace(BETWEEN_ASCII_LETTERS, "").toLowerCase();

/** A search of letters costs little beside telling where they stand. */
export function hidden(words: string, secrets: readonly string[], apart = APART): string {
  if (secrets.length === 0) return words;
  const all = lettersOf(words);
  const present = secrets.filter((secret) => all.includes(secret));
  return withoutSpans(words, { start: 0, end: words.length }, merged(placesOf(words, present, apart)));
}

/** Where one of the secrets stands, however it is written; places may overlap. */
export function placesOf(words: string, secrets: readonly string[], apart = APART): readonly Span[] {
  if (secrets.length === 0) return [];
  const placed = placedLetters(words);
  return secrets.flatMap((secret) => placesOfOne(secret, words, placed, apart));
}

/** Letters as `lettersOf` has them, each with the character that it comes from: some characters (ß) are two letters. */
interface Placed {
  readonly letters: string;
  readonly spans: readonly Span[];
}

function placedLetters(words: string): Placed {
  let letters = "";
  const spans: Span[] = [];
  for (const { 0: character, index: start } of words.matchAll(LETTER)) {
    const span = { start, end: start + character.length };
    const own = lettersOf(character);
    letters += own;
    for (let unit = 0; unit < own.length; unit++) spans.push(span);
  }
  return { letters, spans };
}

const LETTER = /[\p{L}\p{N}]/gu;

function placesOfOne(secret: string, words: string, { letters, spans }: Placed, apart: number): readonly Span[] {
  const found: Span[] = [];
  for (let at = letters.indexOf(secret); at !== -1; at = letters.indexOf(secret, at + 1)) {
    const own = spans.slice(at, at + secret.length);
    const { start } = own[0]!;
    const end = behindMarks(words, own.at(-1)!.end);
    const alone = spans[at - 1]?.end !== start && spans[at + secret.length]?.start !== end;
    const close = own.every((span, unit) => unit === 0 || lengthOf(words, own[unit - 1]!.end, span.start) <= apart);
    if (close && (alone || secret.length >= LONG)) found.push({ start, end });
  }
  return found;
}

/** In characters. */
const lengthOf = (words: string, start: number, end: number): number =>
  start >= end ? 0 : [...words.slice(start, end)].length;

/** Accents of the last letter go with it. */
function behindMarks(words: string, end: number): number {
  MARKS.lastIndex = end;
  return end + (MARKS.exec(words)?.[0].length ?? 0);
}

const MARKS = /\p{M}*/uy;

/** A stretch of a text with a mark for each of the spans in it: in order, apart from each other. */
export function withoutSpans(text: string, { start, end }: Span, secrets: readonly Span[]): string {
  let shown = "";
  let at = start;
  for (const secret of secrets) {
    if (secret.end <= at || secret.start >= end) continue;
    shown += text.slice(at, Math.max(at, secret.start)) + MASKED;
    at = Math.min(end, secret.end);
  }
  return shown + text.slice(at, end);
}

/** Any number of secrets: words are looked through once, and not once a secret. */
export class SecretIndex {
  /** By the `SHORTEST` letters with which they begin, and by their length. */
  readonly #byOpening = new Map<string, Map<number, Set<string>>>();

  add(secret: string): void {
    const opening = secret.slice(0, SHORTEST);
    const byLength = this.#byOpening.get(opening) ?? new Map<number, Set<string>>();
    const ofLength = byLength.get(secret.length) ?? new Set<string>();
    this.#byOpening.set(opening, byLength.set(secret.length, ofLength.add(secret)));
  }

  /** Those that the words hold, each once. */
  within(words: string): readonly string[] {
    if (this.#byOpening.size === 0) return NONE;
    const letters = lettersOf(words);
    const found = new Set<string>();
    for (let at = 0; at + SHORTEST <= letters.length; at++) {
      const byLength = this.#byOpening.get(letters.slice(at, at + SHORTEST));
      if (byLength === undefined) continue;
      for (const [length, secrets] of byLength) {
        const secret = letters.slice(at, at + length);
        if (secrets.has(secret)) found.add(secret);
      }
    }
    return found.size === 0 ? NONE : [...found];
  }
}

const NONE: readonly string[] = [];

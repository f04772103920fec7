import { once } from "../../model/once.ts";
import { merged, type Span } from "../../model/span.ts";

/** What stands in the place of a secret. */
export const MASKED = "[masked]";

/** Letters that a secret has at least, in UTF-16 units: less would hide half of any post. */
const SHORTEST = 3;

/** Words that must not be shown, however they are written. */
export interface Secret {
  readonly letters: string;
  /** For all ways to write it. Asked for only where the letters stand: most words hold no secret. */
  readonly pattern: () => RegExp;
}

/**
 * The same letters and digits however they are spaced and dashed: an id may well hold the number of the text without its spaces.
 * Less than three of them (a house number, an initial) would hide half the post. The shorter ones must stand alone.
 */
export function anyWriting(passage: string): readonly Secret[] {
  const letters = passage.match(LETTERS) ?? [];
  if (letters.length < SHORTEST) return [];
  const pattern = () => {
    const body = `${letters.join("[^\\p{L}\\p{N}]{0,3}")}\\p{M}*`;
    return new RegExp(letters.length < 6 ? `(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])` : body, "giu");
  };
  return [{ letters: lettersOf(passage), pattern: once(pattern) }];
}

const LETTERS = /[\p{L}\p{N}]/gu;

const BETWEEN_LETTERS = /[^\p{L}\p{N}]+/gu;

/** Upper case first: a long s and its like have a small letter only by way of their capital. A sigma has one more at a word's end. */
export const lettersOf = (words: string): string =>
  words.replace(BETWEEN_LETTERS, "").toUpperCase().toLowerCase().replaceAll("ς", "σ");

/** A plain search of letters costs little beside a pattern for all ways to write them. */
export function hidden(words: string, secrets: readonly Secret[]): string {
  if (secrets.length === 0) return words;
  const all = lettersOf(words);
  const present = secrets.filter(({ letters }) => all.includes(letters));
  return withoutSpans(words, { start: 0, end: words.length }, merged(placesOf(words, present)));
}

/** Where one of the secrets stands, however it is written; places may overlap. */
export const placesOf = (words: string, secrets: readonly Secret[]): readonly Span[] =>
  secrets.flatMap(({ pattern }) =>
    Array.from(words.matchAll(pattern()), ({ 0: found, index }) => ({ start: index, end: index + found.length })),
  );

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

/** Any number of secrets, by their letters: words are looked through once, and not once a secret. */
export class SecretIndex {
  /** By the `SHORTEST` letters with which they begin, and by their length. */
  readonly #byOpening = new Map<string, Map<number, Map<string, Secret>>>();

  add(secret: Secret): void {
    const { letters } = secret;
    const opening = letters.slice(0, SHORTEST);
    const byLength = this.#byOpening.get(opening) ?? new Map<number, Map<string, Secret>>();
    const ofLength = byLength.get(letters.length) ?? new Map<string, Secret>();
    this.#byOpening.set(opening, byLength.set(letters.length, ofLength.set(letters, secret)));
  }

  /** Those that the words hold, the longest first. */
  within(words: string): readonly Secret[] {
    if (this.#byOpening.size === 0) return NONE;
    const letters = lettersOf(words);
    const found = new Set<Secret>();
    for (let at = 0; at + SHORTEST <= letters.length; at++) {
      const byLength = this.#byOpening.get(letters.slice(at, at + SHORTEST));
      if (byLength === undefined) continue;
      for (const [length, secrets] of byLength) {
        const secret = secrets.get(letters.slice(at, at + length));
        if (secret !== undefined) found.add(secret);
      }
    }
    return found.size === 0 ? NONE : [...found].sort((a, b) => b.letters.length - a.letters.length);
  }
}

const NONE: readonly Secret[] = [];

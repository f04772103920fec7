import type { PreparedCopy } from "../prepare/document.ts";
import type { Word } from "../prepare/words.ts";
import { FAITHS_AND_NATIONS, GROUP_WORDS } from "./groups.ts";
import { NO_WORD_LISTS, type WordLists } from "./word-lists.ts";

/** What the model has read often enough, and mostly in small letters, to take for a word and not for a name. */
export type IsOrdinary = (word: number) => boolean;

/**
 * How the model reads each word of a copy. A word that stands in a word list is read once and known by its number from then on: most
 * words of a post do.
 */
export class WordSigns {
  /** At the place of a word: what it stands for in features. Another array once `numbersOf` met other lists. */
  signs = Int32Array.of(NOTHING, NOTHING, NAME, LINK, HANDLE);
  readonly #isOrdinary: IsOrdinary;
  readonly #lists: WordLists;
  /** What the word of each place is; 0 where nobody has looked yet. */
  #kinds: Uint8Array = new Uint8Array(FIRST);
  #numbered: object | undefined;

  constructor(isOrdinary: IsOrdinary, lists: WordLists = NO_WORD_LISTS) {
    this.#isOrdinary = isOrdinary;
    this.#lists = lists;
  }

  /** The numbers of a copy's words, as `placeOf` wants them. */
  numbersOf(copy: PreparedCopy): Int32Array {
    const numbered = this.#lists.sets();
    if (this.#numbered !== numbered) {
      this.#numbered = numbered;
      this.#kinds = new Uint8Array(FIRST + this.#lists.words());
      const signs = new Int32Array(this.#kinds.length);
      signs.set(this.signs.subarray(0, FIRST));
      this.signs = signs;
    }
    return this.#lists.numbersOf(copy);
  }

  /** The place of a word of a copy by its number, as `numbersOf` has just told it; it holds until the next word is asked about. */
  placeOf(word: Word, copy: PreparedCopy, number: number): number {
    const { within } = word;
    if (within === "link") return LINK_PLACE;
    if (within === "email" || within === "handle") return HANDLE_PLACE;
    const place = number < 0 ? UNNUMBERED : FIRST + number;
    let kind = this.#kinds[place]!;
    if (kind === UNREAD || place === UNNUMBERED) kind = this.#read(place, word.text);
    if (kind <= LITTLE) return place;
    if (kind === NAMING) return NAME_PLACE;
    return kind === UNKNOWN && within === "prose" && isCapitalised(copy, word) ? NAME_PLACE : NOTHING_PLACE;
  }

  /** Whether what stands at a place that `placeOf` has just answered says something by itself. */
  tells(place: number): boolean {
    return this.#kinds[place] === ORDINARY;
  }

  #read(place: number, text: string): number {
    const sign = signOf(text);
    const kind = this.#isOrdinary(sign) ? ORDINARY : (KINDS.get(sign) ?? UNKNOWN);
    this.signs[place] = sign;
    this.#kinds[place] = kind;
    return kind;
  }
}

/** Whether what stands at a place is a name, a link or an address, which are all alike. */
export const isPlaceholder = (place: number): boolean => place >= NAME_PLACE && place <= HANDLE_PLACE;

/**
 * The sign of a word as it stands in a vocabulary: its letters, digits folded. It is FNV-1a as in `hashOf` but for the last step, and
 * stays as it is: the models that are shipped know words by it.
 */
export function signOf(text: string): number {
  let sign = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    sign = Math.imul(sign ^ (code >= 48 && code <= 57 ? 48 : code), 0x01000193);
  }
  return scrambled(sign);
}

/** Whether a word is written as names are: a capital, then a small letter. */
export function isCapitalised({ plain }: PreparedCopy, { start, end }: Word): boolean {
  if (end - start < 2) return false;
  const first = plain.text.charCodeAt(start);
  const second = plain.text.charCodeAt(start + 1);
  if (first < 128 && second < 128) return first >= 65 && first <= 90 && second >= 97 && second <= 122;
  return /^\p{Lu}[\p{Ll}\p{M}]/u.test(plain.text.slice(start, start + 3));
}

export const scrambled = (number: number): number => {
  let sign = Math.imul(number ^ (number >>> 16), 0x7feb352d);
  sign = Math.imul(sign ^ (sign >>> 15), 0x846ca68b);
  sign ^= sign >>> 16;
  return sign === 0 ? 1 : sign;
};

/** The sign of a word that is no word to the model and no name either: it is in no feature. */
export const NOTHING = 0;
const NAME = signOf("{name}");
const LINK = signOf("{link}");
const HANDLE = signOf("{handle}");

/** What a word is to the model. */
const UNREAD = 0;
const ORDINARY = 1;
const LITTLE = 2;
/** Of a faith or nation: as a name. */
const NAMING = 3;
const GROUP = 4;
/** A name where it has a capital, else nothing. */
const UNKNOWN = 5;

/** Places that are no word's. A word without a number is read at the first of them, anew each time. */
const UNNUMBERED = 0;
const NOTHING_PLACE = 1;
const NAME_PLACE = 2;
const LINK_PLACE = 3;
const HANDLE_PLACE = 4;
const FIRST = 5;

/** Words that are no features alone, by their sign. */
const KINDS: ReadonlyMap<number, number> = new Map([
  ...[...FAITHS_AND_NATIONS].map((word) => [signOf(word), NAMING] as const),
  ...[...GROUP_WORDS].map((word) => [signOf(word), GROUP] as const),
  ..."the a an and of to in is are was were be been being am it that this for on with as at by from or not n't 's 're 'm 've 'll 'd you we they he she i my our your their his her its have has had will would can could do does did what who when how all so if but there here than then them us me no yes up out about into more most some any just only one two get got go going him hers ours mine yours theirs which whom whose these those such too very own same other over under again once now off down between both each few because while until against during before after above below through where why nor ever never also even much many"
    .split(" ")
    .map((word) => [signOf(word), LITTLE] as const),
]);

/** Whether a word may be learned as such: little words and those for groups are read in another way. */
export const mayBeOrdinary = (sign: number): boolean => !KINDS.has(sign);

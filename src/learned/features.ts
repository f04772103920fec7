import type { PreparedCopy, Sentence } from "../prepare/document.ts";
import type { Word } from "../prepare/words.ts";
import { FAITHS_AND_NATIONS, GROUP_WORDS } from "./groups.ts";

/** What the model has read often enough, and mostly in small letters, to take for a word and not for a name. */
export type IsOrdinary = (word: number) => boolean;

/** A feature by its key, with the words of the copy that it stands for, `end` exclusive; both are the same for an emoji. */
export type Visit = (key: number, first: number, end: number) => void;

/**
 * Hands on every feature of a sentence, as often as it stands there: single words, pairs, threes and pairs with a word between,
 * the sentence's bounds among them, and emoji. Names, links, addresses and handles are all alike, and so are digits. Words for groups
 * of people are read as names or not at all. Little words count beside others only: alone they tell who writes.
 */
export function visitFeatures(sentence: Sentence, isOrdinary: IsOrdinary, visit: Visit): void {
  const length = readSigns(sentence, isOrdinary);
  let before = BEGIN;
  let beforeThat = NOTHING;
  for (let at = 0; at < length; at++) {
    const sign = signs[at]!;
    const first = places[at]!;
    const end = first + 1;
    if (sign !== NOTHING) {
      if (telling[at] === 1) visit(sign, first, end);
      if (before !== NOTHING) {
        const pair = paired(before, sign);
        visit(pair, places[Math.max(0, at - 1)]!, end);
        if (beforeThat !== NOTHING) visit(third(beforeThat, pair), places[Math.max(0, at - 2)]!, end);
      }
      if (at > 1 && beforeThat !== NOTHING && telling[at]! + telling[at - 2]! > 0) {
        visit(apart(beforeThat, sign), places[at - 2]!, end);
      }
    }
    beforeThat = before;
    before = sign;
  }
  if (length > 0 && before !== NOTHING) visit(paired(before, END), places[length - 1]!, places[length - 1]! + 1);
  visitEmoji(sentence, visit);
}

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

/** The sign of a word that is no word to the model and no name either: it is in no feature. */
const NOTHING = 0;
/** Reused from sentence to sentence: reading a post allocates nothing. */
let signs = new Int32Array(256);
/** Which word of the copy each sign stands for. */
let places = new Int32Array(256);
/** 1 for a sign that says something by itself. */
let telling = new Uint8Array(256);

/** Fills the three; the answer is how many signs there are. */
function readSigns({ in: copy, firstWord, endWord }: Sentence, isOrdinary: IsOrdinary): number {
  if (endWord - firstWord > signs.length) {
    signs = new Int32Array(2 * (endWord - firstWord));
    places = new Int32Array(signs.length);
    telling = new Uint8Array(signs.length);
  }
  let length = 0;
  for (let at = firstWord; at < endWord; at++) {
    const word = copy.words[at]!;
    const sign = signAt(copy, word, isOrdinary);
    const stands = isPlaceholder(sign);
    // "Priya Patel" is one name, and an address is one address.
    if (stands && length > 0 && sign === signs[length - 1]) continue;
    signs[length] = sign;
    places[length] = at;
    telling[length++] = stands || KINDS.get(sign) === "little" ? 0 : 1;
  }
  return length;
}

function signAt(copy: PreparedCopy, word: Word, isOrdinary: IsOrdinary): number {
  if (word.within === "link") return LINK;
  if (word.within === "email" || word.within === "handle") return HANDLE;
  const sign = signOf(word.text);
  if (isOrdinary(sign)) return sign;
  const kind = KINDS.get(sign);
  if (kind !== undefined) return kind === "little" ? sign : kind === "name" ? NAME : NOTHING;
  return word.within === "prose" && isCapitalised(copy, word) ? NAME : NOTHING;
}

function visitEmoji({ in: copy, start, end, firstWord, endWord }: Sentence, visit: Visit): void {
  const { text } = copy.plain;
  let word = firstWord;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x2600 || (code > 0x27bf && (code & 0xfc00) !== 0xd800)) continue;
    const point = text.codePointAt(at)!;
    if (point > 0x27bf && point < 0x1f300) continue;
    while (word < endWord && copy.words[word]!.start < at) word++;
    visit(scrambled(point + EMOJI), word, word);
  }
}

const scrambled = (number: number): number => {
  let sign = Math.imul(number ^ (number >>> 16), 0x7feb352d);
  sign = Math.imul(sign ^ (sign >>> 15), 0x846ca68b);
  sign ^= sign >>> 16;
  return sign === 0 ? 1 : sign;
};
const joined = (a: number, b: number, how: number): number =>
  scrambled(Math.imul(a, 0x9e3779b1) ^ Math.imul(b + how, 0xc2b2ae35));
const paired = (a: number, b: number): number => joined(a, b, 1);
const third = (a: number, pair: number): number => joined(a, pair, 2);
const apart = (a: number, b: number): number => joined(a, b, 3);

/** The feature that a word list is, by the hash of its key. */
export const listFeature = (hash: number): number => scrambled(hash ^ LIST);

const EMOJI = 0x40000000;
const LIST = 0x13579bdf;
const BEGIN = signOf("{begin}");
const END = signOf("{end}");
const NAME = signOf("{name}");
const LINK = signOf("{link}");
const HANDLE = signOf("{handle}");
const isPlaceholder = (sign: number) => sign === NAME || sign === LINK || sign === HANDLE;

/** Words that are no features alone, by their sign. */
const KINDS: ReadonlyMap<number, "little" | "group" | "name"> = new Map([
  ...[...FAITHS_AND_NATIONS].map((word) => [signOf(word), "name"] as const),
  ...[...GROUP_WORDS].map((word) => [signOf(word), "group"] as const),
  ..."the a an and of to in is are was were be been being am it that this for on with as at by from or not n't 's 're 'm 've 'll 'd you we they he she i my our your their his her its have has had will would can could do does did what who when how all so if but there here than then them us me no yes up out about into more most some any just only one two get got go going him hers ours mine yours theirs which whom whose these those such too very own same other over under again once now off down between both each few because while until against during before after above below through where why nor ever never also even much many"
    .split(" ")
    .map((word) => [signOf(word), "little"] as const),
]);

/** Whether a word may be learned as such: little words and those for groups are read in another way. */
export const mayBeOrdinary = (sign: number): boolean => !KINDS.has(sign);

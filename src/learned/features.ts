import type { Sentence } from "../prepare/document.ts";
import { isPlaceholder, NOTHING, scrambled, signOf, type WordSigns } from "./word-signs.ts";

/** Features of a sentence by their keys, each with the words of the copy that it stands for: from `first` to before `end`, the same for an emoji. */
export interface Features {
  /** How many there are; what stands behind them in the arrays is no feature. */
  readonly length: number;
  readonly keys: Int32Array;
  readonly first: Int32Array;
  readonly end: Int32Array;
}

/**
 * Every feature of a sentence, as often as it stands there: single words, pairs, threes and pairs with a word between, the sentence's
 * bounds among them, and emoji. Names, links, addresses and handles are all alike, and so are digits. Words for groups of people are
 * read as names or not at all. Little words count beside others only: alone they tell who writes. The answer is overwritten by the next.
 */
export function featuresOf(sentence: Sentence, words: WordSigns): Features {
  const { in: copy, firstWord, endWord } = sentence;
  makeRoomFor(MOST_OF_A_WORD * (endWord - firstWord + 1));
  const { keys, first, end } = features;
  const numbers = words.numbersOf(copy);
  let length = 0;
  let signs = 0;
  let last = BEGIN;
  let lastAt = firstWord;
  let lastTells = false;
  let beforeLast = NOTHING;
  let beforeLastAt = firstWord;
  let beforeLastTells = false;
  const add = (key: number, from: number, to: number) => {
    keys[length] = key;
    first[length] = from;
    end[length++] = to;
  };
  for (let at = firstWord; at < endWord; at++) {
    const place = words.placeOf(copy.words[at]!, copy, numbers[at]!);
    const sign = words.signs[place]!;
    // "Priya Patel" is one name, and an address is one address.
    if (sign === last && isPlaceholder(place)) continue;
    const tells = words.tells(place);
    signs++;
    if (sign !== NOTHING) {
      if (tells) add(sign, at, at + 1);
      if (last !== NOTHING) {
        const pair = paired(last, sign);
        add(pair, lastAt, at + 1);
        if (beforeLast !== NOTHING) add(third(beforeLast, pair), beforeLastAt, at + 1);
      }
      if (beforeLast !== NOTHING && signs > 2 && (tells || beforeLastTells)) {
        add(apart(beforeLast, sign), beforeLastAt, at + 1);
      }
    }
    beforeLast = last;
    beforeLastAt = lastAt;
    beforeLastTells = lastTells;
    last = sign;
    lastAt = at;
    lastTells = tells;
  }
  if (signs > 0 && last !== NOTHING) add(paired(last, END), lastAt, lastAt + 1);
  features.length = length;
  addEmoji(sentence);
  return features;
}

/** A word ends a single one, a pair, a three and a pair with a word between. */
const MOST_OF_A_WORD = 4;

/** Reused from sentence to sentence. */
let features = { length: 0, keys: new Int32Array(256), first: new Int32Array(256), end: new Int32Array(256) };

function makeRoomFor(length: number): void {
  if (length <= features.keys.length) return;
  const wider = (numbers: Int32Array) => {
    const wide = new Int32Array(2 * length);
    wide.set(numbers);
    return wide;
  };
  const { keys, first, end } = features;
  features = { length: features.length, keys: wider(keys), first: wider(first), end: wider(end) };
}

function addEmoji({ in: copy, start, end, firstWord, endWord }: Sentence): void {
  const { text } = copy.plain;
  let word = firstWord;
  for (let at = Math.max(start, firstEmojiIn(text)); at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x2600 || (code > 0x27bf && (code & 0xfc00) !== 0xd800)) continue;
    const point = text.codePointAt(at)!;
    if (point > 0x27bf && point < 0x1f300) continue;
    while (word < endWord && copy.words[word]!.start < at) word++;
    const place = features.length++;
    makeRoomFor(place + 1);
    features.keys[place] = scrambled(point + EMOJI);
    features.first[place] = word;
    features.end[place] = word;
  }
}

/** Where in a text an emoji may first stand: most have none. Sentences of one text are read one after the other. */
function firstEmojiIn(text: string): number {
  if (text !== searched.text) {
    const at = text.search(MAYBE_EMOJI);
    searched = { text, first: at < 0 ? text.length : at };
  }
  return searched.first;
}

let searched = { text: "", first: 0 };
const MAYBE_EMOJI = /[\u2600-\u27bf\ud800-\udbff]/;

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

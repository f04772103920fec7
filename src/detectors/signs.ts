import type { PreparedCopy, Sentence } from "../prepare/document.ts";
import { remembered } from "../prepare/remembered.ts";

/** Characters that can be seen in a sentence without looking for words, and how many sentences show one, of a thousand, roughly. */
const CHARACTERS = {
  digit: ["0123456789", 350],
  "at-sign": ["@", 100],
  slash: ["/", 150],
  backslash: ["\\", 1],
  star: ["*", 10],
  "double-quote": ['"', 100],
  apostrophe: ["'", 500],
  hyphen: ["-", 250],
  colon: [":", 150],
  dollar: ["$", 2],
  hash: ["#", 150],
  brace: ["{", 1],
  bracket: ["[", 10],
  parenthesis: ["(", 100],
} as const;

export type CharacterSign = keyof typeof CHARACTERS | "beyond-ascii" | "capitals";

/** Signs of a character, and those that take more than one: any character that is not ASCII, and two ASCII capitals side by side. */
export const CHARACTER_SIGNS = [...Object.keys(CHARACTERS), "beyond-ascii", "capitals"] as readonly CharacterSign[];

/**
 * Signs that can be seen without looking for words. Resemblances, likely ones or any, are signs of the whole post, `hold` one of the
 * run; `calendar` shows only when all posts of a source are there.
 */
export const SIGNS = [
  ...CHARACTER_SIGNS,
  "disguise",
  "meta",
  "resemblance",
  "faint-resemblance",
  "hold",
  "calendar",
] as const;
export type Sign = (typeof SIGNS)[number];

/** So many digits, or more, in one copy: what a post may be told by, as numbers of people are long and most posts have only a date. */
const DIGIT_COUNTS = { "four-digits": 4, "six-digits": 6, "eight-digits": 8, "ten-digits": 10 } as const;
export type DigitSign = keyof typeof DIGIT_COUNTS;
const DIGIT_SIGNS = Object.keys(DIGIT_COUNTS) as readonly DigitSign[];

/** The greatest count that so many digits reach; a digit at all where they reach none. */
export const signOfDigits = (digits: number): DigitSign | "digit" =>
  DIGIT_SIGNS.findLast((sign) => DIGIT_COUNTS[sign] <= digits) ?? "digit";

/** What a post can be told by without looking for words. */
export type PostSign = CharacterSign | DigitSign;
const POST_SIGNS: readonly PostSign[] = [...CHARACTER_SIGNS, ...DIGIT_SIGNS];

/** How many sentences of a thousand show a sign, roughly. */
export const signCost = (sign: Sign): number =>
  sign === "capitals" ? 300 : Object.hasOwn(CHARACTERS, sign) ? CHARACTERS[sign as keyof typeof CHARACTERS][1] : 200;

const bitOf = (sign: PostSign): number => 1 << POST_SIGNS.indexOf(sign);

const BEYOND_ASCII = bitOf("beyond-ascii");
const CAPITALS = bitOf("capitals");

const BITS = Int32Array.from({ length: 128 }, (_, code) =>
  CHARACTER_SIGNS.reduce(
    (bits, sign) => (charactersOf(sign).includes(String.fromCharCode(code)) ? bits | bitOf(sign) : bits),
    0,
  ),
);

function charactersOf(sign: CharacterSign): string {
  return Object.hasOwn(CHARACTERS, sign) ? CHARACTERS[sign as keyof typeof CHARACTERS][0] : "";
}

/** The sign that a character is; null for one that is none. */
export const signOfCharacter = (character: string): CharacterSign | null =>
  character.charCodeAt(0) > 127
    ? "beyond-ascii"
    : (CHARACTER_SIGNS.find((sign) => charactersOf(sign).includes(character)) ?? null);

/** Whether the sentence shows one of these signs; those that are not of a character count as shown. */
export const showsSign = (signs: readonly Sign[], sentence: Sentence): boolean =>
  signs.some((sign) => !isOfCharacter(sign) || (signsOf(sentence) & bitOf(sign)) !== 0);

export const isOfCharacter = (sign: Sign): sign is CharacterSign => CHARACTER_SIGNS.includes(sign as CharacterSign);

export const isOfPost = (sign: Sign | PostSign): sign is PostSign => POST_SIGNS.includes(sign as PostSign);

/** The bits of these signs as `signsOf` and `digitSignsOf` have them. */
export const bitsOf = (signs: readonly PostSign[]): number => signs.reduce((bits, sign) => bits | bitOf(sign), 0);

/** A bit for each of `CHARACTER_SIGNS` that the sentence shows. */
export const signsOf = remembered(({ text }: Sentence): number => characterSigns(text));

function characterSigns(text: string): number {
  let bits = 0;
  let afterCapital = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    bits |= code < 128 ? BITS[code]! : BEYOND_ASCII;
    const isCapital = code >= 65 && code <= 90;
    if (isCapital && afterCapital) bits |= CAPITALS;
    afterCapital = isCapital;
  }
  return bits;
}

/** How many digits a copy has. */
export const digitsIn = remembered(({ plain: { text } }: PreparedCopy): number => {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits++;
  }
  return digits;
});

/** A bit for each count of digits that the copy reaches. */
export const digitSignsOf = (copy: PreparedCopy): number =>
  bitsOf(DIGIT_SIGNS.filter((sign) => DIGIT_COUNTS[sign] <= digitsIn(copy)));

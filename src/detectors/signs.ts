import type { Sentence } from "../prepare/document.ts";
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

/** How many sentences of a thousand show a sign, roughly. */
export const signCost = (sign: Sign): number =>
  sign === "capitals" ? 300 : Object.hasOwn(CHARACTERS, sign) ? CHARACTERS[sign as keyof typeof CHARACTERS][1] : 200;

const bitOf = (sign: CharacterSign): number => 1 << CHARACTER_SIGNS.indexOf(sign);

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

/** The bits of these signs as `signsOf` has them. */
export const bitsOf = (signs: readonly CharacterSign[]): number => signs.reduce((bits, sign) => bits | bitOf(sign), 0);

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

import { graphemesOf } from "../model/graphemes.ts";
import type { Span } from "../model/span.ts";

/** Simplified text with the way back to what the author typed. */
export interface View {
  readonly text: string;
  /** `span` is not empty and lies in `text`. */
  readonly toOriginal: (span: Span) => Span;
}

/**
 * The plain view: Unicode compatibility forms made plain, zero-width and overlay characters dropped, letters that only look
 * Latin made Latin, curly quotes and no-break spaces straightened. It works a grapheme at a time, so a passage never begins
 * or ends inside one, and what stands elsewhere in the text never changes how a grapheme is read.
 */
export function fold(original: string): View {
  if (!UNUSUAL.test(original)) return identityView(straighten(original));
  let text = "";
  const from: number[] = [];
  const to: number[] = [];
  const leadBack = (units: number, start: number, end: number) => {
    for (let unit = 0; unit < units; unit++) {
      from.push(start);
      to.push(end);
    }
  };
  for (const { segment, index } of graphemesOf(original)) {
    const plain = UNUSUAL.test(segment) ? simplify(segment) : straighten(segment);
    if (plain === segment) {
      // Unchanged: character for character, so that a passage can begin at the second half of a "\r\n".
      let at = index;
      for (const { length } of segment) {
        leadBack(length, at, at + length);
        at += length;
      }
    } else leadBack(plain.length, index, index + segment.length);
    text += plain;
  }
  return { text, toOriginal: ({ start, end }) => ({ start: from[start]!, end: to[end - 1]! }) };
}

export function identityView(text: string): View {
  return { text, toOriginal: (span) => span };
}

/** Replaces one unit by one unit only, so that offsets stay. */
function straighten(text: string): string {
  if (!CURLY.test(text)) return text;
  return text
    .replace(/[\u2018\u2019\u201B\u02BC\u00B4`]/g, "'")
    .replace(/[\u201C\u201D\u201F]/g, '"')
    .replace(/[\u00A0\u2007\u202F\u2009\u200A\u2002\u2003\u3000]/g, " ")
    .replace(/[\u2028\u2029]/g, "\n")
    .replace(/[\u2010\u2011]/g, "-");
}

function simplify(grapheme: string): string {
  if (EMOJI.test(grapheme)) return grapheme;
  const compatible = grapheme.normalize("NFKC").replace(INVISIBLE, "");
  let plain = "";
  for (const character of compatible.replace(LOOSE_MARKS, "")) plain += LOOKALIKES.get(character) ?? character;
  return straighten(plain);
}

const CURLY =
  /[\u2018\u2019\u201B\u02BC\u00B4`\u201C\u201D\u201F\u00A0\u2007\u202F\u2009\u200A\u2002\u2003\u3000\u2028\u2029\u2010\u2011]/;

/** What a careful eye would not see in print: soft hyphens, zero-width and direction characters, variation selectors, fillers. */
const INVISIBLE =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\u{E0000}-\u{E0FFF}]/gu;

/** Marks left over once a letter and its accent became one character: overlays and stacked "zalgo" marks. */
const LOOSE_MARKS = /(?<=[\p{sc=Latin}\p{N}\p{M}])\p{M}/gu;

const EMOJI = /\p{Extended_Pictographic}/u;

/**
 * Whatever sends a text down the slow road. The joiner and the variation selector of emoji are no reason to,
 * unless they stand behind a letter.
 */
const UNUSUAL =
  /[\u00AD\u0131\u017F\u0185\u0250-\u02AF\u0300-\u036F\u0370-\u058F\u061C\u115F\u1160\u13A0-\u13FF\u17B4\u17B5\u180B-\u180F\u1AB0-\u1AFF\u1D00-\u1DFF\u2000\u2001\u2004-\u2006\u2008\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\u2070-\u209F\u20D0-\u20EF\u2100-\u218F\u2460-\u24FF\u3164\uA720-\uA7FF\uFB00-\uFB06\uFE00-\uFE0D\uFEFF\uFF01-\uFFA0\u{1D400}-\u{1D7FF}\u{1F100}-\u{1F18F}\u{E0000}-\u{E0FFF}]|[\p{L}\p{N}][\u200D\uFE0E\uFE0F]/u;

/** Letters of other scripts that print like Latin ones (after the confusables of Unicode Technical Standard 39, single letters only). */
const LOOKALIKES = new Map<string, string>(
  Object.entries({
    a: "аɑα",
    b: "Ьƅ",
    c: "с",
    d: "ԁɗ",
    e: "еҽ",
    g: "ɡ",
    h: "һ",
    i: "іıɩ",
    j: "ј",
    k: "κк",
    l: "ӏ",
    m: "м",
    n: "ոռ",
    o: "оοօ",
    p: "рρ",
    q: "ԛ",
    r: "г",
    s: "ѕ",
    t: "т",
    u: "υս",
    v: "ν",
    w: "ԝω",
    x: "х",
    y: "уγ",
    z: "ᴢ",
    A: "АΑ",
    B: "ВΒ",
    C: "С",
    D: "Ꭰ",
    E: "ЕΕ",
    G: "Ԍ",
    H: "НΗ",
    I: "ІΙӀ",
    J: "Ј",
    K: "КΚ",
    L: "Ꮮ",
    M: "МΜ",
    N: "Ν",
    O: "ОΟՕ",
    P: "РΡ",
    Q: "Ԛ",
    R: "Ꭱ",
    S: "ЅՏ",
    T: "ТΤ",
    V: "Ѵ",
    W: "Ԝ",
    X: "ХΧ",
    Y: "УΥҮ",
    Z: "Ζ",
  }).flatMap(([latin, others]) => Array.from(others, (other) => [other, latin] as const)),
);

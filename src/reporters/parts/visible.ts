import { graphemesOf } from "../../model/graphemes.ts";
import type { Span } from "../../model/span.ts";

/** One grapheme of a draft, or one character of a suspicious one, and what a terminal may get in its place. A tab is left to whoever knows its column. */
export interface Glyph extends Span {
  readonly shown: string;
}

/** A draft's text as one line that is safe to print: white space is a space, whatever else acts unseen is spelled out. */
export function visible(text: string): string {
  return glyphs(text.replace(/[\t\r\n]+/gu, " "))
    .map(({ shown }) => shown)
    .join("");
}

/** The graphemes of one line, in order. Nothing of what they show moves a cursor, turns the writing or hides. */
export function glyphs(line: string): readonly Glyph[] {
  return Array.from(graphemesOf(line)).flatMap(({ segment, index }): readonly Glyph[] => {
    const whole = { start: index, end: index + segment.length };
    if (opensCommand(line, index, segment)) return [{ ...whole, shown: spacedOut(segment) }];
    if (segment === "\t" || isEmoji(segment) || !UNSEEN.test(segment)) return [{ ...whole, shown: segment }];
    return spelled(segment, index);
  });
}

/** JSON that a terminal and a build log show as it is: what acts unseen is escaped, and means the same. */
export function safeJson(json: string): string {
  return json
    .replace(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu, (unseen) =>
      Array.from({ length: unseen.length }, (_, at) => `\\u${hex(unseen.charCodeAt(at))}`).join(""),
    )
    .replace(/#(?=#(?:vso)?\[)/giu, "\\u0023");
}

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;

/** Character by character: a letter may carry any number of hidden ones. */
function spelled(segment: string, index: number): readonly Glyph[] {
  let start = index;
  return Array.from(segment, (character) => {
    const glyph = {
      start,
      end: start + character.length,
      shown: UNSEEN.test(character) ? spelledOut(character) : character,
    };
    start = glyph.end;
    return glyph;
  });
}

/** An emoji may hold joiners and tags: within it they hide nothing. */
function isEmoji(segment: string): boolean {
  return (
    /^\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{Emoji_Modifier}\u200d\u2640\u2642\ufe0f]*$/u.test(
      segment,
    ) ||
    /^[#*\d]\ufe0f?\u20e3$/u.test(segment) ||
    /^\u{1f3f4}[\u{e0061}-\u{e007a}]{2,6}\u{e007f}$/u.test(segment)
  );
}

function spelledOut(character: string): string {
  const point = character.codePointAt(0)!;
  if (point < 0x20) return String.fromCodePoint(0x24_00 + point); // the control's own picture: ␛ for escape
  if (point === 0x7f) return "␡";
  // How a character before it is drawn; it takes no room and hides nothing.
  if (point === 0xfe0e || point === 0xfe0f) return character;
  return `<U+${hex(point)}>`;
}

/** Build services read `::error::` where a line begins, and wrapping may begin one anywhere, and `##[…]` or `##vso[…]`. */
function opensCommand(line: string, index: number, segment: string): boolean {
  if (segment === ":") return /^::[a-z]/iu.test(line.slice(index, index + 3));
  return segment === "[" && /##(?:vso)?$/iu.test(line.slice(Math.max(0, index - 5), index));
}

const spacedOut = (segment: string): string => (segment === "[" ? " [" : `${segment} `);

const hex = (point: number): string => point.toString(16).toUpperCase().padStart(4, "0");

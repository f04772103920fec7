/** Every byte has a sign here; one that Windows-1252 does not have is a `NO_SIGN`. Node 20 takes its name for Latin 1, so the difference is made here. */
export const decodeWindows1252 = (bytes: Uint8Array): string =>
  new TextDecoder("latin1").decode(bytes).replace(/[\u0080-\u009f]/gu, (sign) => SIGNS[sign.charCodeAt(0) - 0x80]!);

/** What Windows-1252 has no sign for is a question mark. */
export const encodeWindows1252 = (words: string): Uint8Array => Uint8Array.from(Array.from(words, byteOf));

function byteOf(sign: string): number {
  const code = sign.codePointAt(0)!;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  const index = sign === NO_SIGN ? -1 : SIGNS.indexOf(sign);
  return index < 0 ? QUESTION_MARK : 0x80 + index;
}

/** U+FFFF, which no text holds. */
export const NO_SIGN = "\uffff";
/** From byte 0x80 to 0x9f, where Latin 1 has controls. */
const SIGNS = `€${NO_SIGN}‚ƒ„…†‡ˆ‰Š‹Œ${NO_SIGN}Ž${NO_SIGN}${NO_SIGN}‘’“”•–—˜™š›œ${NO_SIGN}žŸ`;

const QUESTION_MARK = 0x3f;

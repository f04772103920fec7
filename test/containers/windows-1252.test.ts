import { expect, test } from "vitest";
import { decodeWindows1252, encodeWindows1252, NO_SIGN } from "../../src/containers/windows-1252.ts";

const ALL = Uint8Array.from({ length: 256 }, (_, byte) => byte);

test("each byte has its sign, and leads back to itself", () => {
  const text = decodeWindows1252(ALL);
  expect(text.slice(0x91, 0x98)).toBe("‘’“”•–—");
  const without = [...ALL].filter((byte) => text[byte] === NO_SIGN);
  expect(without).toEqual([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
  const known = ALL.filter((byte) => text[byte] !== NO_SIGN);
  expect(encodeWindows1252(decodeWindows1252(known))).toEqual(known);
});

test.each(["😢", "ł", NO_SIGN])("%j, which it does not have, is a question mark", (sign) => {
  expect(encodeWindows1252(`a${sign}b`)).toEqual(Uint8Array.from([0x61, 0x3f, 0x62]));
});

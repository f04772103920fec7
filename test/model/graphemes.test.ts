import { describe, expect, test } from "vitest";
import { graphemesOf } from "../../src/model/graphemes.ts";

const pieces = (text: string) => Array.from(graphemesOf(text), ({ segment }) => segment);

describe("graphemes", () => {
  test.each([
    ["letters", "ab", ["a", "b"]],
    ["a letter and its mark", "e\u0301a", ["e\u0301", "a"]],
    ["a family", "👨‍👩‍👧!", ["👨‍👩‍👧", "!"]],
    ["flags", "🇬🇧🇫🇷", ["🇬🇧", "🇫🇷"]],
    ["the end of a line", "a\r\nb", ["a", "\r\n", "b"]],
    ["nothing", "", []],
  ])("of %s", (_, text, graphemes) => expect(pieces(text)).toEqual(graphemes));

  test("of a long text are whole wherever a block ends, and stand at their offsets", () => {
    for (const lead of ["", "a", "ab"]) {
      const text = `${lead}${"👨‍👩‍👧".repeat(9000)}`;
      const graphemes = [...graphemesOf(text)];
      expect(graphemes).toHaveLength(lead.length + 9000);
      for (const { segment, index } of graphemes) expect(text.startsWith(segment, index)).toBe(true);
    }
  });

  test("of one letter under thousands of marks lose nothing", () => {
    const text = `e${"\u0301".repeat(40_000)}a`;
    expect(pieces(text).join("")).toBe(text);
  });
});

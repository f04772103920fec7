import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../src/prepare/fold.ts";

describe("the plain view", () => {
  test.each([
    ["plain ASCII", "plain ASCII"],
    ["curly “quotes” and ‘others’", "curly \"quotes\" and 'others'"],
    ["ｆｕｌｌｗｉｄｔｈ ９９９", "fullwidth 999"],
    ["𝓯𝓪𝓷𝓬𝔂 and 𝐛𝐨𝐥𝐝", "fancy and bold"],
    ["zero\u200Bwidth and soft\u00ADhyphen", "zerowidth and softhyphen"],
    ["Cyrillic раtient", "Cyrillic patient"],
    ["🄀 and ﬁ\u200D", "0. and fi"],
    ["no\u00A0break", "no break"],
    ["cafe\u0301 stays café", "café stays café"],
    ["z̷a̸l̵g̶o̷", "zalgo"],
    ["family 👨‍👩‍👧 and heart ❤️ stay", "family 👨‍👩‍👧 and heart ❤️ stay"],
    ["", ""],
  ])("reads %j as %j", (typed, plain) => {
    expect(fold(typed).text).toBe(plain);
  });

  test("leads back to what was typed, graphemes whole", () => {
    const typed = "a 👩🏽‍⚕️ zero\u200Bwidth раtient";
    const view = fold(typed);
    const start = view.text.indexOf("patient");
    const { start: from, end } = view.toOriginal({ start, end: start + 7 });
    expect(typed.slice(from, end)).toBe("раtient");
    const word = view.text.indexOf("zerowidth");
    const back = view.toOriginal({ start: word, end: word + 9 });
    expect(typed.slice(back.start, back.end)).toBe("zero\u200Bwidth");
  });

  test("every passage of folded text comes from text that folds to it", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.constantFrom("раtient", "f\u200Bu", "𝐛𝐨𝐥𝐝", "é", "e\u0301", "👨‍👩‍👧", "\r\n", "“x”", "ﬁ", "…", "ＡＢ"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        const typed = pieces.join(" ");
        const { text, toOriginal } = fold(typed);
        if (text.length === 0) return;
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        const back = toOriginal({ start, end });
        expect(back.start).toBeGreaterThanOrEqual(0);
        expect(back.end).toBeLessThanOrEqual(typed.length);
        expect(back.end).toBeGreaterThan(back.start);
        expect(fold(typed.slice(back.start, back.end)).text).toContain(text.slice(start, end));
      }),
      { numRuns: 500 },
    );
  });
});

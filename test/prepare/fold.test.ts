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
    ["paſſport of K. Oſei", "passport of K. Osei"],
    ["no\u00A0break", "no break"],
    ["cafe\u0301 stays café", "café stays café"],
    ["z̷a̸l̵g̶o̷", "zalgo"],
    ["family 👨‍👩‍👧 and heart ❤️ stay", "family 👨‍👩‍👧 and heart ❤️ stay"],
    ["a line\u2028and a paragraph\u2029apart", "a line\nand a paragraph\napart"],
    ["co\u2011op and re\u2010open", "co-op and re-open"],
    ["a\u200Db 1\u200D2 a\uFE0Fb", "ab 12 ab"],
    ["NHS™ ℹ and the key 1️⃣", "NHS™ ℹ and the key 1"],
    ["!\uFE0F and , \u200D stay", "!\uFE0F and , \u200D stay"],
    ["a mark on ж\u0301 stays, on a\u0337\u0338 it does not", "a mark on ж\u0301 stays, on a it does not"],
    ["", ""],
  ])("reads %j as %j", (typed, plain) => {
    expect(fold(typed).text).toBe(plain);
  });

  test.each([
    ["Cyrillic small", "асԁеһіјӏморԛгѕтԝхуЬ", "acdehijlmopqrstwxyb"],
    ["Cyrillic capital", "АВСЕԌНІЈКМОРԚЅТѴԜХУ", "ABCEGHIJKMOPQSTVWXY"],
    ["Cyrillic of other languages", "кҽӀҮ", "keIY"],
    ["Greek small", "ακνορυωγ", "akvopuwy"],
    ["Greek capital", "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖ", "ABEHIKMNOPTXYZ"],
    ["Armenian", "ոռօսՕՏ", "nnouOS"],
    ["Cherokee", "ᎠᏞᎡ", "DLR"],
    ["phonetic", "ɑɗɡɩ", "adgi"],
    ["Latin without a dot, with a bar, in small capitals", "ıƅᴢ", "ibz"],
  ])("reads %s letters that print like Latin ones as those", (_, typed, plain) => {
    expect(fold(typed).text).toBe(plain);
  });

  test.each([
    ["the second half of a line break", "ра\r\nb", [3, 4], "\n"],
    ["the first half of a line break", "ра\r\nb", [2, 3], "\r"],
    ["either half of a letter of two units", "ра𠮷b", [3, 4], "𠮷"],
    ["the other half of it", "ра𠮷b", [2, 3], "𠮷"],
    ["what stands behind it", "ра𠮷b", [4, 5], "b"],
    ["one letter of a ligature", "oﬃce", [2, 3], "ﬃ"],
    ["a letter with a mark over it that is dropped", "so\u0337 on", [1, 2], "o\u0337"],
    ["text without anything unusual", "ab c", [1, 3], "b "],
  ])("leads %s back to what was typed", (_, typed, [start, end], passage) => {
    const back = fold(typed).toOriginal({ start: start!, end: end! });
    expect(typed.slice(back.start, back.end)).toBe(passage);
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

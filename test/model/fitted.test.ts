import { describe, expect, test } from "vitest";
import { fitted, hasForeignLetters } from "../../src/model/fitted.ts";
import { matchesIn } from "../../src/model/matches.ts";

const POINTS = Array.from({ length: 0x110000 - 128 }, (_, at) => at + 128).filter(
  (point) => point < 0xd800 || point > 0xdfff,
);

test("every letter and digit beyond ASCII is foreign", () => {
  const missed = POINTS.map((point) => String.fromCodePoint(point)).filter(
    (sign) => /[\p{L}\p{N}]/u.test(sign) && !hasForeignLetters(`a${sign}`),
  );
  expect(missed).toEqual([]);
});

test("what differs in case, and no letter, is foreign too: without the u flag it would be matched in another way", () => {
  const missed = POINTS.map((point) => String.fromCodePoint(point)).filter(
    (sign) => (sign.toLowerCase() !== sign || sign.toUpperCase() !== sign) && !hasForeignLetters(sign),
  );
  expect(missed).toEqual([]);
});

test.each(["Don't! 10%", "“Quoted” – £5…", "👩‍⚕️ on call ❤️", "5️⃣ beds"])("%s has no foreign letter", (text) => {
  expect(hasForeignLetters(text)).toBe(false);
});

describe("a pattern matches the same in every form", () => {
  const PATTERNS = [
    /\p{Lu}\p{Ll}{2,12}/gu,
    /, \p{Lu}\p{Ll}{2,12}[.!?]?\W{0,6}$/giu,
    /\P{L}+/gu,
    /\P{Lu}+/giu,
    /\P{Lu}+/gu,
    /[^\p{L}\s'":)]/gu,
    /[\P{L}]x?/gu,
    /(?<![\p{L}\p{N}£$€])\d+(?![\p{L}\p{N}])/gu,
    /[\p{L}\p{M}]+/giu,
    /["“'‘][^"”'’]{0,40}["”'’]/giu,
    /.\u{1F389}|[🎉x]/gu,
    /(?<link>\w+)\.\k<link>/giu,
    /[^a]/gu,
    /\\p\{L\}|\[\p{L}\]/gu,
    /x?/gu,
    /[\uD83D\uDE00-\uD83D\uDE4F]|plain/gu,
    /\u212A|[\u017F]/giu,
  ];
  const TEXTS = [
    "Anna, Bob and 12 others, Please.",
    "Come, “Dear Friends”, to ward 9 – it's £5… Thanks.",
    "Party 🎉 at ten, Anna 👩‍⚕️ ❤️ x",
    "Zoë, José and Łukasz, Élan.",
    "a.a B.b [p] \\p{L} {L}",
    "ſ K ſtation, ⅷ Ⅷ ⓐ Ⓐ",
    "plain 😀 kisses",
    "",
  ];
  test.each(PATTERNS.flatMap((pattern) => TEXTS.map((text) => ({ pattern, text }))))("$pattern in $text", (row) => {
    const asWritten = [...row.text.matchAll(row.pattern)].map(({ 0: found, index }) => ({ found, index }));
    const found = matchesIn(row.text, row.pattern).map(({ 0: match, index }) => ({ found: match, index }));
    expect(found).toEqual(asWritten);
  });
});

test("a form is made once", () => {
  const pattern = /\p{L}/gu;
  expect(fitted(pattern, "one")).toBe(fitted(pattern, "two"));
  expect(fitted(pattern, "one").source).toBe("[A-Za-z]");
  expect(fitted(pattern, "one").flags).toBe("g");
  expect(fitted(pattern, "é")).toBe(pattern);
});

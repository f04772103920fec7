import fc from "fast-check";
import stringWidth from "fast-string-width";
import { describe, expect, test } from "vitest";
import type { Span } from "../../src/model/span.ts";
import { excerptsOf } from "../../src/reporters/parts/excerpt.ts";
import { maskOf } from "../../src/reporters/parts/mask.ts";
import { findingOf, postOf, spanOf } from "./run.ts";

/** What is drawn for marks on a text: each line of it and its underline. */
function drawn(text: string, marks: readonly Span[], room = 60, masked: readonly Span[] = []): string[] {
  const post = postOf(text);
  const mask = maskOf({ post, findings: masked.map((span) => findingOf(span, { mask: true })) }, true);
  return excerptsOf(post, post.copy[0], marks, mask, room).flatMap(({ parts, underline }) => [
    parts.map((part) => part.text).join(""),
    underline,
  ]);
}

describe("the underline stands under the passage", () => {
  test.each([
    ["in plain words", "so HERE it is", ["so HERE it is", "   ~~~~"]],
    ["after an emoji of one unit pair", "😀 HERE", ["😀 HERE", "   ~~~~"]],
    ["after an emoji of many", "👩🏽‍⚕️ HERE", ["👩🏽‍⚕️ HERE", "   ~~~~"]],
    ["after a flag of tags", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 HERE", ["🏴󠁧󠁢󠁥󠁮󠁧󠁿 HERE", "   ~~~~"]],
    ["after wide characters", "健康 HERE", ["健康 HERE", "     ~~~~"]],
    ["after combining marks", "cafe\u0301 HERE", ["cafe\u0301 HERE", "     ~~~~"]],
    ["after tabs, which reach to every fourth column", "a\tbcd\tHERE", ["a   bcd HERE", "        ~~~~"]],
    ["after a control character", "\u001b HERE", ["␛ HERE", "  ~~~~"]],
    ["after a direction override", "\u202e HERE", ["<U+202E> HERE", "         ~~~~"]],
    ["on its own line of several", "one\r\ntwo HERE\r\nthree", ["two HERE", "    ~~~~"]],
    ["at the end of the text", "so HERE", ["so HERE", "   ~~~~"]],
  ])("%s", (_, text, lines) => {
    expect(drawn(text, [spanOf(text, "HERE")])).toEqual(lines);
  });

  test("under wide characters themselves", () => {
    expect(drawn("so 健康!", [{ start: 3, end: 5 }])).toEqual(["so 健康!", "   ~~~~"]);
  });

  test("under each line of a passage over several", () => {
    expect(drawn("a BE\nGIN\n\nEND b", [{ start: 2, end: 13 }])).toEqual([
      "a BE",
      "  ~~",
      "GIN",
      "~~~",
      "END b",
      "~~~",
    ]);
  });

  test("behind the line where a line break is all that is marked", () => {
    expect(drawn("one\ntwo", [{ start: 3, end: 4 }])).toEqual(["one", "   ~"]);
  });

  test("at the second of two that read the same", () => {
    const text = "bed 4 or bed 4";
    expect(drawn(text, [spanOf(text, "bed 4", 1)])).toEqual(["bed 4 or bed 4", "         ~~~~~"]);
  });
});

describe("a long line", () => {
  const words = "some words that go on ";
  test.each([
    [
      "is cut on both sides",
      `${words.repeat(9)}HERE ${words.repeat(9)}`,
      ["… that go on HERE some words …", "             ~~~~"],
    ],
    ["is cut behind a passage that begins it", `HERE ${words.repeat(9)}`, ["HERE some words that go on …", "~~~~"]],
    [
      "is cut before a passage that ends it",
      `${words.repeat(9)}HERE`,
      ["… some words that go on HERE", "                        ~~~~"],
    ],
    [
      "without a space is cut where there is no room",
      `${"x".repeat(50)}HERE${"y".repeat(50)}`,
      ["… xxxxxxxxxxxHEREyyyyyyyyyyy …", "             ~~~~"],
    ],
  ])("%s", (_, text, lines) => {
    expect(drawn(text, [spanOf(text, "HERE")], 30)).toEqual(lines);
  });

  test("with passages far apart is shown twice", () => {
    const text = `HERE ${words.repeat(20)}THERE`;
    expect(drawn(text, [spanOf(text, "HERE"), spanOf(text, "THERE")], 30)).toHaveLength(4);
  });

  test("of 200,000 characters is shown around its passage", () => {
    const text = `${words.repeat(9000)}HERE ${words.repeat(9000)}`;
    expect(drawn(text, [spanOf(text, "HERE")], 30)[0]).toBe("… that go on HERE some words …");
  });

  test("at the end of a passage of many lines is shown like any other", () => {
    expect(drawn(`${"x\n".repeat(5000)}END`, [{ start: 0, end: 10_003 }]).slice(-2)).toEqual(["END", "~~~"]);
  });

  test("that is one passage is shown from its start", () => {
    expect(drawn("x".repeat(90), [{ start: 0, end: 90 }], 30)).toEqual([`${"x".repeat(26)} …`, "~".repeat(26)]);
  });
});

describe("a masked passage", () => {
  test("is masked in the line, and underlined as it is shown", () => {
    const text = "ask 999 000 0018 now";
    const number = spanOf(text, "999 000 0018");
    expect(drawn(text, [number], 60, [number])).toEqual(["ask [masked] now", "    ~~~~~~~~"]);
  });

  test("is masked wherever else it stands in the lines that are shown", () => {
    const text = "NHS 999 000 0018 or 999-000-0018, oh dear";
    expect(drawn(text, [spanOf(text, "oh dear")], 60, [spanOf(text, "999 000 0018")])).toEqual([
      "NHS [masked] or [masked], oh dear",
      "                          ~~~~~~~",
    ]);
  });
});

const awkward = fc.constantFrom(
  "a",
  " ",
  "\n",
  "\r\n",
  "\t",
  "健",
  "e\u0301",
  "👩🏽‍⚕️",
  "🏴",
  "\u001b",
  "\u202e",
  "\u200d",
  "\ud800",
  "long-word",
);

test("whatever a draft holds, its lines keep to the room, and something in them is underlined", () => {
  fc.assert(
    fc.property(
      fc.array(awkward, { minLength: 1, maxLength: 80 }),
      fc.nat(),
      fc.nat(30),
      fc.integer({ min: 20, max: 80 }),
      (pieces, at, length, room) => {
        const text = pieces.join("");
        const start = at % text.length;
        const lines = drawn(text, [{ start, end: Math.min(text.length, start + 1 + length) }], room);
        for (const line of lines) {
          expect(line).not.toMatch(/[\p{Cc}\u202e]/u);
          expect(stringWidth(line)).toBeLessThanOrEqual(room + 1); // a mark on a line break stands behind the line
        }
        expect(lines.some((line) => line.includes("~"))).toBe(true);
      },
    ),
  );
});

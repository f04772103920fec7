import fc from "fast-check";
import twitter from "twitter-text";
import { describe, expect, test } from "vitest";
import { measure } from "../../src/detectors/limits/measure.ts";
import { ORDINARY } from "../../src/model/circumstances.ts";
import { prepare } from "../../src/prepare/document.ts";
import { findingsIn, postOf, ruleFinding } from "../judge-text.ts";

const noGrammar = () => {
  throw new Error("no grammar is needed");
};

const tooLong = ruleFinding("{ limit: channel-limits, counts: [weighted, graphemes, units, bytes] }");
const manyHashtags = ruleFinding("{ limit: channel-limits, counts: [hashtags] }");
const letters = (count: number) => "a".repeat(count);

/** What is too much of a text, as typed; empty where nothing is. */
function beyond(
  ruleset: typeof tooLong,
  fields: { readonly text: string } & Readonly<Record<string, unknown>>,
): string {
  return findingsIn(ruleset, fields)
    .map(({ passage: { span } }) => fields.text.slice(span!.start, span!.end))
    .join("|");
}

describe("the last character that a channel takes", () => {
  test.each([
    ["x", letters(280), ""],
    ["x", `${letters(280)}b`, "b"],
    ["x", `${letters(279)}漢`, "漢"],
    ["x", `${letters(278)}漢`, ""],
    ["x", `${letters(278)}👩🏽‍⚕️`, ""],
    ["x", `${letters(279)}👩🏽‍⚕️ and so on`, "👩🏽‍⚕️ and so on"],
    ["x", `${letters(278)}🏴󠁧󠁢󠁥󠁮󠁧󠁿`, ""],
    ["x", `${letters(256)} https://www.example.org/a/very/long/way/to/a/page`, ""],
    ["x", `${letters(257)} https://example.org`, "https://example.org"],
    ["x", `${letters(279)}e\u0301`, ""],
    ["bluesky", letters(300), ""],
    ["bluesky", `${letters(299)}👩🏽‍⚕️`, ""],
    ["bluesky", `${letters(299)}👩🏽‍⚕️b`, "b"],
    ["bluesky", "👩🏽‍⚕️".repeat(176), ""],
    ["linkedin", letters(3000), ""],
    ["linkedin", `${letters(2999)}😀`, "😀"],
    ["facebook", letters(9000), ""],
    ["blog", letters(90_000), ""],
    ["LinkedIn + X", `${letters(280)}b`, "b"],
    ["X, Bluesky", `${letters(300)}b`, `${letters(20)}b`],
    ["LinkedIn and Facebook", letters(3000), ""],
  ])("on %s", (channel, text, passage) => {
    expect(beyond(tooLong, { text, channel })).toBe(passage);
  });

  test("bytes are counted as well where a channel counts them", () => {
    const text = "👩🏽‍⚕️".repeat(177); // 17 bytes each
    expect(beyond(tooLong, { text, channel: "bluesky" })).toBe("👩🏽‍⚕️");
  });

  test("a channel that is not known has no limit", () => {
    expect(findingsIn(tooLong, letters(99_999))).toEqual([]);
  });

  test("a title has a limit of its own", () => {
    const found = findingsIn(tooLong, { text: "A film", title: letters(101), channel: "youtube" });
    expect(found.map(({ passage }) => passage)).toEqual([{ field: "title", span: { start: 100, end: 101 } }]);
  });

  test("what a reader does not see is counted as typed", () => {
    const text = `${letters(270)}${"\u200b".repeat(10)}bc`;
    expect(beyond(tooLong, { text, channel: "x" })).toBe("bc");
  });
});

test.each([
  ["the last day with 30", "2025-11-30 23:59", 30, ""],
  ["one more than 30", "2025-11-30", 31, "#tag31"],
  ["the first day with 5", "2025-12-01 00:00", 6, "#tag6"],
  ["five", "2027-05-04", 5, ""],
  ["a day that is not known: the limit that holds on", undefined, 6, "#tag6"],
])("hashtags: %s", (_, publish_at, count, passage) => {
  const text = Array.from({ length: count }, (_tag, index) => `#tag${index + 1}`).join(" ");
  expect(beyond(manyHashtags, { text, channel: "instagram", publish_at })).toBe(passage);
});

test("a finding says how much it is and how much the channel takes", () => {
  const [finding] = findingsIn(tooLong, { text: letters(283), channel: "x" });
  expect(finding?.evidence[0]?.shows).toBe("283 characters as X counts them, and X takes 280");
});

/** Pieces of posts, all of which twitter-text of 2020 knows: links with their scheme, emoji up to Unicode 12. */
const PIECES = fc.constantFrom(
  ..."abc xyz,.!?'’“”–…€£éÉñ漢字かな한글אבعربไทย\u0301\u2028\u2033™½①ﬁＡ".split(""),
  ..."👍 👍🏽 👩‍⚕️ 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🇬🇧 ☎️ ❤️ 1️⃣ #️⃣ 👩🏾‍🚒 🏳️‍🌈 ☺ ⌚ © ®️ 🧬 𝔸 𠮷".split(" "),
  " https://example.org/path?x=1 ",
  " http://www.nhs.uk ",
  "\n",
);

describe("the weight of a post on X", () => {
  test("is what twitter-text says", () => {
    fc.assert(
      fc.property(fc.array(PIECES, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        const [copy] = prepare(postOf({ text: `${text}.` }), noGrammar, ORDINARY).copies;
        const links = copy!.marked.filter(({ kind }) => kind === "link").map((link) => copy!.plain.toOriginal(link));
        const { size } = measure({ text: copy!.copy.text, links, hashtags: [] }, "weighted", -1);
        expect(size).toBe(twitter.parseTweet(copy!.copy.text).weightedLength);
      }),
    );
  });
});

test("what is too much begins where what fits ends, however it is counted", () => {
  fc.assert(
    fc.property(
      fc.array(PIECES),
      fc.constantFrom("weighted" as const, "graphemes" as const, "units" as const, "bytes" as const),
      fc.nat(60),
      (pieces, count, most) => {
        const text = pieces.join("");
        const sizeOf = (part: string) => measure({ text: part, links: [], hashtags: [] }, count, -1).size;
        const { over } = measure({ text, links: [], hashtags: [] }, count, most);
        expect(sizeOf(text.slice(0, over?.start))).toBeLessThanOrEqual(most);
        if (over === null) return;
        expect(over.end).toBe(text.length);
        expect(sizeOf(text)).toBeGreaterThan(most);
      },
    ),
  );
});

import { describe, expect, test } from "vitest";
import { clauseSpans, sentenceSpans } from "../../src/prepare/sentences.ts";
import { markedSpans } from "../../src/prepare/spans.ts";

test.each([
  ["Dr. Patel left. He cried.", ["Dr. Patel left.", "He cried."]],
  ["It cost 4.50 at 9 a.m. today", ["It cost 4.50 at 9 a.m. today"]],
  ["one line\nanother", ["one line", "another"]],
  ["<b>He left.</b> She cried.", ["<b>He left.</b>", "She cried."]],
  ['"Go home!" she said', ['"Go home!"', "she said"]],
  ["", []],
])("the sentences of %j", (text, sentences) => {
  expect(sentenceSpans(text, []).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
});

const partsOf = (text: string) =>
  sentenceSpans(text, markedSpans(text)).map(({ start, end }) => text.slice(start, end));

test.each([
  ["a question and an answer", "Is it? It is! Yes", ["Is it?", "It is!", "Yes"]],
  ["an ellipsis, and what one sign ends", "Well… no‽ Right", ["Well…", "no‽", "Right"]],
  ["three full stops, which end even an abbreviation", "He is a Dr... Not him", ["He is a Dr...", "Not him"]],
  ["a full stop without a space behind it", "go.now to the shop", ["go.now to the shop"]],
  [
    "closing marks behind a stop",
    "(He left.) She *stayed.* “Why?” he said",
    ["(He left.)", "She *stayed.*", "“Why?”", "he said"],
  ],
  ["an initial", "J. Smith and St. James", ["J. Smith and St. James"]],
  ["an abbreviation in brackets", "rooms (e.g. the ward). Done", ["rooms (e.g. the ward).", "Done"]],
  [
    "a word that only ends like an abbreviation",
    "We love jazz in Minsk. Mondays too",
    ["We love jazz in Minsk.", "Mondays too"],
  ],
  ["a stop in a link", "See https://a.uk/b.c?d! Then go", ["See https://a.uk/b.c?d!", "Then go"]],
  ["line breaks of every kind", "one\r\ntwo\r\r  three  ", ["one", "two", "three"]],
  ["nothing but space", " \t\n ", []],
  [
    "emoji between sentences",
    "We had a great day 🎉🎉 Join us next week",
    ["We had a great day 🎉🎉", "Join us next week"],
  ],
  [
    "emoji in front of an I and of a quotation",
    'See you all 🎉 I am glad 🎉 "Me',
    ["See you all 🎉", "I am glad 🎉", '"Me'],
  ],
  ["emoji inside a sentence", "I ❤ Leeds and we all ❤ you", ["I ❤ Leeds and we all ❤ you"]],
  ["emoji behind too few words", "So good 🎉 Join us", ["So good 🎉 Join us"]],
])("%s", (_, text, sentences) => {
  expect(partsOf(text)).toEqual(sentences);
});

describe("a sentence without end", () => {
  test("is cut at spaces into stretches of a bounded length, and nothing is lost", () => {
    const text = "word ".repeat(2000).trim();
    const parts = partsOf(text);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(2000);
    expect(parts.length).toBe(5);
    expect(parts.join(" ")).toBe(text);
  });

  test.each([
    ["that has no space", "x".repeat(4500), [2000, 2000, 500]],
    ["whose letters are two units each", `a${"𝒜".repeat(2000)}`, [1999, 2000, 2]],
    ["that just fits", "x".repeat(2000), [2000]],
    ["with its only space too near to its start", `a ${"x".repeat(2100)}`, [2000, 102]],
  ])("%s is cut all the same", (_, text, lengths) => {
    expect(partsOf(text).map(({ length }) => length)).toEqual(lengths);
  });

  test("is cut in front of a link, and a link that is longer still stays whole", () => {
    const link = `https://example.org/${"a".repeat(100)}`;
    expect(partsOf(`${"x".repeat(1950)} ${link} end`)).toEqual(["x".repeat(1950), `${link} end`]);
    const long = `https://example.org/${"a".repeat(1990)}`;
    expect(partsOf(`${long}${"-".repeat(30)} end`).join("").length).toBe(long.length + 34);
  });
});

test.each([
  ["I know I shouldn't, but he stole it", ["I know I shouldn't", ", but he stole it"]],
  ["He left and she cried", ["He left", "and she cried"]],
  ["Never share the name, the ward or a photo", ["Never share the name, the ward or a photo"]],
  ["No names, no bed numbers, no dates", ["No names, no bed numbers, no dates"]],
  ["We called, the man stole it", ["We called", ", the man stole it"]],
  ["She smiled, the porter cried", ["She smiled", ", the porter cried"]],
  ["He left; we stayed: never again", ["He left", "; we stayed", ": never again"]],
  ["at 9:30 or 10;30", ["at 9:30 or 10;30"]],
  [
    "No - not him -- nor her \u2013 nor me\u2014never",
    ["No", "- not him", "-- nor her", "\u2013 nor me", "\u2014never"],
  ],
  ["a well-known ward", ["a well-known ward"]],
  ["the ward (the old one) closed", ["the ward", "(the old one", ") closed"]],
  ["It rained, so we stayed", ["It rained", ", so we stayed"]],
  ["It rained, so that we stayed", ["It rained", ", so that we stayed"]],
  ["We go although it rains because they asked", ["We go", "although it rains", "because they asked"]],
  ["Bring cake, the blue mug and one of those plates", ["Bring cake, the blue mug and one of those plates"]],
  ["Bring cake, the man of the house said so", ["Bring cake", ", the man of the house said so"]],
  [
    "Call me, my dear old long lost very best friend of all, now",
    ["Call me", ", my dear old long lost very best friend of all, now"],
  ],
])("the clauses of %j", (text, clauses) => {
  expect(clauseSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(clauses);
});

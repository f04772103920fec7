import { describe, expect, test } from "vitest";
import type { Circumstances } from "../../src/model/circumstances.ts";
import { ORDINARY } from "../../src/model/circumstances.ts";
import { type Document, prepare } from "../../src/prepare/document.ts";
import { createScan } from "../../src/scan/scan.ts";
import { tableOf } from "../../src/scan/table.ts";
import { postOf, rulesOf } from "../judge-text.ts";

/** A rule for each way to be worth a closer look, in this order. */
const FINDS = {
  word: "{ terms: [red] }",
  phrase: "{ phrase: 'sky blue ..2 wall' }",
  pair: "{ all: [{ terms: [grey] }, { terms: [door] }] }",
  either: "{ any: [{ terms: [oak] }, { pattern: '\\d{3}' }] }",
  disguised: "{ terms: [shade], disguised: true }",
  link: "{ pattern: 'https?:' }",
  anything: "{ pattern: '.{3}' }",
  account: "{ meta: { field: account, is: corporate } }",
  unlicensed: "{ absence: { terms: [licence] } }",
  held: "{ hold: true }",
  elsewhere: "{ all: [{ pattern: '.{4}' }, { near: { terms: [ochre], within: post } }] }",
  sum: `{ combination: { at_least: 4, facts: [
    { name: day, points: 1, find: { pattern: '.{5}' } },
    { name: slate, points: 3, find: { terms: [slate] } },
    { name: roof, points: 2, find: { phrase: 'tin ..2 roof' } },
    { name: number, points: 1, find: { pattern: '[0-9]{4}' } },
    { name: jest, points: -4, find: { terms: [jest] } },
  ] } }`,
  required: `{ combination: { at_least: 3, facts: [
    { name: moss, points: 1, required: true, find: { terms: [moss] } },
    { name: stone, points: 2, find: { terms: [stone] } },
    { name: path, points: 2, find: { any: [{ terms: [path] }, { phrase: 'old way' }] } },
  ] } }`,
} as const;
const ruleset = rulesOf(
  Object.entries(FINDS)
    .map(
      ([name, find]) => `- id: test/${name}
  clauses: [C1]
  level: warning
  confidence: likely
  message: Found.
  advice: Mend it.
  find: ${find.replace(/\s+/g, " ")}
  examples: { breach: [a, b], fine: [c, d] }
`,
    )
    .join(""),
);
const scan = createScan(ruleset, () => null);

const documentOf = (fields: Parameters<typeof postOf>[0], circumstances = ORDINARY): Document =>
  prepare(
    postOf(fields),
    () => {
      throw new Error("the scan needs no grammar");
    },
    circumstances,
  );

/** Each candidate as the rule's name with the sentences that it is to look at. */
const candidatesIn = (fields: Parameters<typeof postOf>[0]) =>
  scan(documentOf(fields)).map(({ rule, sentences }) => [
    ruleset.rules[rule]!.card.id.replace("test/", ""),
    ...sentences.map(({ text }) => text),
  ]);

/** Only those of the rules that are named. */
const among = (fields: Parameters<typeof postOf>[0], ...names: readonly (keyof typeof FINDS)[]) =>
  candidatesIn(fields).filter(([name]) => names.includes(name as keyof typeof FINDS));

describe("worth a closer look", () => {
  test.each<[string, string, keyof typeof FINDS, readonly string[] | null]>([
    ["is a sentence with a word of the rule", "A red door. A quiet day.", "word", ["A red door."]],
    ["is each sentence with one, once", "Red, red. Well. A red day.", "word", ["Red, red.", "A red day."]],
    ["is none without one", "A reddish door.", "word", null],
    ["is a sentence with all words of a phrase", "A sky blue wall.", "phrase", ["A sky blue wall."]],
    ["is none with some words of a phrase", "A sky blue door.", "phrase", null],
    ["is a sentence with both of two words", "The door is grey.", "pair", ["The door is grey."]],
    ["is none with one of two words", "The door is red. All is grey.", "pair", null],
    ["is a sentence with a number, where one is looked for", "Room 101.", "either", ["Room 101."]],
    ["is a sentence with a word in disguise", "Such a sh@de. A day.", "disguised", ["Such a sh@de."]],
    ["is none where nothing is disguised", "Such a day.", "disguised", null],
    ["is every sentence, where nothing can be said of it", "One two. Three.", "anything", ["One two.", "Three."]],
  ])("%s", (_, text, name, sentences) => {
    expect(among(text, name)).toEqual(sentences === null ? [] : [[name, ...sentences]]);
  });

  test.each<[string, string, keyof typeof FINDS, boolean]>([
    ["with a word that must stand in the post", "A quiet day. The ochre door.", "elsewhere", true],
    ["without it", "A quiet day.", "elsewhere", false],
    ["whose facts reach the sum, with one that any post may show", "A slate.", "sum", true],
    ["whose facts do not", "A tin roof.", "sum", false],
    ["whose facts reach it with a sign", "A tin roof of 1999.", "sum", true],
    ["that shows some words of a fact", "A tin of 1999.", "sum", false],
    ["with what takes points away", "A slate, in jest.", "sum", true],
    ["with what is required and enough beside it", "Moss on a stone.", "required", true],
    ["with the other of two ways to have enough", "Moss on the old way.", "required", true],
    ["without what is required", "A stone on the path.", "required", false],
    ["with nothing beside what is required", "Moss.", "required", false],
  ])("is a post %s", (_, text, name, isAllowed) => {
    expect(among(text, name).length > 0).toBe(isAllowed);
  });

  test("are sentences of every field", () => {
    expect(among({ text: "A red day", title: "Red" }, "word")).toEqual([["word", "A red day", "Red"]]);
  });

  test("are the branches of a rule, each by itself", () => {
    expect(among("An oak. Room 101.", "either")).toEqual([
      ["either", "An oak."],
      ["either", "Room 101."],
    ]);
  });

  test("are rules in their own order, whatever the text has first", () => {
    const names = candidatesIn("An oak and the door of a grey and red house.").map(([name]) => name);
    expect(names.filter((name) => ["word", "pair", "either"].includes(name!))).toEqual(["word", "pair", "either"]);
  });

  test("is metadata, where there are any", () => {
    expect(among({ text: "A day", account: "corporate" }, "account").length).toBe(1);
    expect(among("A day", "account")).toEqual([]);
  });

  test("is a post without a sentence, for what may be missing or stands in its metadata", () => {
    const names = (fields: Parameters<typeof postOf>[0]) =>
      among(fields, "account", "unlicensed", "word").map(([name]) => name);
    expect(documentOf("\u200B").copies[0]!.sentences).toEqual([]);
    expect(names("\u200B")).toEqual(["unlicensed"]);
    expect(names({ text: "\u200B", account: "corporate" })).toEqual(["account", "unlicensed"]);
  });

  test("is any post while a hold is on, and none at other times", () => {
    const held = (hold: Circumstances["hold"]) =>
      scan(documentOf("A quiet day.", { today: null, hold })).some(
        ({ rule }) => rule === Object.keys(FINDS).indexOf("held"),
      );
    expect([held(null), held({})]).toEqual([false, true]);
  });

  test("is each sentence once for several of its words and signs", () => {
    expect(among("A red, red wall: 101 and 102, an oak.", "word", "either")).toEqual([
      ["word", "A red, red wall: 101 and 102, an oak."],
      ["either", "A red, red wall: 101 and 102, an oak."],
      ["either", "A red, red wall: 101 and 102, an oak."],
    ]);
  });

  test("the same whatever was looked at before", () => {
    const texts = ["A red door.", "A quiet day.", "A red door."];
    const [first, , third] = texts.map((text) => candidatesIn(text));
    expect(third).toEqual(first);
  });
});

test("the table of a rule set is made once, and says for every list which looks it asks for", () => {
  const table = tableOf(ruleset);
  expect(tableOf(ruleset)).toBe(table);
  expect([...table.lookRules]).toEqual([0, 1, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect([...table.lookBranches]).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(table.listHintsAt.at(-1)).toBe(table.listHints.length);
  expect(table.hintGroupsAt.length).toBe(table.hintLooks.length + 1);
  expect([...table.listHints].every((hint) => hint < table.hintLooks.length)).toBe(true);
  expect([...table.groupLists].length).toBe(table.groupListsAt.at(-1));
});

test("a resemblance is asked for only where a rule asks", () => {
  const asked: Document[] = [];
  createScan(ruleset, (document) => {
    asked.push(document);
    return "likely";
  })(documentOf("A red door."));
  expect(asked).toEqual([]);
});

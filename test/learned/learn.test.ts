import { describe, expect, test } from "vitest";
import { encodeModel, parseModel } from "../../src/learned/model.ts";
import { resemblanceOf } from "../../src/learned/resemblance.ts";
import { NO_WORD_LISTS, type WordLists } from "../../src/learned/word-lists.ts";
import type { Sentence } from "../../src/prepare/document.ts";
import { documentOf } from "../../src/workshop/fairness.ts";
import { SMALL_LESSONS, SMALL_MODEL, smallModel } from "./small-model.ts";

test("the same lessons give the same bytes", () => {
  expect(encodeModel(smallModel())).toBe(SMALL_MODEL);
  expect(encodeModel(smallModel(SMALL_LESSONS.slice(1)))).not.toBe(SMALL_MODEL);
});

describe("what a small model has learned", () => {
  const { opinionOf, scoreOf } = resemblanceOf(smallModel());

  test.each([
    ["Nobody is meant to know, and it is about the mill", ["C1"]],
    ["We open in May. They're a useless lot, honestly!", ["C2"]],
  ])("%s", (text, clauses) => {
    expect(opinionOf(documentOf(text), "hint")).toMatchObject({ strength: "likely", clauses });
  });

  test.each(["Thank you everyone", "The old mill opens in May", "🎉", "Zzz qqq"])("nothing in %j", (text) => {
    expect(opinionOf(documentOf(text), "hint")).toBeNull();
  });

  test.each([
    ["likely first", ["likely", "hint", "likely"]],
    ["a hint first", ["hint", "likely", "hint"]],
  ] as const)("a faint resemblance only where hints are asked for, %s", (_, asked) => {
    const faint = documentOf("The lot they are in May");
    const strengths = asked.map((faintest) => opinionOf(faint, faintest)?.strength);
    expect(strengths).toEqual(asked.map((faintest) => (faintest === "hint" ? "hint" : undefined)));
  });

  test("in a long run as at its beginning", () => {
    const { scoreOf } = resemblanceOf(smallModel());
    const texts = [
      "Keep this quiet \u{1F92B}",
      "They are a useless lot.",
      "Dr Priya Patel said: see https://mill.example",
    ];
    const documents = texts.map((text) => documentOf(text));
    const first = documents.map(scoreOf);
    for (let post = 0; post < 300; post++) scoreOf(documents[0]!);
    expect(documents.map(scoreOf)).toEqual(first);
  });

  test("it points at the sentence and the words that weigh most", () => {
    const { sentence, telling } = opinionOf(
      documentOf("We open in May. They're a useless lot, honestly!"),
      "hint",
    )!.evidence();
    expect(sentence.text).toBe("They're a useless lot, honestly!");
    const words = telling.map(({ first, end }) =>
      sentence.in.words
        .slice(first, end)
        .map(({ text }) => text)
        .join(" "),
    );
    expect(words.join(" ")).toContain("useless");
  });

  test.each([
    ["who is named", "Priya says nobody is meant to know", "Oluwaseun says nobody is meant to know"],
    ["what handle is named", "@one nobody is meant to know", "@two.three nobody is meant to know"],
    ["where it leads", "Nobody is meant to know https://a.example", "Nobody is meant to know https://b.example/c"],
    ["which number it is", "Nobody is meant to know of the 12", "Nobody is meant to know of the 98"],
    ["which group is spoken of", "A useless lot of girls", "A useless lot of autistic gypsies"],
    ["which faith or nation", "A useless lot of Polish Sikhs", "A useless lot of Bhutanese"],
  ])("it does not matter %s", (_, one, other) => {
    expect(scoreOf(documentOf(one))).toBe(scoreOf(documentOf(other)));
  });

  test("a word said twice counts once", () => {
    expect(scoreOf(documentOf("useless"))).toBe(scoreOf(documentOf("useless. useless. useless")));
  });
});

test("a model reads the same from its file", () => {
  const parsed = parseModel(SMALL_MODEL);
  if (!parsed.ok) throw new Error(parsed.detail);
  expect(parsed.decode()).toEqual(smallModel());
});

describe("a word list stands for all its words", () => {
  const HUSH = ["quiet", "whisper"];
  const standingIn = ({ text }: Sentence) => (HUSH.some((word) => text.toLowerCase().includes(word)) ? [3] : []);
  const SETS = { setAt: [0, 1, 2, 3, 4], setLists: [0, 1, 2, 3] };
  const lists: WordLists = {
    ...NO_WORD_LISTS,
    standingIn,
    setsIn: standingIn,
    sets: () => SETS,
    keyOf: () => 4_321,
  };
  const listsIn = (sentence: Sentence) => lists.standingIn(sentence).map(lists.keyOf);
  const model = smallModel(SMALL_LESSONS.map((lesson) => ({ ...lesson, listsIn })));
  const unseen = documentOf("Whisper it.");

  test("one that no post has shown speaks for a breach too", () => {
    const { scoreOf } = resemblanceOf(model, lists);
    expect(scoreOf(unseen)).toBeGreaterThan(scoreOf(documentOf("Shout it.")));
    expect(resemblanceOf(model).scoreOf(unseen)).toBe(resemblanceOf(model).scoreOf(documentOf("Shout it.")));
  });

  test("it weighs for its sentence, and no word of it is shown as telling", () => {
    const { opinionOf } = resemblanceOf({ ...model, thresholds: { likely: -9, hint: -9, unlike: -9 } }, lists);
    const { sentence, telling } = opinionOf(documentOf("Shout it. Whisper it."), "hint")!.evidence();
    expect(sentence.text).toBe("Whisper it.");
    expect(telling).toEqual([]);
  });
});

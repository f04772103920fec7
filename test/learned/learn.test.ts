import { describe, expect, test } from "vitest";
import { encodeModel, parseModel } from "../../src/learned/model.ts";
import { resemblanceOf } from "../../src/learned/resemblance.ts";
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
    expect(opinionOf(documentOf(text))).toMatchObject({ strength: "likely", clauses });
  });

  test.each(["Thank you everyone", "The old mill opens in May", "🎉", "Zzz qqq"])("nothing in %j", (text) => {
    expect(opinionOf(documentOf(text))).toBeNull();
  });

  test("it points at the sentence and the words that weigh most", () => {
    const { sentence, telling } = opinionOf(documentOf("We open in May. They're a useless lot, honestly!"))!;
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
    ["which group is spoken of", "A useless lot of Polish girls", "A useless lot of autistic Sikhs"],
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

import { readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseModel } from "../../src/learned/model.ts";
import { resemblanceOf } from "../../src/learned/resemblance.ts";
import { wordListsOf } from "../../src/rules/rule-data.ts";
import { documentOf, spreads } from "../../src/workshop/fairness.ts";
import { rulesIn, SHIPPED_RULES } from "../../src/workshop/labelled.ts";

const folder = new URL("../../rules/hee-social-media/", import.meta.url);
const file = new URL("second-opinion.model.json", folder);
const parsed = parseModel(readFileSync(file, "utf8"));
if (!parsed.ok) throw new Error(parsed.detail);
const model = parsed.decode();
const resemblance = resemblanceOf(model, wordListsOf(rulesIn(SHIPPED_RULES).lexicon));

test("the shipped model is smaller than a megabyte", () => {
  expect(statSync(file).size).toBeLessThan(1_000_000);
});

test("its card is about it", () => {
  const card = readFileSync(new URL("second-opinion.md", folder), "utf8");
  expect(card).toContain(model.trainedOn.digest);
  expect(card).toContain(`${model.keys.length} features`);
});

describe("swapping a person's name never changes a verdict", () => {
  const NAMES = ["Priya", "Oluwaseun", "Agnieszka", "Siobhan Kelly", "Mohammed", "Wei", "Kev"];
  test.each([
    "{} told us in confidence about the results, keep it quiet.",
    "Funny how {} always gets picked.",
    "Thank you, {}, for your talk on sepsis.",
    "Ask {} where the money went.",
  ])("%s", (sentence) => {
    const scores = NAMES.map((name) => resemblance.scoreOf(documentOf(sentence.replace("{}", name))));
    expect(new Set(scores).size).toBe(1);
  });
});

test.each(spreads(resemblance).map((spread) => [spread.identity, spread] as const))(
  "a word for %s moves the score of an equal sentence but little",
  (_, { widest }) => {
    expect(widest).toBeLessThanOrEqual(0.5);
  },
);

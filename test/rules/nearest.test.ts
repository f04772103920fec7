import { expect, test } from "vitest";
import { nearestName, nearestRule } from "../../src/rules/nearest.ts";

const COMMANDS = ["check", "explain", "rules check", "rules test", "rules try"];

test.each([
  ["a letter too few", "chck", "check"],
  ["two letters that changed places", "chekc", "check"],
  ["two at the beginning", "hceck", "check"],
  ["two of a command of two words", "rulse test", "rules test"],
  ["another case", "Explian", "explain"],
  ["a part that only one has", "try", null],
  ["two letters far from each other", "khecc", null],
  ["what is near nothing", "draft", null],
])("%s: %s", (_what, written, name) => {
  expect(nearestName(written, COMMANDS)).toBe(name);
});

test("a part of one name alone stands for it", () => {
  expect(nearestName("number", ["phone-number", "post/code"])).toBe("phone-number");
  expect(nearestName("number", ["phone-number", "card-number"])).toBeNull();
});

test.each([
  ["a letter too few in one rule", "privacy/hom", "privacy/home"],
  ["a name that several subjects have", "home", "privacy/home"],
  ["what is near nothing", "draft", null],
])("the rule that was meant by %s", (_what, written, rule) => {
  expect(nearestRule(written, ["conduct/boast", "privacy/home", "rights/home"])).toBe(rule);
});

import { expect, test } from "vitest";
import { nearestName } from "../../src/rules/nearest.ts";

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

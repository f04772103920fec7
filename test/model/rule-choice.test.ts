import { expect, test } from "vitest";
import { isChosen, isSubject, saidOf, subjectOf, subjectsOf } from "../../src/model/rule-choice.ts";

test.each([
  ["its id", "privacy/home-address", true],
  ["its subject", "privacy/*", true],
  ["all", "*", true],
  ["another rule of its subject", "privacy/home", false],
  ["a subject that begins like its own", "priv/*", false],
  ["its subject without a star", "privacy", false],
  ["its name", "home-address", false],
  ["a star for its subject", "*/home-address", false],
  ["nothing", "", false],
])("privacy/home-address and %s (%s): %s", (_, choice, chosen) => {
  expect(isChosen("privacy/home-address", choice)).toBe(chosen);
});

test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
  ["nothing", {}, undefined],
  ["nothing of it", { "privacy/home": "a", "priv/*": "b", constructor: "c" }, undefined],
  ["something of all", { "*": "all" }, "all"],
  ["more of its subject", { "*": "all", "privacy/*": "subject" }, "subject"],
  ["most of itself", { "privacy/home-address": "itself", "*": "all", "privacy/*": "subject" }, "itself"],
])("what is said of a rule where there is %s", (_, said, expected) => {
  expect(saidOf("privacy/home-address", said)).toBe(expected);
});

test("subjects are told in the order of their first rules", () => {
  const ids = ["paint/red", "wall/high", "paint/blue"];
  expect(ids.map(subjectOf)).toEqual(["paint", "wall", "paint"]);
  expect(subjectsOf(ids)).toEqual(["paint/*", "wall/*"]);
  expect([...ids, "*", "paint/*"].filter(isSubject)).toEqual(["paint/*"]);
});

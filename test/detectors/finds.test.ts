import { describe, expect, test } from "vitest";
import type { FindSpec } from "../../src/detectors/detector.ts";
import { findsIn, findsOfKind, kindOf } from "../../src/detectors/finds.ts";

const RED: FindSpec = { terms: ["red"] };
const BLUE: FindSpec = { terms: ["blue"] };

const ALL_NEAR = ["all", "terms", "near", "terms", "hold"];

describe("every find of a detector", () => {
  test.each<[string, FindSpec, readonly string[]]>([
    ["words", RED, ["terms"]],
    ["no context", "negated", []],
    ["what any holds", { any: [RED, "asked", { pattern: "x" }] }, ["any", "terms", "pattern"]],
    ["what all holds", { all: [RED, { near: { date: "past", within: "post" } }] }, ["all", "terms", "near", "date"]],
    ["a context that is near", { all: [RED, { near: "quoted" }] }, ["all", "terms", "near"]],
    ["what is absent", { absence: { vocabulary: "colour" } }, ["absence", "vocabulary"]],
    [
      "facts",
      { combination: { facts: [{ name: "limit", points: 1, find: RED }], at_least: 1 } },
      ["combination", "terms"],
    ],
    ["the posts of a calendar", { calendar: { same_copy: true, posts: RED } }, ["calendar", "terms"]],
    ["a calendar of all posts", { calendar: { same_copy: true } }, ["calendar"]],
    ["exceptions behind parts", { unless: [{ phrase: "x y" }], any: [RED] }, ["any", "terms", "phrase"]],
    ["exceptions of what is near", { all: [RED, { near: { ...BLUE, unless: [{ hold: true }] } }] }, ALL_NEAR],
  ])("%s", (_, find, kinds) => expect(findsIn([find]).map(kindOf)).toEqual(kinds));

  test("of one kind, in the order in which they are written", () => {
    expect(findsOfKind("terms", [{ any: [BLUE, { pattern: "x" }] }, "asked", RED])).toEqual([BLUE, RED]);
  });
});

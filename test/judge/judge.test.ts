import { describe, expect, test } from "vitest";
import { passagesIn, ruleFinding } from "../judge-text.ts";

describe("a rule that sees two things", () => {
  test.each([
    [
      "in one sentence, of which it points at the whole, says so once",
      "passage: sentence",
      ["A red wall, but a green door."],
    ],
    [
      "in two clauses, of which it points at each, says so of each",
      "passage: clause",
      ["A red wall", "but a green door."],
    ],
    ["points at each of them otherwise", "passage: match", ["red", "green"]],
  ])("%s", (_, passage, found) => {
    const rules = ruleFinding("{ terms: [red, green] }", passage);
    expect(passagesIn(rules, "A red wall, but a green door. All is well.")).toEqual(found);
  });

  test("in two sentences that read the same says so of both", () => {
    const rules = ruleFinding("{ terms: [red] }", "passage: sentence");
    expect(passagesIn(rules, "A red wall. A red wall.")).toEqual(["A red wall.", "A red wall."]);
  });
});

import { describe, expect, test } from "vitest";
import type { FindSpec } from "../../src/detectors/detector.ts";
import type { ClauseId } from "../../src/model/policy.ts";
import type { RuleCard, RuleId } from "../../src/model/rule.ts";
import { isDoubtable } from "../../src/rules/doubtable.ts";

const CARD: RuleCard = {
  id: "test/rule" as RuleId,
  clause: "C1" as ClauseId,
  also: [],
  level: "warning",
  confidence: "likely",
  message: "Found.",
  advice: "Mend it.",
  mask: false,
  suppressible: true,
  learned: false,
  domain: [],
};
const RED: FindSpec = { terms: ["red"] };

describe("a model may doubt what rests on words alone", () => {
  test.each<[string, FindSpec, boolean]>([
    ["words", RED, true],
    ["a list", { vocabulary: "colour" }, true],
    ["a phrase", { phrase: "paint [colour]" }, true],
    ["a pattern", { pattern: "r[ae]d" }, true],
    ["grammar", { grammar: "#Person said" }, true],
    ["a context", "quoted", true],
    ["words near others", { all: [RED, { near: { vocabulary: "limit", within: "clause" } }] }, true],
    ["an identifier", { identifier: "postcode" }, false],
    ["metadata", { meta: { field: "account", is: "personal" } }, false],
    ["a date", { date: "past" }, false],
    ["a limit", { limit: "channel-limits" }, false],
    ["a calendar", { calendar: { same_copy: true } }, false],
    ["a hold", { hold: true }, false],
    ["what is missing", { absence: RED }, false],
    ["words and metadata", { all: [RED, { meta: { field: "account", is: "personal" } }] }, false],
    ["words near a date", { all: [RED, { near: { date: "past" } }] }, false],
    ["words with what excepts an identifier", { ...(RED as object), unless: [{ identifier: "postcode" }] }, false],
    [
      "facts of which one is metadata",
      { combination: { facts: [{ name: "a", points: 1, find: { hold: true } }], at_least: 1 } },
      false,
    ],
  ])("%s", (_, find, may) => expect(isDoubtable(CARD, [find], new Map([["C1", true]]))).toBe(may));
});

import { expect, test } from "vitest";
import type { RuleCard } from "../../src/model/rule.ts";
import { tooGrave } from "../../src/rules/level-limits.ts";

const LEVELS = ["off", "on", "suggestion", "warning", "error"] as const;

test.each([
  ["a rule that cites a clause", { clause: "C1", learned: false }, [null, null, null, null, null]],
  ["good practice", { clause: null, learned: false }, [null, null, null, "practice", "practice"]],
  ["a learned rule", { clause: "C1", learned: true }, [null, null, null, null, "learned"]],
])("%s may be as grave as that", (_, card, expected) => {
  expect(LEVELS.map((level) => tooGrave(card as RuleCard, level))).toEqual(expected);
});

import { expect, test } from "vitest";
import type { RuleCard } from "../../src/model/rule.ts";
import { levelAmongAll, tooGrave } from "../../src/rules/level-limits.ts";

const LEVELS = ["off", "on", "suggestion", "warning", "error"] as const;

test.each([
  ["a rule that cites a clause", { clause: "C1", learned: false }, [null, null, null, null, null], "error"],
  ["good practice", { clause: null, learned: false }, [null, null, null, "practice", "practice"], "suggestion"],
  ["a learned rule", { clause: "C1", learned: true }, [null, null, null, null, "learned"], "warning"],
])("%s may be as grave as that", (_, card, expected, gravest) => {
  expect(LEVELS.map((level) => tooGrave(card as RuleCard, level))).toEqual(expected);
  expect(levelAmongAll(card as RuleCard, "error")).toBe(gravest);
  expect(levelAmongAll(card as RuleCard, "suggestion")).toBe("suggestion");
});

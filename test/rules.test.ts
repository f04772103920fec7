import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { describeExampleProblem, verifyRules } from "../src/audit/examples.ts";
import { isRuleFile } from "../src/rules/files.ts";
import { loadRuleSet } from "../src/rules/load.ts";
import { describeProblem } from "../src/rules/problem.ts";

const folder = new URL("../rules/hee-social-media/", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter(isRuleFile)
  .map((path) => ({ path: `rules/hee-social-media/${path}`, text: readFileSync(new URL(path, folder), "utf8") }));
const loaded = loadRuleSet(files);
if (!loaded.ok) throw new Error(loaded.problems.map(describeProblem).join("\n"));
const { ruleset } = loaded;

describe("the shipped rules", () => {
  describe.each(ruleset.rules.map((rule) => [rule.card.id, rule] as const))("%s", (_, rule) => {
    test("finds what its examples say, and nothing else", () => {
      expect(verifyRules({ ...ruleset, rules: [rule] }).map(describeExampleProblem)).toEqual([]);
    });
  });

  test("the policy has its eleven clauses", () => {
    expect(ruleset.policy.clauses.map(({ id }) => id)).toEqual([
      "P1",
      "P2",
      "P3",
      "P4",
      "P5",
      "M3.1",
      "M3.2",
      "M3.3",
      "M3.4",
      "M3.5",
      "D3",
    ]);
  });

  test.each(ruleset.policy.clauses.map(({ id }) => [id]))(
    "%s is looked after by at least three rules (D3 by two)",
    (clause) => {
      const citing = ruleset.rules.filter(({ card }) => card.clause === clause);
      expect(citing.length).toBeGreaterThanOrEqual(clause === "D3" ? 2 : 3);
    },
  );
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { unanswered } from "../src/workshop/coverage.ts";
import { rulesIn, SHIPPED_RULES } from "../src/workshop/labelled.ts";
import { measuredParts, staticParts, withGenerated } from "../src/workshop/readme.ts";

const readme = readFileSync("README.md", "utf8");
const ruleset = rulesIn(SHIPPED_RULES);
const REMEDY = "npm run readme makes the tables anew";

test("the tables of the README say what the rules and registries say", () => {
  expect(withGenerated(readme, staticParts(ruleset)), REMEDY).toBe(readme);
});

test("the figures of the README are those of the rules as they are", { timeout: 300_000 }, async () => {
  expect(withGenerated(readme, await measuredParts(ruleset, "", readme)), REMEDY).toBe(readme);
});

test("every subject of the field has a rule", () => {
  expect(unanswered(ruleset).map(({ number, title }) => `${number} ${title}`)).toEqual([]);
});

test("only what stands between the markers is made anew", () => {
  const page = "a\n<!-- generated: x -->\nold\n<!-- end -->\nb\n<!-- generated: y -->\nkept\n<!-- end -->\n";
  expect(withGenerated(page, { x: "new $& words" })).toBe(page.replace("old", () => "new $& words"));
  expect(withGenerated(page.replace("old\n", ""), { x: "new" })).toBe(page.replace("old", "new"));
});

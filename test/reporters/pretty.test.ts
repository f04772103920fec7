import { Chalk } from "chalk";
import stringWidth from "fast-string-width";
import { describe, expect, test } from "vitest";
import { render } from "./render.ts";
import { findingOf, head, postOf, results, spanOf } from "./run.ts";

const clean = { post: postOf("Good morning."), findings: [] };

test.each([40, 50, 64, 80, 100, 200])("no line is wider than a terminal of %i columns", async (width) => {
  const lines = (await render("pretty", { head, results }, { width, verbose: true })).split("\n");
  expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
});

test("no line ends in a space, with or without colour", async () => {
  const run = { head, results };
  for (const level of [0, 1] as const) {
    expect(await render("pretty", run, { colour: new Chalk({ level }) })).not.toMatch(/[ \t]$/mu);
  }
});

test("the clause and its title come before the rule", async () => {
  const report = await render("pretty", { head, results });
  expect(report.indexOf("M3.3 Confidential information")).toBeLessThan(report.indexOf("confidential/patient-in-place"));
});

describe("a post that has nothing to say", () => {
  test("says nothing", async () => {
    expect(await render("pretty", { head, results: [clean] })).toMatch(/^Nothing found in 1 post\./u);
  });

  test("says so where that is asked for", async () => {
    const report = await render("pretty", { head, results: [clean] }, { verbose: true });
    expect(report).toMatch(/^draft\.txt, line 1: nothing found\n\nNothing found/u);
  });
});

test("two rules on one passage of one clause are told as one", async () => {
  const text = "My patient in bed 4";
  const findings = [
    findingOf(spanOf(text, text), { rule: "a/one" }),
    findingOf(spanOf(text, "bed 4"), { rule: "b/two" }),
  ];
  const report = await render("pretty", { head, results: [{ post: postOf(text), findings }] });
  expect(report.match(/My patient/gu)).toHaveLength(1);
  expect(report).toContain("a/one (likely), also: b/two (likely)");
});

test("a masked passage is shown to a person who asked", async () => {
  expect(await render("pretty", { head, results }, { mask: false })).toContain("NHS number 999 000 0018");
});

test("a long list of places in a post is cut short", async () => {
  const text = Array.from({ length: 9 }, (_, index) => `place ${index}`).join("\n");
  const evidence = Array.from({ length: 9 }, (_, index) => ({
    field: "text",
    span: spanOf(text, `place ${index}`),
    shows: "a place",
  }));
  const findings = [findingOf({ start: 0, end: text.length }, { evidence })];
  expect(await render("pretty", { head, results: [{ post: postOf(text), findings }] })).toContain("… and 3 more");
});

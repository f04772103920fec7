import { expect, test } from "vitest";
import { render } from "./render.ts";
import { findingOf, head, postOf, sourceOf, spanOf } from "./run.ts";

const text = "What a shambles";
const many = (count: number, level: "error" | "warning" | "suggestion") =>
  Array.from({ length: count }, () => findingOf(spanOf(text, "shambles"), { level }));

test("ten errors and ten warnings are annotated, and the rest is counted in a notice and listed in the log", async () => {
  const findings = [...many(13, "error"), ...many(11, "warning"), ...many(30, "suggestion")];
  const out = await render("github", { head, results: [{ post: postOf(text), findings }] });
  const count = (pattern: RegExp) => out.match(pattern)?.length ?? 0;
  expect([count(/^::error /gmu), count(/^::warning /gmu), count(/^::notice /gmu)]).toEqual([10, 10, 10]);
  expect(out).toContain("::notice title=postlint::3 more errors, 1 more warning, 21 more notices not shown here");
  expect([count(/^draft\.txt, line 1: error: /gmu), count(/^draft\.txt, line 1: notice: /gmu)]).toEqual([3, 21]);
});

test("what GitHub reads in a file's name is escaped", async () => {
  const post = postOf(text, { source: sourceOf("50%: a,b\n::error::.txt", { line: 1 }) });
  const out = await render("github", { head, results: [{ post, findings: many(1, "error") }] });
  expect(out).toMatch(/^::error file=50%25%3A a%2Cb %3A %3Aerror%3A%3A\.txt,line=1,/u);
  expect(out.split("\n").filter((line) => line.startsWith("::"))).toHaveLength(1);
});

test("a cell of a workbook, which has no line, is said", async () => {
  const post = postOf(text, { source: sourceOf("july.xlsx", { sheet: "Week 1", row: 4, cell: "C4" }), stretches: [] });
  const out = await render("github", { head, results: [{ post, findings: many(1, "error") }] });
  expect(out).toMatch(/^::error file=july\.xlsx,title=[^:]*::Week 1!C4: /u);
});

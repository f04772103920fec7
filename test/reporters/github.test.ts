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

test("a suppressed finding is a line of the log with its reason, and no annotation", async () => {
  const suppressed = { kind: "comment", reason: "a quotation", by: "Ann Lee", until: null } as const;
  const findings = many(1, "error").map((finding) => ({ ...finding, suppressed }));
  const out = await render("github", { head, results: [{ post: postOf(text), findings }] });
  expect(out).toMatch(/^draft\.txt, line 1: suppressed: “a quotation”, comment, by Ann Lee\. /mu);
  expect(out).not.toMatch(/^::/mu);
});

test("what needs looking after is a warning where it fails the run", async () => {
  const findings = [findingOf(null, { rule: "postlint/unused-suppression", clause: null, level: "suggestion" })];
  const notes = [{ source: null, message: "An accepted finding is gone.", upkeep: true as const }];
  const told = (floor: "error" | "warning") =>
    render("github", { head, results: [{ post: postOf(text), findings }], notes }, { failsFrom: () => floor });
  expect((await told("warning")).match(/^::warning /gmu)).toHaveLength(2);
  expect((await told("error")).match(/^::notice /gmu)).toHaveLength(2);
});

import { Chalk } from "chalk";
import { describe, expect, test } from "vitest";
import type { ReporterSettings } from "../../src/reporters/reporter.ts";
import { REPORTS, type ReportName, render } from "./render.ts";
import { head, notes, problems, results } from "./run.ts";

/** The one kind of command that a reporter of ours gives. */
const OWN_COMMAND = /^::(?:error|warning|notice) (?:file|title)=[^:\n]*::/gmu;

const run = { head, results, problems, notes };

const golden: readonly [file: string, name: ReportName, settings: Partial<ReporterSettings>][] = [
  ["pretty-80.txt", "pretty", { width: 80 }],
  ["pretty-50-verbose.txt", "pretty", { width: 50, verbose: true }],
  ["pretty-100-unmasked.txt", "pretty", { width: 300, mask: false }],
  ["pretty-colour.ansi", "pretty", { colour: new Chalk({ level: 1 }) }],
  ["report.json", "json", {}],
  ["report.jsonl", "jsonl", {}],
  ["report.unix.txt", "unix", {}],
  ["report.md", "markdown", {}],
  ["table-100.txt", "table", { width: 100 }],
  ["report.sarif", "sarif", {}],
  ["report.github.txt", "github", {}],
  ["report.gitlab.json", "gitlab", {}],
  ["report.junit.xml", "junit", {}],
  ["report.rdjsonl", "rdjsonl", {}],
];

test.each(golden)("%s holds a whole report", async (file, name, settings) => {
  await expect(await render(name, run, settings)).toMatchFileSnapshot(`../../fixtures/golden/${file}`);
});

describe.each(REPORTS)("%s", (name) => {
  test("never prints a masked passage, however it is spaced, wherever it stands", async () => {
    expect(await render(name, run, { verbose: true })).not.toMatch(/999\W*000\W*0018/u);
  });

  test("passes no control, direction or hidden character of a draft on", async () => {
    const lone = { head, results: results.filter(({ post }) => post.source.file.startsWith("ho")) };
    expect(await render(name, lone, { verbose: true })).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  });

  test("lets no draft speak to the build service that prints it", async () => {
    const said = (await render(name, run, { width: 40 })).replaceAll(OWN_COMMAND, "");
    expect(said).not.toMatch(/^\s*::[a-z]|##(?:vso)?\[/mu);
  });

  test("says the same twice", async () => {
    expect(await render(name, run)).toBe(await render(name, run));
  });
});

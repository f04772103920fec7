import { describe, expect, test } from "vitest";
import { formatEnding, hasLines, isCalendar } from "../../src/readers/formats.ts";

describe("what is known of a file before it is read", () => {
  test.each([
    ["a.txt", ".txt", false, true],
    ["copy/July.CSV", ".csv", true, false],
    ["a.tsv", ".tsv", true, false],
    ["posts.MD", ".md", true, true],
    ["july.xlsx", ".xlsx", true, false],
    ["july.ics", ".ics", true, false],
    ["july.docx", ".docx", true, false],
    ["week.json", ".json", true, false],
    ["week.yml", ".yml", true, false],
    ["week.yaml", ".yaml", true, false],
    ["stream.jsonl", ".jsonl", false, false],
    ["-", null, false, false],
    ["a.png", null, false, false],
    ["a.md/b", null, false, false],
    ["a.md\\b", null, false, false],
    [".constructor", null, false, false],
    ["", null, false, false],
  ])("%j", (name, ending, calendar, lines) => {
    expect([formatEnding(name), isCalendar(name), hasLines(name)]).toEqual([ending, calendar, lines]);
  });
});

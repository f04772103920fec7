import { expect, test } from "vitest";
import type { Level } from "../../src/model/rule.ts";
import { allWithin, parseXml } from "./parse-xml.ts";
import { render } from "./render.ts";
import { findingOf, head, notes, postOf, problems, results, sourceOf, spanOf } from "./run.ts";

const text = "What a shambles";
const post = postOf(text);
const flagged = (level: Level) => ({ post, findings: [findingOf(spanOf(text, "shambles"), { level })] });
const suitesOf = async (run: Partial<Parameters<typeof render>[1]>, settings = {}) =>
  parseXml(await render("junit", { head, results: [], ...run }, settings)).children;

test.each([
  ["an error fails by default", "error", "error", 1],
  ["a warning does not", "warning", "error", 0],
  ["a warning does where warnings fail the run", "warning", "warning", 1],
  ["a suggestion does where suggestions fail the run", "suggestion", "suggestion", 1],
  ["nothing does where nothing fails the run", "error", null, 0],
] as const)("%s", async (_, level, failsAt, failures) => {
  const [suite] = await suitesOf({ results: [flagged(level)] }, { failsFrom: () => failsAt });
  expect(suite!.attributes.failures).toBe(String(failures));
  const output = suite!.children.find(({ name }) => name === "system-out")!.text;
  expect(output.includes("This tells something about a patient.")).toBe(failures === 0);
});

test("a post is a test, whether or not something was found", async () => {
  const tests = (await suitesOf({ results })).flatMap(allWithin).filter(({ name }) => name === "testcase");
  expect(tests).toHaveLength(results.length);
});

test("what could not be checked is an error, and a note is output", async () => {
  const suites = await suitesOf({ problems, notes });
  expect(suites.map(({ attributes }) => Number(attributes.errors))).toEqual([1, 1, 0, 0]);
  expect(suites.at(-1)!.children.find(({ name }) => name === "system-out")!.text).toContain("is used twice");
});

test("what needs looking after fails a test where it fails the run", async () => {
  const upkeep = findingOf(null, { rule: "postlint/unused-suppression", clause: null, level: "suggestion" });
  const gone = [{ source: null, message: "An accepted finding is gone.", upkeep: true as const }];
  const failures = async (floor: Level) => {
    const suites = await suitesOf({ results: [{ post, findings: [upkeep] }], notes: gone }, { failsFrom: () => floor });
    return suites.map(({ attributes }) => attributes.failures);
  };
  expect(await failures("warning")).toEqual(["1", "1"]);
  expect(await failures("error")).toEqual(["0", "0"]);
});

test("each source fails from a level of its own", async () => {
  const failsFrom = (file: string | null) => (file === "draft.txt" ? ("warning" as const) : ("error" as const));
  const other = { ...flagged("warning"), post: postOf(text, { source: sourceOf("other.txt", { line: 1 }) }) };
  const suites = await suitesOf({ results: [flagged("warning"), other] }, { failsFrom });
  expect(suites.map(({ attributes }) => attributes.failures)).toEqual(["1", "0"]);
});

test("a source of very many posts is written in several suites", async () => {
  const many = Array.from({ length: 12_000 }, () => ({ post, findings: [] }));
  const suites = await suitesOf({ results: many });
  expect(suites.map(({ attributes }) => attributes.tests)).toEqual(["5000", "5000", "2000"]);
  expect(suites.map(({ attributes }) => attributes.id)).toEqual(["0", "1", "2"]);
});

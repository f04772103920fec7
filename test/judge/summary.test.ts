import { expect, test } from "vitest";
import { type Tally, tally } from "../../src/judge/summary.ts";
import { type FailOn, floorOf } from "../../src/judge/verdict.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Problem } from "../../src/model/report.ts";
import { findingOf, postOf, sourceOf } from "../reporters/run.ts";

const [error, warning, suggestion] = (["error", "warning", "suggestion"] as const).map((level) =>
  findingOf(null, { level }),
) as [Finding, Finding, Finding];
const suppressed = findingOf(null, { suppressed: { kind: "key", reason: "agreed", by: null, until: null } });
const problem = (file: string | null, row: number | null = null): Problem => ({
  source: file === null ? null : sourceOf(file, { row }),
  message: "unreadable",
});

test.each<[string, readonly (readonly Finding[])[], readonly Problem[], object]>([
  ["nothing at all", [], [], { posts: 0, unread: 0, flagged: 0, errors: 0 }],
  ["posts without a finding", [[], []], [], { posts: 2, flagged: 0 }],
  ["each level apart", [[error, warning, warning], [suggestion]], [], { errors: 1, warnings: 2, suggestions: 1 }],
  ["a post with a warning as flagged, one with a suggestion not", [[warning], [suggestion]], [], { flagged: 1 }],
  ["a suppressed finding apart, its post not flagged", [[suppressed]], [], { flagged: 0, errors: 0, suppressed: 1 }],
  ["two problems of one row once", [], [problem("a.csv", 2), problem("a.csv", 2)], { unread: 1 }],
  ["problems of two rows and of none", [], [problem("a.csv", 2), problem("a.csv", 3), problem(null)], { unread: 3 }],
])("counts %s", (_, posts, problems, expected) => {
  const counts = tally();
  for (const findings of posts) counts.post({ post: postOf("text"), findings });
  for (const one of problems) counts.problem(one);
  expect(counts.summary(4)).toMatchObject({ files: 4, ...expected });
});

const [here, there] = [sourceOf("a.csv", { row: 2 }), sourceOf("b.txt", { line: 1 })];

test.each<[string, (counts: Tally) => void, object | undefined]>([
  ["nothing, where all was read", (counts) => counts.post({ post: postOf("text"), findings: [] }), undefined],
  ["a file of which no post was checked", (counts) => counts.problem(problem("a.csv", 2)), { files: 1, rows: 0 }],
  [
    "a row of a file with another post",
    (counts) => {
      counts.problem(problem("a.csv", 3));
      counts.post({ post: postOf("text", { source: here }), findings: [] });
    },
    { files: 0, rows: 1, inPart: 0 },
  ],
  [
    "part of a post that was checked all the same",
    (counts) => {
      counts.problem(problem("a.csv", 2));
      counts.post({ post: postOf("text", { source: here }), findings: [] });
    },
    { files: 0, rows: 0, inPart: 1 },
  ],
  [
    "a post that is lost beside another on its line",
    (counts) => {
      counts.problem({ source: there, message: "no text", lost: true });
      counts.post({ post: postOf("text", { source: there }), findings: [] });
    },
    { files: 0, lines: 1, inPart: 0 },
  ],
  [
    "a post that is lost and part of another on its line",
    (counts) => {
      counts.problem({ source: there, message: "unreadable" });
      counts.post({ post: postOf("text", { source: there }), findings: [] });
      counts.problem({ source: there, message: "no text", lost: true });
    },
    { files: 0, lines: 1, inPart: 1 },
  ],
  [
    "part of a post that was checked and passed over",
    (counts) => {
      counts.problem({ source: there, message: "unreadable" });
      counts.passedOver(there);
    },
    { files: 0, lines: 0, inPart: 1 },
  ],
])("tells as unread %s", (_, count, left) => {
  const counts = tally();
  count(counts);
  const summary = counts.summary(2);
  if (left === undefined) expect(summary).not.toHaveProperty("left");
  else expect(summary.left).toMatchObject({ ofFiles: 2, ...left });
});

const upkeep = findingOf(null, { rule: "postlint/unused-suppression", clause: null, level: "suggestion" });
const gone = { source: null, message: "An accepted finding is gone.", upkeep: true } as const;

test.each<[string, readonly Finding[], FailOn, number]>([
  ["errors", [error, warning, suggestion], "error", 1],
  ["errors and warnings", [error, warning, suggestion], "warning", 2],
  ["everything", [error, warning, suggestion], "suggestion", 3],
  ["nothing", [error, warning, suggestion], "never", 0],
  ["no finding that is suppressed", [suppressed], "suggestion", 0],
  ["no suppression that needs looking after, told to fail for errors", [upkeep], "error", 0],
  ["a suppression that needs looking after, told to fail for warnings", [upkeep], "warning", 1],
])("fails for %s", (_, findings, failOn, failing) => {
  const counts = tally(() => floorOf(failOn));
  counts.post({ post: postOf("text"), findings });
  expect(counts.failing()).toBe(failing);
});

test.each<[FailOn, number]>([
  ["error", 0],
  ["warning", 1],
  ["suggestion", 1],
  ["never", 0],
])("told to fail for %s, it fails so often for an accepted finding that is gone", (failOn, failing) => {
  const counts = tally(() => floorOf(failOn));
  counts.note(gone);
  counts.note({ source: null, message: "Worth knowing." });
  expect({ failing: counts.failing(), upkeep: counts.summary(0).upkeep }).toEqual({ failing, upkeep: 1 });
});

test("each file fails from a level of its own", () => {
  const counts = tally((file) => (file === "strict.md" ? "warning" : "error"));
  for (const file of ["strict.md", "mild.md"])
    counts.post({ post: postOf("text", { source: sourceOf(file) }), findings: [warning] });
  expect(counts.failing()).toBe(1);
});

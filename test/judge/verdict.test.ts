import { expect, test } from "vitest";
import { type FailOn, type Outcome, verdict } from "../../src/judge/verdict.ts";

const nothing = { posts: 3, unread: 0, errors: 0, warnings: 0, suggestions: 0 };
const run = (summary: Partial<Outcome["summary"]>, failOn: FailOn = "error", more: Partial<Outcome> = {}): Outcome => ({
  summary: { ...nothing, ...summary },
  failOn,
  failed: false,
  mayBeEmpty: false,
  interrupted: false,
  ...more,
});

test.each([
  ["nothing found", run({}), 0],
  ["an error", run({ errors: 1 }), 1],
  ["an error that nobody wants to fail for", run({ errors: 1 }, "never"), 0],
  ["warnings only", run({ warnings: 7 }), 0],
  ["warnings only, told to fail for them", run({ warnings: 7 }, "warning"), 1],
  ["an error, told to fail for warnings", run({ errors: 1 }, "warning"), 1],
  ["suggestions only, told to fail for warnings", run({ suggestions: 1 }, "warning"), 0],
  ["suggestions only, told to fail for them", run({ suggestions: 1 }, "suggestion"), 1],
  ["a suppression to look after", run({ suggestions: 1, upkeep: 1 }), 0],
  ["a suppression to look after, told to fail for warnings", run({ suggestions: 1, upkeep: 1 }, "warning"), 1],
  ["an accepted finding that is gone, told to fail for suggestions", run({ upkeep: 1 }, "suggestion"), 1],
  ["something unread", run({ unread: 1 }), 2],
  ["something unread although nothing may fail", run({ unread: 1 }, "never"), 2],
  ["an error and something unread", run({ errors: 1, unread: 1 }), 2],
  ["a rule set that does not load", run({}, "error", { failed: true }), 2],
  ["no post in the whole run", run({ posts: 0 }), 2],
  ["no post, which is in order", run({ posts: 0 }, "error", { mayBeEmpty: true }), 0],
  ["no post, in order, but something unread", run({ posts: 0, unread: 1 }, "error", { mayBeEmpty: true }), 2],
  ["an interrupted run", run({}, "error", { interrupted: true }), 130],
  ["an interrupted run with errors and problems", run({ errors: 1, unread: 1 }, "error", { interrupted: true }), 130],
] as const)("%s", (_, outcome, code) => {
  expect(verdict(outcome)).toBe(code);
});

import { expect, test } from "vitest";
import { type Outcome, verdict } from "../../src/judge/verdict.ts";

const run = (more: Partial<Outcome> = {}, summary: Partial<Outcome["summary"]> = {}): Outcome => ({
  summary: { posts: 3, unread: 0, ...summary },
  failing: 0,
  failed: false,
  mayBeEmpty: false,
  interrupted: false,
  ...more,
});

test.each([
  ["nothing to fail for", run(), 0],
  ["something to fail for", run({ failing: 1 }), 1],
  ["something unread", run({}, { unread: 1 }), 2],
  ["something to fail for and something unread", run({ failing: 1 }, { unread: 1 }), 2],
  ["a rule set that does not load", run({ failed: true }), 2],
  ["no post in the whole run", run({}, { posts: 0 }), 2],
  ["no post, which is in order", run({ mayBeEmpty: true }, { posts: 0 }), 0],
  ["no post, in order, but something unread", run({ mayBeEmpty: true }, { posts: 0, unread: 1 }), 2],
  ["an interrupted run", run({ interrupted: true }), 130],
  ["an interrupted run with findings and problems", run({ interrupted: true, failing: 1 }, { unread: 1 }), 130],
] as const)("%s", (_, outcome, code) => {
  expect(verdict(outcome)).toBe(code);
});

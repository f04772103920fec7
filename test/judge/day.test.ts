import { expect, test } from "vitest";
import { isDate } from "../../src/judge/day.ts";

test.each([
  ["2026-11-30", true],
  ["2028-02-29", true],
  ["2026-02-29", false],
  ["2026-11-31", false],
  ["2026-13-01", false],
  ["2026-00-10", false],
  ["2026-1-30", false],
  ["2026-11-30 ", false],
  ["x2026-11-30", false],
  ["2026-11-30T09:00:00Z", false],
  ["30/11/2026", false],
  ["tomorrow", false],
  ["", false],
])("%j is a day: %s", (written, answer) => {
  expect(isDate(written)).toBe(answer);
});

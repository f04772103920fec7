import { expect, test } from "vitest";
import { beginsAlike, MONTH_NAMES, monthNamed } from "../../src/detectors/dates/month-names.ts";
import { MONTHS, WEEKDAYS } from "../../src/model/london.ts";

const NAME = new RegExp(`^(?:${MONTH_NAMES})$`, "iu");

test.each(MONTHS.map((name, at) => [name, at + 1] as const))("%s is month %i, shortened too", (name, month) => {
  for (const written of [name, name.toLowerCase(), name.slice(0, 3), name.toUpperCase()]) {
    expect(written).toMatch(NAME);
    expect(monthNamed(written)).toBe(month);
  }
});

test.each([
  ["Sept", true],
  ["sep", true],
  ["Janu", false],
  ["augst", false],
  ["mars", false],
  ["", false],
])("%j is the name of a month: %s", (written, answer) => {
  expect(NAME.test(written)).toBe(answer);
});

test.each([
  ["tues", 2],
  ["thurs", 4],
  ["satur", 6],
  ["Sun", 0],
])("%s is weekday %i", (written, weekday) => {
  expect(WEEKDAYS.findIndex((day) => beginsAlike(day, written))).toBe(weekday);
});

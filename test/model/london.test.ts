import { expect, test } from "vitest";
import {
  dayAfter,
  isDay,
  londonInstant,
  londonOffset,
  londonTime,
  sayClock,
  sayDay,
  timeOfDay,
} from "../../src/model/london.ts";

const instant = (iso: string) => Date.parse(iso);

test.each([
  ["in winter the clocks show UTC", "2027-01-15T12:00:00Z", "2027-01-15", 12 * 60],
  ["in summer they are an hour ahead", "2027-07-15T12:00:00Z", "2027-07-15", 13 * 60],
  ["the last minute before they go forward", "2027-03-28T00:59:00Z", "2027-03-28", 59],
  ["the first minute after they went forward", "2027-03-28T01:00:00Z", "2027-03-28", 120],
  ["the last minute before they go back", "2027-10-31T00:59:00Z", "2027-10-31", 119],
  ["the first minute after they went back", "2027-10-31T01:00:00Z", "2027-10-31", 60],
  ["late in a summer evening it is the next day already", "2027-05-04T23:00:00Z", "2027-05-05", 0],
])("%s", (_, iso, day, minute) => {
  expect(londonTime(instant(iso))).toEqual({ day, minute });
});

test.each([
  ["midnight in summer", "2027-05-05", 0, "2027-05-04T23:00:00Z"],
  ["midnight in winter", "2027-01-05", 0, "2027-01-05T00:00:00Z"],
  ["midnight on the day they go forward", "2027-03-28", 0, "2027-03-28T00:00:00Z"],
  ["midnight on the day they go back", "2027-10-31", 0, "2027-10-30T23:00:00Z"],
  ["a time that comes twice is the first", "2027-10-31", 90, "2027-10-31T00:30:00Z"],
])("%s", (_, day, minute, iso) => {
  expect(londonInstant(day, minute)).toBe(instant(iso));
});

test("a time that the clocks jump over is none", () => {
  expect(londonInstant("2027-03-28", 90)).toBeNull();
  expect(londonOffset(instant("2027-03-28T01:30:00Z"))).toBe(60);
});

test.each([
  ["midnight in winter, which is how a day is read", "2027-01-15T00:00:00Z", null],
  ["midnight in summer", "2027-05-04T23:00:00Z", null],
  ["seconds past midnight are still midnight", "2027-01-15T00:00:59Z", null],
  ["a minute past it is a time", "2027-01-15T00:01:00Z", 1],
  ["midnight in Greenwich is one o'clock in summer", "2027-07-15T00:00:00Z", 60],
])("%s", (_, iso, minute) => {
  expect(timeOfDay(instant(iso))).toBe(minute);
});

test.each([
  [0, "00:00"],
  [65, "01:05"],
  [23 * 60 + 59, "23:59"],
])("%i minutes past midnight are %s", (minute, clock) => {
  expect(sayClock(minute)).toBe(clock);
});

test("days are counted over the ends of months and leap days", () => {
  expect(dayAfter("2028-02-28", 1)).toBe("2028-02-29");
  expect(dayAfter("2027-03-01", -1)).toBe("2027-02-28");
  expect(sayDay("2027-05-06")).toBe("Thursday 6 May 2027");
});

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
  expect(isDay(written)).toBe(answer);
});

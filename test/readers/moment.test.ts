import { describe, expect, test } from "vitest";
import { readMoment } from "../../src/readers/moment.ts";

const utc = (written: string, minute?: number): string => {
  const reading = readMoment(written, minute);
  return reading.kind === "moment" ? new Date(reading.moment.at).toISOString() : JSON.stringify(reading);
};

test.each([
  ["2017-06-07T09:00:00Z", "2017-06-07T09:00:00.000Z"],
  ["2017-06-07T09:00:00", "2017-06-07T08:00:00.000Z"],
  ["2017-01-07T09:00", "2017-01-07T09:00:00.000Z"],
  ["2017-05-10T00:01:00+01:00", "2017-05-09T23:01:00.000Z"],
  ["2017-05-10 00:01 -0530", "2017-05-10T05:31:00.000Z"],
  ["2026-05-05", "2026-05-04T23:00:00.000Z"],
  ["2026-5-5 9.30am", "2026-05-05T08:30:00.000Z"],
  ["05/05/2026", "2026-05-04T23:00:00.000Z"],
  ["31/12/2026 23:59", "2026-12-31T23:59:00.000Z"],
  ["5.5.26, 9pm", "2026-05-05T20:00:00.000Z"],
  ["5 May 2026 09:00", "2026-05-05T08:00:00.000Z"],
  ["Tuesday 5th May 2026 at 9am", "2026-05-05T08:00:00.000Z"],
  ["Tue, 5 Sept 2026", "2026-09-04T23:00:00.000Z"],
  ["May 5, 2026 12:15 pm", "2026-05-05T11:15:00.000Z"],
  ["5 May 2026 12am", "2026-05-04T23:00:00.000Z"],
  ["5 May 2026 noon", "2026-05-05T11:00:00.000Z"],
  ["5 May 2026 09:00 BST", "2026-05-05T08:00:00.000Z"],
  ["5 May 2026 24:00", "2026-05-05T23:00:00.000Z"],
  ["29/02/2028", "2028-02-29T00:00:00.000Z"],
])("%s is %s", (written, expected) => {
  expect(utc(written)).toBe(expected);
});

test("an embargo with only a date ends at 00:01 in London", () => {
  expect(utc("2026-05-05", 1)).toBe("2026-05-04T23:01:00.000Z");
  expect(utc("2026-05-05 00:00", 1)).toBe("2026-05-04T23:00:00.000Z");
});

test("a time that comes twice when the clocks go back is the first", () => {
  expect(utc("2026-10-25 01:30")).toBe("2026-10-25T00:30:00.000Z");
});

test.each([
  ["31/04/2026", '"31/04/2026" does not exist: April 2026 has 30 days'],
  ["Thu 31 June", '"Thu 31 June" does not exist: June has 30 days'],
  ["2026-02-29", '"2026-02-29" does not exist: February 2026 has 28 days'],
  ["05/13/2026", "has no month 13; the day comes before the month"],
  ["2026-03-29 01:30", "does not exist in London, where the clocks go forward"],
])("%s is impossible: %s", (written, detail) => {
  const reading = readMoment(written);
  expect(reading).toMatchObject({ kind: "impossible", written, detail: expect.stringContaining(detail) });
});

test.each([
  ["0202-05-05", "has the year 202, which cannot be right"],
  ["2026-05-05 25:00", "has no time that can be read"],
  ["2026-05-05 9", "has no time that can be read"],
  ["2026-05-05 13pm", "has no time that can be read"],
  ["yesterday", "is not a date that can be read"],
  ["5 Mumble 2026", "is not a date that can be read"],
])("%s is wrong: %s", (written, detail) => {
  expect(readMoment(written)).toEqual({
    kind: "wrong",
    detail: expect.stringContaining(detail),
  });
});

test.each([
  ["Tue 5 May 2026", "Tuesday", "2026-05-04T23:00:00.000Z"],
  ["mardi 5 mai 2026", "Tuesday", "2026-05-04T23:00:00.000Z"],
  ["Di., 5. Mai 2026 um 9 Uhr", "Tuesday", "2026-05-05T08:00:00.000Z"],
  ["mar 5 mai 2026 9h30", "Tuesday", "2026-05-05T08:30:00.000Z"],
  ["mer. 1er juillet 2026", "Wednesday", "2026-06-30T23:00:00.000Z"],
  ["Freitag 05.06.2026 09:30 Uhr", "Friday", "2026-06-05T08:30:00.000Z"],
  ["24 déc. 2026", null, "2026-12-24T00:00:00.000Z"],
  ["7 März 2026", null, "2026-03-07T00:00:00.000Z"],
  ["Mar 5 2026", null, "2026-03-05T00:00:00.000Z"],
  ["5 May '26 0930", null, "2026-05-05T08:30:00.000Z"],
])("%s has the weekday %s", (written, weekday, at) => {
  const reading = readMoment(written);
  expect(reading).toMatchObject({ kind: "moment", weekday, isYearInferred: false });
  expect(reading.kind === "moment" && new Date(reading.moment.at).toISOString()).toBe(at);
});

describe.each([
  ["English", "January February March April May June July August September October November December"],
  ["English, cut short", "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sept. Oct. Nov. Dec."],
  ["French", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"],
  ["French, cut short", "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."],
  ["German", "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"],
  ["German, cut short", "Jan. Feb. Mrz. Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."],
])("the months in %s", (_, names) => {
  test.each(names.split(" ").map((name, index) => [name, index]))("%s", (name, index) => {
    const reading = readMoment(`5 ${name} 2026 12:00`);
    expect(reading.kind === "moment" && new Date(reading.moment.at).getUTCMonth()).toBe(index);
  });
});

test.each(["5 jui 2026", "5 octave 2026", "5 marks 2026"])("%s names no month", (written) => {
  expect(readMoment(written)).toMatchObject({ kind: "wrong" });
});

test.each([
  ["Tue 5 May", "2027-05-04T23:00:00.000Z"],
  ["5th May, 9am", "2027-05-05T08:00:00.000Z"],
  ["5/5 10:00", "2027-05-05T09:00:00.000Z"],
  ["May 5 at 9.30", "2027-05-05T08:30:00.000Z"],
  ["5.5.", "2027-05-04T23:00:00.000Z"],
])("%s takes its year from what is around it", (written, at) => {
  const reading = readMoment(written, 0, () => 2027);
  expect(reading).toMatchObject({ kind: "moment", isYearInferred: true });
  expect(reading.kind === "moment" && new Date(reading.moment.at).toISOString()).toBe(at);
});

test("what stands where a date should is cut short in the message", () => {
  const reading = readMoment("A whole draft that somebody pasted into the column of the date by mistake ".repeat(3));
  expect(reading).toEqual({
    kind: "wrong",
    detail: expect.stringMatching(/^"A whole draft.{26}…" is not a date$/u),
  });
});

test.each([
  "TBC",
  "tbc",
  "to be confirmed",
  "w/c 5 May",
  "mid-June",
  "5 May",
  "Mon 5 May",
  "5/5",
  "AM",
  "w/b 4 May",
  "week of 4 May",
])("%s is open", (written) => {
  expect(readMoment(written)).toEqual({
    kind: "open",
    detail: expect.stringContaining(`says "${written}"`),
  });
});

test.each(["n/a", "None", "-"])("%s says that there is none", (written) => {
  expect(readMoment(written)).toEqual({ kind: "none" });
});

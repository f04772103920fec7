import fc from "fast-check";
import { expect, test } from "vitest";
import { sayMoment } from "../../src/reporters/parts/moment.ts";

const moment = (iso: string) => ({ at: Date.parse(iso), written: iso });

test.each([
  ["in winter", "2027-01-04T09:05:00Z", "2027-01-04", "Mon 4 Jan", "Monday 4 January 2027", "09:05"],
  ["in summer", "2027-07-01T08:00:00Z", "2027-07-01", "Thu 1 Jul", "Thursday 1 July 2027", "09:00"],
  ["late in a summer evening", "2027-05-04T23:01:00Z", "2027-05-05", "Wed 5 May", "Wednesday 5 May 2027", "00:01"],
  ["midnight in summer, a day", "2027-05-04T23:00:00Z", "2027-05-05", "Wed 5 May", "Wednesday 5 May 2027", null],
  ["midnight in winter, a day", "2027-12-01T00:00:00Z", "2027-12-01", "Wed 1 Dec", "Wednesday 1 December 2027", null],
])("%s", (_, at, iso, short, long, time) => {
  expect(sayMoment(moment(at))).toEqual({ iso, short, long, time });
});

test("as a British calendar has it, whatever the moment", () => {
  const british = new Intl.DateTimeFormat("en-GB", {
    ...{ weekday: "long", day: "numeric", month: "long", year: "numeric" },
    ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Europe/London" },
  });
  const moments = fc.date({ min: new Date("1970-01-01"), max: new Date("2199-12-30"), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (date) => {
      const { long, time } = sayMoment({ at: date.getTime(), written: "" });
      expect(`${long} ${time ?? "00:00"}`).toBe(british.format(date).replace(/,? at |, /gu, " "));
    }),
  );
});

import { expect, test } from "vitest";
import { startOfPeriod } from "../../src/rules/polls.ts";

/** Polling day; the starts that were published or worked out by hand: national, devolved, local bodies. */
const PUBLISHED: readonly (readonly [poll: string, national: string, devolved: string | null, local: string])[] = [
  ["2016-05-05", "2016-04-14", "2016-03-24", "2016-03-30"],
  ["2017-05-04", "2017-04-13", null, "2017-03-27"],
  ["2018-05-03", "2018-04-12", null, "2018-03-27"],
  ["2019-05-02", "2019-04-11", null, "2019-03-26"],
  ["2021-05-06", "2021-04-15", "2021-03-25", "2021-03-29"],
  ["2022-05-05", "2022-04-14", null, "2022-03-28"],
  ["2023-05-04", "2023-04-13", null, "2023-03-27"],
  ["2024-05-02", "2024-04-11", null, "2024-03-26"],
  ["2025-05-01", "2025-04-10", null, "2025-03-25"],
  ["2026-05-07", "2026-04-16", "2026-03-26", "2026-03-30"],
  ["2027-05-06", "2027-04-15", null, "2027-03-31"],
];

test.each(PUBLISHED)("before the poll of %s national bodies fall silent on %s", (poll, national, devolved, local) => {
  expect(startOfPeriod("21 days before", poll)).toBe(national);
  expect(startOfPeriod("25 working days before", poll)).toBe(local);
  if (devolved !== null) expect(startOfPeriod("42 days before", poll)).toBe(devolved);
});

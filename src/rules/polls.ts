import { dayAfter, weekdayOf } from "../model/london.ts";

/** How long before polling day a period begins: `21 days before`, `25 working days before`. */
export const LEAD = /^([1-9]\d?) (working )?days before$/u;

/** The ISO date on which a period begins that is said as a lead. `poll` is the polling day. */
export function startOfPeriod(lead: string, poll: string): string {
  const [, number, working] = LEAD.exec(lead)!;
  return working === undefined ? dayAfter(poll, -Number(number)) : workingDaysBefore(poll, Number(number));
}

/** Counted back from the day before the poll, as the election timetable does: no weekends and no bank holidays. */
function workingDaysBefore(poll: string, days: number): string {
  let day = poll;
  for (let left = days; left > 0; ) {
    day = dayAfter(day, -1);
    if (isWorkingDay(day)) left--;
  }
  return day;
}

function isWorkingDay(day: string): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !springHolidays(Number(day.slice(0, 4))).includes(day);
}

/** Good Friday, Easter Monday and the early May bank holiday: the ones that fall in the weeks before polls in May. */
function springHolidays(year: number): readonly string[] {
  const easter = easterSunday(year);
  const firstOfMay = `${year}-05-01`;
  return [dayAfter(easter, -2), dayAfter(easter, 1), dayAfter(firstOfMay, (8 - weekdayOf(firstOfMay)) % 7)];
}

/** The Gregorian computus in the form of J.-M. Oudin (1940). */
function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const epact = (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  return dayAfter(`${year}-03-28`, moon - weekday);
}

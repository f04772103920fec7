/** An instant as a clock in London shows it. */
export interface LondonTime {
  /** ISO date. */
  readonly day: string;
  /** Minutes since midnight; seconds are left out. */
  readonly minute: number;
}

/** Minutes that London is ahead of UTC at an instant (milliseconds since 1970 UTC): 0 in winter, 60 in summer. */
export function londonOffset(at: number): number {
  const hour = Math.floor(at / HOUR);
  const remembered = offsets.get(hour);
  if (remembered !== undefined) return remembered;
  london ??= new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", hourCycle: "h23" });
  const offset = Number(london.format(at)) === new Date(at).getUTCHours() ? 0 : 60;
  if (offsets.size < MOST_REMEMBERED) offsets.set(hour, offset);
  return offset;
}

/** The instant at which London clocks show a time of a day (minutes since midnight), as `londonClock` has it. */
export const londonInstant = (day: string, minute = 0): number | null =>
  londonClock(Date.parse(`${day}T00:00:00Z`) + minute * MINUTE);

/**
 * The instant at which London clocks show what clocks in UTC show at `asUtc`. A time that comes twice is the first of the two;
 * null for one that the clocks jump over.
 */
export function londonClock(asUtc: number): number | null {
  for (const offset of [60, 0]) {
    const at = asUtc - offset * MINUTE;
    if (londonOffset(at) === offset) return at;
  }
  return null;
}

/** When a day begins in London: there the clocks never jump over midnight. */
export const londonMidnight = (day: string): number => londonInstant(day)!;

export function londonTime(at: number): LondonTime {
  const local = new Date(at + londonOffset(at) * MINUTE);
  return { day: isoDay(local), minute: local.getUTCHours() * 60 + local.getUTCMinutes() };
}

/** Whether these words are a day of the calendar, written as 2026-11-30. */
export function isDay(written: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/u.test(written) ? new Date(`${written}T00:00:00Z`) : null;
  return date !== null && !Number.isNaN(date.getTime()) && isoDay(date) === written;
}

/** Minutes since midnight; null at midnight, which is how a day without a time is read: nobody plans a post for it. */
export function timeOfDay(at: number): number | null {
  const { minute } = londonTime(at);
  return minute === 0 ? null : minute;
}

/** The ISO date so many days later, or earlier. */
export const dayAfter = (day: string, days: number): string =>
  isoDay(new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * HOUR));

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** `Tuesday 5 May 2026`. */
export function sayDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `09:05`, of minutes since midnight. */
export const sayClock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** From Sunday. */
export const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

// Asking Intl takes microseconds and making the formatter much longer, so both wait until a file has dates.
let london: Intl.DateTimeFormat | undefined;
const offsets = new Map<number, number>();
const MOST_REMEMBERED = 10_000;

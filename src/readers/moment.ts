import type { Moment } from "../model/post.ts";
import { quoted } from "./readings.ts";

export type MomentReading =
  | { readonly kind: "moment"; readonly moment: Moment }
  /** Says that there is none. */
  | { readonly kind: "none" }
  /** Says that the time is not settled yet. */
  | { readonly kind: "open"; readonly detail: string }
  | { readonly kind: "wrong"; readonly detail: string };

/**
 * Reads a date with or without a time, as ISO or as people in Britain write it (day before month).
 * Without a zone it is London time; without a time it is `minute` minutes after midnight.
 */
export function readMoment(written: string, minute = 0): MomentReading {
  const text = written.trim().replace(/\s+/gu, " ");
  if (text.length > LONGEST) return wrong(text, "is not a date");
  if (NONE.test(text)) return { kind: "none" };
  if (OPEN.test(text)) return { kind: "open", detail: `says ${quoted(text)}` };
  const day = dayOf(text.replace(WEEKDAY, ""));
  if (day === null) return withoutDay(text);
  const mistake = mistakeInDay(day);
  if (mistake !== null) return wrong(text, mistake);
  const time = day.time === "" ? { hour: 0, minute, second: 0, zone: null } : timeOf(day.time);
  if (time === null) return wrong(text, "has no time that can be read; write it as 09:30 or 9.30am");
  const at = instantOf(day, time);
  if (at === null) return wrong(text, "does not exist in London, where the clocks go forward in that hour");
  return { kind: "moment", moment: { at, written } };
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** What follows the day. */
  readonly time: string;
}

interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes ahead of UTC; null for London time. */
  readonly zone: number | null;
}

const LONGEST = 60;
const NONE = /^(?:n\/?a|no|none|not applicable|-+|–|—)$/iu;
const OPEN =
  /^(?:t\.?b\.?[acd]\.?|to be (?:confirmed|agreed|decided)|not yet\b.*|asap|soon|pending|\?+|w\/c\b.*|week commencing\b.*|(?:early|mid|late)\b.*)$/iu;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? /iu;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](.+))?$/iu;
const NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:,? (?:at )?(.+))?$/iu;
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})(?:,? (?:at )?(.+))?$/iu;
const MONTH_DAY = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,? (?:at )?(.+))?$/iu;
const NO_YEAR =
  /^\d{1,2}(?:(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\/\d{1,2})(?![\w/])(?!.*\d{4})/iu;
const TIME =
  /^(\d{1,2})(?:[:.](\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?(?: ?([ap])\.?m\.?)? ?(z|utc|gmt|bst|[+-]\d{2}(?::?\d{2})?)?$/iu;
const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
] as const;

const wrong = (text: string, detail: string): MomentReading => ({ kind: "wrong", detail: `${quoted(text)} ${detail}` });

const withoutDay = (text: string): MomentReading =>
  NO_YEAR.test(text.replace(WEEKDAY, ""))
    ? { kind: "open", detail: `says ${quoted(text)}, without a year` }
    : wrong(text, "is not a date that can be read; write it as 2026-05-05 09:00 or 5 May 2026 09:00");

function dayOf(text: string): Day | null {
  const iso = ISO.exec(text);
  if (iso !== null) return toDay(iso[1], Number(iso[2]), iso[3], iso[4]);
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) return toDay(numbers[3], Number(numbers[2]), numbers[1], numbers[4]);
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth !== null) return toDay(dayMonth[3], monthNumber(dayMonth[2]!), dayMonth[1], dayMonth[4]);
  const monthDay = MONTH_DAY.exec(text);
  if (monthDay !== null) return toDay(monthDay[3], monthNumber(monthDay[1]!), monthDay[2], monthDay[4]);
  return null;
}

function toDay(year = "", month: number | null, day = "", time = ""): Day | null {
  if (month === null) return null;
  return { year: Number(year) + (year.length === 2 ? 2000 : 0), month, day: Number(day), time };
}

function monthNumber(name: string): number | null {
  const index = MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().replace(/^sept$/u, "sep")));
  return index < 0 ? null : index + 1;
}

function mistakeInDay({ year, month, day }: Day): string | null {
  if (year < 1970 || year > 2199) return `has the year ${year}, which cannot be right`;
  if (month < 1 || month > 12) {
    return `has no month ${month}; the day comes before the month, as in 31/12/2026, or write 2026-12-31`;
  }
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day >= 1 && day <= days) return null;
  const name = MONTHS[month - 1]!;
  return `does not exist: ${name[0]!.toUpperCase()}${name.slice(1)} ${year} has ${days} days`;
}

function timeOf(text: string): Time | null {
  if (/^(?:noon|midday)$/iu.test(text)) return { hour: 12, minute: 0, second: 0, zone: null };
  const found = TIME.exec(text);
  if (found === null) return null;
  const [, hours, minutes, seconds = "0", half, zone] = found;
  if (minutes === undefined && half === undefined) return null;
  const hour = half === undefined ? Number(hours) : onTheDay(Number(hours), half.toLowerCase());
  const time = { hour, minute: Number(minutes ?? 0), second: Number(seconds), zone: zoneOf(zone) };
  const isEndOfDay = hour === 24 && time.minute === 0 && time.second === 0;
  return (hour < 24 || isEndOfDay) && time.minute < 60 && time.second < 60 ? time : null;
}

/** Hour of the day for a clock of twelve hours; out of range where that clock has no such hour. */
const onTheDay = (hour: number, half: string): number =>
  hour < 1 || hour > 12 ? Number.POSITIVE_INFINITY : (hour % 12) + (half === "p" ? 12 : 0);

function zoneOf(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  if (/^(?:z|utc|gmt)$/iu.test(zone)) return 0;
  if (/^bst$/iu.test(zone)) return 60;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(":", "") || 0);
  return zone.startsWith("-") ? -minutes : minutes;
}

/** Null where London clocks jump over the time. A time that comes twice is the first of the two. */
function instantOf({ year, month, day }: Day, { hour, minute, second, zone }: Time): number | null {
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  if (zone !== null) return asUtc - zone * 60_000;
  for (const offset of [60, 0]) {
    const at = asUtc - offset * 60_000;
    if (londonOffset(at) === offset) return at;
  }
  return null;
}

/** Minutes that London is ahead of UTC at an instant. */
function londonOffset(at: number): number {
  const hour = Math.floor(at / 3_600_000);
  const remembered = offsets.get(hour);
  if (remembered !== undefined) return remembered;
  london ??= new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", hourCycle: "h23" });
  const offset = Number(london.format(at)) === new Date(at).getUTCHours() ? 0 : 60;
  if (offsets.size < MOST_REMEMBERED) offsets.set(hour, offset);
  return offset;
}

// Asking Intl takes microseconds and making the formatter much longer, so both wait until a file has dates.
let london: Intl.DateTimeFormat | undefined;
const offsets = new Map<number, number>();
const MOST_REMEMBERED = 10_000;

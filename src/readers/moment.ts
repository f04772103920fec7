import { londonClock, MONTHS } from "../model/london.ts";
import type { Moment } from "../model/post.ts";
import { quoted } from "./readings.ts";

export type MomentReading =
  | ReadTime
  /** Says that there is none. */
  | { readonly kind: "none" }
  /** Says that the time is not settled yet. */
  | { readonly kind: "open"; readonly detail: string }
  /** Names a day or an hour that no calendar has. */
  | { readonly kind: "impossible"; readonly written: string; readonly detail: string; readonly weekday: string | null }
  | { readonly kind: "wrong"; readonly detail: string };

export interface ReadTime {
  readonly kind: "moment";
  readonly moment: Moment;
  /** In English and in full, where one was written beside the date. */
  readonly weekday: string | null;
  /** Whether the year was not written but worked out. */
  readonly isYearInferred: boolean;
}

/** The year that a day without one falls in; null where nothing tells. */
export type YearOf = (month: number, day: number) => number | null;

/**
 * Reads a date with or without a time, as ISO or as people in Britain write it (day before month), with the names of
 * months and days in English, French or German. Without a zone it is London time; without a time it is `minute` minutes
 * after midnight; without a year it is open, unless `yearOf` knows it.
 */
export function readMoment(written: string, minute = 0, yearOf: YearOf = () => null): MomentReading {
  const text = written.trim().replace(/\s+/gu, " ");
  if (text.length > LONGEST) return wrong(text, "is not a date");
  if (NONE.test(text)) return { kind: "none" };
  if (OPEN.test(text)) return { kind: "open", detail: `says ${quoted(text)}` };
  const { weekday, rest } = withoutWeekday(text);
  const day = dayOf(rest);
  if (day === null)
    return wrong(text, "is not a date that can be read; write it as 2026-05-05 09:00 or 5 May 2026 09:00");
  const impossible = (detail: string): MomentReading => ({
    kind: "impossible",
    written: text,
    detail: `${quoted(text)} ${detail}`,
    weekday,
  });
  const mistake = mistakeInDay(day);
  if (mistake !== null) return impossible(mistake);
  const year = day.year ?? yearOf(day.month, day.day);
  if (year === null) return { kind: "open", detail: `says ${quoted(text)}, without a year` };
  if (year < 1970 || year > 2199) return wrong(text, `has the year ${year}, which cannot be right`);
  const mistakeInYear = mistakeInDay({ ...day, year });
  if (mistakeInYear !== null) return impossible(mistakeInYear);
  const time = day.time === "" ? { hour: 0, minute, second: 0, zone: null } : timeOf(day.time);
  if (time === null) return wrong(text, "has no time that can be read; write it as 09:30 or 9.30am");
  const at = instantOf({ ...day, year }, time);
  if (at === null) return impossible("does not exist in London, where the clocks go forward in that hour");
  return { kind: "moment", moment: { at, written }, weekday, isYearInferred: day.year === null };
}

interface Day {
  /** Null where none is written. */
  readonly year: number | null;
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
  /^(?:t\.?b\.?[acd]\.?|to be (?:confirmed|agreed|decided)|not yet\b.*|asap|soon|pending|\?+|[ap]\.?m\.?|w\/[cbe]\b.*|week (?:commencing|beginning|ending|of)\b.*|(?:early|mid|late|any ?time|flexible|ongoing)\b.*)$/iu;
const WEEKDAY = /^\(?(\p{L}{2,10})\)?\.?,? (?:(?:the|le|den|am) )?(?=\d|\p{L}{3,9}\.? \d)/iu;
const BEHIND = "(?:,? (?:at |à |um |[-–—] ?)?(.+))?$";
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](.+))?$/iu;
const NUMBERS = new RegExp(String.raw`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?![\d/])${BEHIND}`, "iu");
const DAY_MONTH = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th|er|\.)?[ -]?(?:of )?(\p{L}{3,9})\.?,?(?:[ -](\d{4}|['’]\d{2}))?(?!\d)${BEHIND}`,
  "iu",
);
const MONTH_DAY = new RegExp(
  String.raw`^(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?(?![\d:.])${BEHIND}`,
  "iu",
);
const DAY_AND_MONTH = new RegExp(String.raw`^(\d{1,2})(?:/(\d{1,2})|\.(\d{1,2})\.)(?![\d/])${BEHIND}`, "iu");
const TIME =
  /^(\d{1,2})(?:[:.h](\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?(?: ?(?:([ap])\.?m\.?|h|uhr|hrs))? ?(z|utc|gmt|bst|[+-]\d{2}(?::?\d{2})?)?$/iu;
const FOUR_DIGITS = /^([01]\d|2[0-4])([0-5]\d)(?: ?(?:hrs|h))?$/iu;
/** In French and German, without accents, where they are another word than in English. */
const OTHER_MONTH_NAMES: readonly (readonly string[])[] = [
  ["janvier", "januar"],
  ["fevrier", "februar"],
  ["mars", "marz", "maerz", "mrz"],
  ["avril"],
  ["mai"],
  ["juin", "juni"],
  ["juillet", "juli"],
  ["aout"],
  ["septembre"],
  ["octobre", "oktober"],
  ["novembre"],
  ["decembre", "dezember"],
];
const MONTH_NAMES = MONTHS.map((month, index) => [month.toLowerCase(), ...OTHER_MONTH_NAMES[index]!]);
const WEEKDAYS: readonly (readonly [names: RegExp, weekday: string])[] = [
  [/^(?:mon(?:day|tag)?|mo|lun(?:di)?)$/u, "Monday"],
  [/^(?:tue(?:s|sday)?|di|dienstag|mar(?:di)?)$/u, "Tuesday"],
  [/^(?:wed(?:s|nes|nesday)?|mi|mittwoch|mer(?:credi)?)$/u, "Wednesday"],
  [/^(?:thu(?:r|rs|rsday)?|do|donnerstag|jeu(?:di)?)$/u, "Thursday"],
  [/^(?:fri(?:day)?|fr|freitag|ven(?:dredi)?)$/u, "Friday"],
  [/^(?:sat(?:urday)?|sa|samstag|sam(?:edi)?)$/u, "Saturday"],
  [/^(?:sun(?:day)?|so|sonntag|dim(?:anche)?)$/u, "Sunday"],
];

/** The weekday that a word means, in English and in full: "Tues", "mardi", "Dienstag". */
export function weekdayNamed(word: string): string | null {
  const plain = withoutAccents(word.replace(/\.$/u, ""));
  return WEEKDAYS.find(([names]) => names.test(plain))?.[1] ?? null;
}

const withoutAccents = (word: string): string =>
  word
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();

const wrong = (text: string, detail: string): MomentReading => ({ kind: "wrong", detail: `${quoted(text)} ${detail}` });

/** "mar 5" is a day of March, and "mar 5 mai" a Tuesday in French: what follows decides. */
function withoutWeekday(text: string): { readonly weekday: string | null; readonly rest: string } {
  const found = WEEKDAY.exec(text);
  const weekday = found === null ? null : weekdayNamed(found[1]!);
  if (found === null || weekday === null) return { weekday: null, rest: text };
  const rest = text.slice(found[0].length);
  return dayOf(rest) === null ? { weekday: null, rest: text } : { weekday, rest };
}

function dayOf(text: string): Day | null {
  const iso = ISO.exec(text);
  if (iso !== null) return toDay(iso[1], Number(iso[2]), iso[3], iso[4]);
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) return toDay(numbers[3], Number(numbers[2]), numbers[1], numbers[4]);
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth !== null) {
    const month = monthNumber(dayMonth[2]!);
    if (month !== null) return toDay(dayMonth[3]?.replace(/\D/gu, ""), month, dayMonth[1], dayMonth[4]);
  }
  const monthDay = MONTH_DAY.exec(text);
  if (monthDay !== null) return toDay(monthDay[3], monthNumber(monthDay[1]!), monthDay[2], monthDay[4]);
  const dayAndMonth = DAY_AND_MONTH.exec(text);
  if (dayAndMonth === null) return null;
  return toDay(undefined, Number(dayAndMonth[2] ?? dayAndMonth[3]), dayAndMonth[1], dayAndMonth[4]);
}

function toDay(year: string | undefined, month: number | null, day = "", time = ""): Day | null {
  if (month === null) return null;
  const number = year === undefined ? null : Number(year) + (year.length === 2 ? 2000 : 0);
  return { year: number, month, day: Number(day), time: time.trim() };
}

/** 1 to 12, by a name or its beginning; null where it begins no month's, or two as "jui" does. */
function monthNumber(name: string): number | null {
  const plain = withoutAccents(name);
  const begun = MONTH_NAMES.flatMap((names, index) =>
    names.some((name) => name.startsWith(plain)) ? [index + 1] : [],
  );
  return begun.length === 1 ? begun[0]! : null;
}

/** A day without a year may be the 29th of February. */
function mistakeInDay({ year, month, day }: Day): string | null {
  if (month < 1 || month > 12) {
    return `has no month ${month}; the day comes before the month, as in 31/12/2026, or write 2026-12-31`;
  }
  const days = new Date(Date.UTC(year ?? LEAP_YEAR, month, 0)).getUTCDate();
  if (day >= 1 && day <= days) return null;
  return `does not exist: ${MONTHS[month - 1]!}${year === null ? "" : ` ${year}`} has ${days} days`;
}

const LEAP_YEAR = 2024;

function timeOf(text: string): Time | null {
  if (/^(?:12 ?)?(?:noon|midday|midi)$/iu.test(text)) return { hour: 12, minute: 0, second: 0, zone: null };
  const compact = FOUR_DIGITS.exec(text);
  const found = compact === null ? TIME.exec(text) : [text, compact[1], compact[2]];
  if (found === null) return null;
  const [, hours, minutes, seconds = "0", half, zone] = found;
  if (minutes === undefined && half === undefined && !/(?:h|uhr|hrs)$/iu.test(text)) return null;
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

/** Null where London clocks jump over the time. */
function instantOf(
  { year, month, day }: Day & { readonly year: number },
  { hour, minute, second, zone }: Time,
): number | null {
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  return zone === null ? londonClock(asUtc) : asUtc - zone * 60_000;
}

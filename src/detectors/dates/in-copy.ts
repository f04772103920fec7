import { WEEKDAYS } from "../../model/london.ts";
import { matchesIn } from "../../model/matches.ts";
import type { Span } from "../../model/span.ts";
import type { Sentence } from "../../prepare/document.ts";
import { remembered } from "../../prepare/remembered.ts";
import { beginsAlike, MONTH_NAMES, monthNamed } from "./month-names.ts";

/** A date as it stands in copy. Offsets are into the plain text of the copy. */
export interface WrittenDate extends Span {
  /** 0 for Sunday to 6 for Saturday; null where none is written. */
  readonly weekday: number | null;
  /** 1 to 31, which the month need not have; null for "today". */
  readonly day: number | null;
  /** 1 to 12. */
  readonly month: number;
  readonly year: number | null;
  /** Minutes since midnight of the time that stands beside it, the later one of two; null where none does. */
  readonly minute: number | null;
}

/** The dates of a sentence that have a day and a month, and "today", in order. Days come before months. */
export const datesIn = remembered((sentence: Sentence): readonly WrittenDate[] =>
  matchesIn(sentence.text, DATE)
    .map((match) => dateFrom(match, sentence))
    .filter((date) => date !== null),
);

const WEEKDAY = String.raw`(?:(?<weekday>mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?\.?,?\s+(?:the\s+)?)?`;
const DATE = new RegExp(
  String.raw`(?<![\w£$€./:#@-])${WEEKDAY}(?:` +
    [
      String.raw`(?<day>\d{1,2})(?<nth>st|nd|rd|th)?(?:\s+of)?[ \t]+(?<month>${MONTH_NAMES})\b(?:\.?,?\s+(?<year>(?:19|20)\d\d)\b)?`,
      String.raw`(?<month2>${MONTH_NAMES})\.?[ \t]+(?<day2>\d{1,2})(?<nth2>st|nd|rd|th)?(?![\w:%]|[.,]\d|[ \t]*(?:am|pm|o'clock)\b)(?:,?\s+(?<year2>(?:19|20)\d\d)\b)?`,
      String.raw`(?<day3>\d{1,2})[/.](?<month3>\d{1,2})[/.](?<year3>(?:20)?\d\d)(?![\d/.]\d)`,
    ].join("|") +
    String.raw`)|\b(?<today>today|tonight)\b`,
  "giu",
);

function dateFrom(match: RegExpMatchArray, sentence: Sentence): WrittenDate | null {
  const { weekday, day, month, year, nth, day2, month2, year2, nth2, day3, month3, year3, today } = match.groups!;
  const start = match.index!;
  const end = start + match[0].length;
  const place = {
    start: sentence.start + start,
    end: sentence.start + end,
    minute: minuteBeside(sentence.text, start, end),
    weekday: weekday === undefined ? null : WEEKDAYS.findIndex((day) => beginsAlike(day, weekday)),
  };
  if (today !== undefined) return { ...place, weekday: null, day: null, month: 0, year: null };
  const name = month ?? month2;
  const sure = weekday ?? year ?? year2 ?? nth ?? nth2;
  // "Up to 5 may apply", "10 march": a month that is a word too has its capital, or something beside it.
  if (name !== undefined && sure === undefined && /^(?:may|march?)$/u.test(name)) return null;
  const date = {
    ...place,
    day: Number(day ?? day2 ?? day3),
    month: name === undefined ? Number(month3) : monthNamed(name),
    year: fullYear(year ?? year2 ?? year3),
  };
  return date.day < 1 || date.day > 31 || date.month < 1 || date.month > 12 ? null : date;
}

function fullYear(written: string | undefined): number | null {
  if (written === undefined) return null;
  return Number(written) + (written.length === 2 ? 2000 : 0);
}

const CLOCK = String.raw`(?:(?<hours>\d{1,2})(?:[:.](?<minutes>\d{2}))?[ \t]?(?<half>am|pm)\b|(?<hours24>[01]\d|2[0-3]):(?<minutes24>[0-5]\d)|(?<word>noon|midday|midnight)\b)`;
const FROM_CLOCK = String.raw`(?:\d{1,2}(?:[:.]\d{2})?[ \t]?(?:am|pm)?[ \t]?(?:-|–|to|until|till)[ \t]?)?`;
const AFTER = new RegExp(
  String.raw`^[ \t]*(?:,|at|@|by|from|\(|\||:|-|–)?[ \t]*(?:from[ \t]+)?${FROM_CLOCK}${CLOCK}`,
  "iu",
);
const BEFORE = new RegExp(String.raw`${CLOCK}[ \t]*(?:,|on|of|\(|\||-|–)?[ \t]*$`, "iu");

function minuteBeside(text: string, start: number, end: number): number | null {
  const found = AFTER.exec(text.slice(end, end + 40)) ?? BEFORE.exec(text.slice(Math.max(0, start - 24), start));
  if (found === null) return null;
  const { hours, minutes = "0", half, hours24, minutes24, word } = found.groups!;
  if (word !== undefined) return word.toLowerCase() === "midnight" ? 24 * 60 : 12 * 60;
  if (hours24 !== undefined) return Number(hours24) * 60 + Number(minutes24);
  const hour = (Number(hours) % 12) + (half!.toLowerCase() === "pm" ? 12 : 0);
  return hour * 60 + Number(minutes);
}

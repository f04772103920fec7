import { londonTime, MONTHS, sayClock, sayDay, WEEKDAYS, weekdayOf } from "../model/london.ts";
import type { Moment } from "../model/post.ts";
import type { Sentence } from "../prepare/document.ts";
import { daysBetween, daysIn, exists, meantDay } from "./dates/calendar-day.ts";
import { datesIn, type WrittenDate } from "./dates/in-copy.ts";
import { type Detector, type Finder, type Sighting, signClue } from "./detector.ts";

const QUESTIONS = ["impossible", "other-weekday", "past"] as const;
type Question = (typeof QUESTIONS)[number];

export interface DateSpec {
  readonly date: Question;
}

export const date = {
  describe:
    "A date in the copy: one that no calendar has (impossible), one with the weekday of another day (other-weekday), or one that is over when the post goes out (past).",
  restsOnWords: false,
  shape: (z) => ({ date: z.enum(QUESTIONS) }),
  compile: ({ date: question }: DateSpec): Finder => ({
    clue: () => signClue("digit"),
    wide: false,
    says: SAYS[question],
    parts: [],
    find: ({ post }, sentences) => sentences.flatMap((sentence) => seen(question, sentence, post.meta.publish_at)),
  }),
  asks: ({ date: question }: DateSpec) => (question === "impossible" ? [] : ["publish_at"]),
} satisfies Detector;

const SAYS: Readonly<Record<Question, string>> = {
  impossible: "a date that no calendar has",
  "other-weekday": "a date with the weekday of another day",
  past: "a date that is over when the post goes out",
};

function seen(question: Question, sentence: Sentence, publishAt: Moment | undefined): Sighting[] {
  const dates = datesIn(sentence);
  if (question === "past" && !dates.every((written) => isOver(written, publishAt))) return [];
  return dates.flatMap((written) => {
    const shows = LOOKS[question](written, publishAt);
    return shows === null ? [] : [{ sentence, field: sentence.in.field, ...span(written), shows, parts: [] }];
  });
}

const span = ({ start, end }: WrittenDate) => ({ start, end });

type Look = (written: WrittenDate, publishAt: Moment | undefined) => string | null;

const LOOKS: Readonly<Record<Question, Look>> = {
  impossible: (written) => {
    if (exists(written)) return null;
    const { month, year } = written;
    const days = daysIn(month, year ?? 2000);
    return `${MONTHS[month - 1]}${year === null ? "" : ` ${year}`} has ${days} days`;
  },
  "other-weekday": (written, publishAt) => {
    const day = written.weekday === null ? null : meantDay(written, publishAt);
    if (day === null || weekdayOf(day) === written.weekday) return null;
    return `${sayDay(day).replace(/^\w+ /u, "")} is a ${WEEKDAYS[weekdayOf(day)]}`;
  },
  past: (written, publishAt) => {
    if (!isOver(written, publishAt)) return null;
    const day = meantDay(written, publishAt)!;
    const published = londonTime(publishAt!.at);
    return day === published.day
      ? `it goes out at ${sayClock(published.minute)} that day`
      : `it goes out on ${sayDay(published.day)}`;
  },
};

/** A date without a year that is longer ago than this is rather meant for the year to come. */
const LONGEST_AGO = 90;

function isOver(written: WrittenDate, publishAt: Moment | undefined): boolean {
  const day = publishAt === undefined ? null : meantDay(written, publishAt);
  if (day === null) return false;
  const published = londonTime(publishAt!.at);
  // A date of publication without a time is midnight, when nothing of that day is over.
  if (day === published.day) return written.minute !== null && published.minute > written.minute;
  if (written.year === null && daysBetween(day, published.day) > LONGEST_AGO) return false;
  return day < published.day;
}

import { type MomentReading, readMoment } from "../moment.ts";
import { serialIn, serialText } from "./serial.ts";

/** The dates of a table, which tell the year of those that are written without one. */
export interface CalendarDates {
  /** Remembers a date of publication further down, if it has a year. */
  foresee(row: number, text: string): void;
  /** Reads a date of publication; the rows below go by it. */
  publication(row: number, text: string): MomentReading;
  /** Reads another date of a row, of which the publication (milliseconds since 1970 UTC) may be known. */
  beside(row: number, text: string, minute: number, publication: number | null): MomentReading;
}

/** `named` are the years that titles, the sheet's or the file's name give; `nearby` is a date of another table of the calendar. */
export function calendarDates(epoch: number, named: readonly number[], nearby: number | null): CalendarDates {
  const foreseen: Anchor[] = [];
  let last: Anchor | null = null;
  const onlyYear = new Set(named).size === 1 ? named[0]! : null;

  const anchorFor = (row: number): Anchor | null => {
    const next = foreseen.find((anchor) => anchor.row > row) ?? null;
    if (last === null || next === null) return last ?? next;
    return next.row - row < row - last.row ? next : last;
  };
  const read = (text: string, minute: number, near: number | null): MomentReading =>
    readMoment(dateText(text, epoch), minute, (month, day) =>
      near === null
        ? (onlyYear ?? (nearby === null ? null : closestYear(month, day, nearby)))
        : closestYear(month, day, near),
    );
  return {
    foresee(row, text) {
      const reading = read(text, 0, null);
      if (reading.kind === "moment" && !reading.isYearInferred) foreseen.push({ row, at: reading.moment.at });
    },
    publication(row, text) {
      while (foreseen.length > 0 && foreseen[0]!.row <= row) foreseen.shift();
      const reading = read(text, 0, anchorFor(row)?.at ?? null);
      if (reading.kind === "moment") last = { row, at: reading.moment.at };
      return reading;
    },
    beside: (row, text, minute, publication) => read(text, minute, publication ?? anchorFor(row)?.at ?? null),
  };
}

interface Anchor {
  readonly row: number;
  readonly at: number;
}

/** The words of a cell, with a spreadsheet's number for a date in its place. */
function dateText(text: string, epoch: number): string {
  const serial = serialIn(text.trim());
  return serial === null || serial < 1 ? text : serialText(serial, epoch);
}

/** The words of a cell that gives a time, without the day that some exports put before it. */
export function timeText(text: string, epoch: number): string {
  const serial = serialIn(text.trim());
  const words = serial === null ? text.trim() : serialText(serial, epoch);
  return words.replace(/^\d{4}-\d\d-\d\d[ T](?=\d)/u, "");
}

/** The year that puts a day next to a time. */
function closestYear(month: number, day: number, near: number): number {
  const year = new Date(near).getUTCFullYear();
  const distance = (candidate: number) => Math.abs(Date.UTC(candidate, month - 1, day) - near);
  return [year, year - 1, year + 1].reduce((best, candidate) =>
    distance(candidate) < distance(best) ? candidate : best,
  );
}

/** The years that words such as "Content calendar, July 2027" name. */
export const yearsIn = (words: string): readonly number[] =>
  [...words.matchAll(/(?<![\d.])(20\d\d)(?![\d])/gu)].map(([year]) => Number(year));

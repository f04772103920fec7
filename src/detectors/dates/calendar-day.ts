import { dayAfter, londonTime } from "../../model/london.ts";
import type { Moment } from "../../model/post.ts";
import type { WrittenDate } from "./in-copy.ts";

/** Whether the month has the day. 29 February without a year may be one of a leap year. */
export function exists({ day, month, year }: WrittenDate): boolean {
  return day === null || day <= daysIn(month, year ?? 2000);
}

/** Days in a month (1 to 12). */
export const daysIn = (month: number, year: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * The ISO date that is meant. Without a year it is the one nearest to the day of publication; null where neither is known, or
 * where no calendar has the day.
 */
export function meantDay(date: WrittenDate, publishAt: Moment | undefined): string | null {
  if (!exists(date)) return null;
  const published = publishAt === undefined ? null : londonTime(publishAt.at).day;
  if (date.day === null) return published;
  if (date.year !== null) return isoDay(date.year, date);
  if (published === null) return null;
  const year = Number(published.slice(0, 4));
  const near = [year - 1, year, year + 1].map((candidate) => isoDay(candidate, date)).filter((day) => day !== null);
  return near.sort((a, b) => daysBetween(a, published) - daysBetween(b, published))[0] ?? null;
}

export const daysBetween = (a: string, b: string): number =>
  Math.abs(Date.parse(`${a}T00:00:00Z`) - Date.parse(`${b}T00:00:00Z`)) / 86_400_000;

function isoDay(year: number, { day, month }: WrittenDate): string | null {
  if (day! > daysIn(month, year)) return null;
  return dayAfter(`${year}-${String(month).padStart(2, "0")}-01`, day! - 1);
}

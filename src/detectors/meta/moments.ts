import type { DatedData, Period } from "../../model/dated.ts";
import { dayAfter, isDay, londonInstant, londonMidnight, londonTime, sayDay, timeOfDay } from "../../model/london.ts";
import type { Meta, Moment } from "../../model/post.ts";
import type { Document } from "../../prepare/document.ts";

export const MOMENT_FIELDS = ["publish_at", "embargo_until", "approved_at", "campaign_starts_at"] as const;
export type MomentField = (typeof MOMENT_FIELDS)[number];

export const isMomentField = (field: string): field is MomentField =>
  (MOMENT_FIELDS as readonly string[]).includes(field);

export interface MomentTest {
  readonly before?: string;
  readonly after?: string;
  readonly during?: string;
  readonly for?: string;
}

/** Whether a test holds of a moment, in a few words; null where it does not, or where what it compares with is not known. */
export function momentTest(test: MomentTest, dataNamed: (name: string) => DatedData) {
  const periods = test.during === undefined ? [] : periodsFor(dataNamed(test.during), test.for);
  return (moment: Moment, document: Document): string | null => {
    const own = stretchOf(moment);
    if (test.during !== undefined) {
      // Whoever gives only the day means some hour of it at which people are awake.
      const at = (own.first + own.last) / 2;
      const period = periods.find(({ start, end }) => start <= at && at < end);
      return period === undefined ? null : sayPeriod(period);
    }
    const other = stretchNamed((test.before ?? test.after)!, document);
    if (other === null) return null;
    return (test.before === undefined ? own.first > other.last : own.last < other.first) ? moment.written : null;
  };
}

/** Milliseconds since 1970 UTC, both inclusive. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

const point = (at: number): Stretch => ({ first: at, last: at });

/** A moment without a time of day is some time of that day, unless somebody wrote down midnight. */
function stretchOf({ at, written }: Moment): Stretch {
  if (timeOfDay(at) !== null || MIDNIGHT.test(written)) return point(at);
  return { first: at, last: londonMidnight(dayAfter(londonTime(at).day, 1)) - 1 };
}

const MIDNIGHT = /\b(?:00?|12|24)[:.]00|\b12 ?am|midnight|\dT\d|Z$/iu;

const periodsFor = ({ periods }: DatedData, body: string | undefined): readonly Period[] =>
  periods.filter((period) => body === undefined || period.for === null || period.for === body);

/** `the general election of Thursday 4 July 2024 (Saturday 25 May 2024 to Thursday 4 July 2024)` */
function sayPeriod({ name, start, end }: Period): string {
  const [first, last] = [start, end - 1].map((at) => sayDay(londonTime(at).day));
  return `${name} (${first} to ${last})`;
}

/** Another field, today, or a date as a rule has it: without a zone it is London time. */
function stretchNamed(name: string, { post, circumstances }: Document): Stretch | null {
  if (isMomentField(name)) {
    const moment = post.meta[name];
    return moment === undefined ? null : stretchOf(moment);
  }
  const at = name === "today" ? midnightOf(circumstances.today) : instantNamed(name);
  return at === null ? null : point(at);
}

const midnightOf = (day: string | null): number | null => (day === null ? null : londonMidnight(day));

/** `2026-11-30`, `2026-11-30 09:00` (London time) or `2026-11-30T09:00:00Z`. */
const DATE =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?)(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?$/u;

/** Milliseconds since 1970 UTC; null for what is no date, and for a time that clocks in London jump over. */
export function instantNamed(written: string): number | null {
  const [, day = "", time, hours = "0", minutes = "0", zone] = DATE.exec(written) ?? [];
  if (!isDay(day)) return null;
  return zone === undefined
    ? londonInstant(day, Number(hours) * 60 + Number(minutes))
    : Date.parse(`${day}T${time}${zone}`);
}

/** Whether the weekday that stands beside the date of publication is another than that of the date; null where it agrees or is not known. */
export function disagreeingWeekday({ weekday, publish_at }: Meta): string | null {
  if (weekday === undefined || publish_at === undefined) return null;
  const day = sayDay(londonTime(publish_at.at).day);
  const said = weekday.trim().toLowerCase().slice(0, 3);
  return day.toLowerCase().startsWith(said) ? null : `"${weekday}" beside what is ${day}`;
}

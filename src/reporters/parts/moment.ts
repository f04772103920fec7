import { londonTime, sayClock, sayDay, timeOfDay } from "../../model/london.ts";
import type { Moment } from "../../model/post.ts";

/** A moment as a calendar in Britain has it. */
export interface SaidMoment {
  /** `2027-07-01` */
  readonly iso: string;
  /** `Thu 1 Jul` */
  readonly short: string;
  /** `Thursday 1 July 2027` */
  readonly long: string;
  /** `09:00`; null for a day without a time. */
  readonly time: string | null;
}

export function sayMoment({ at }: Moment): SaidMoment {
  const { day } = londonTime(at);
  const minute = timeOfDay(at);
  const long = sayDay(day);
  const [weekday = "", date = "", month = ""] = long.split(" ");
  return {
    iso: day,
    short: `${weekday.slice(0, 3)} ${date} ${month.slice(0, 3)}`,
    long,
    time: minute === null ? null : sayClock(minute),
  };
}

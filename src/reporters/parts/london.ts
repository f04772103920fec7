import type { Moment } from "../../model/post.ts";

/** A moment as a calendar in Britain has it. */
export interface LondonTime {
  /** `2027-07-01` */
  readonly iso: string;
  /** `Thu 1 Jul` */
  readonly short: string;
  /** `Thursday 1 July 2027` */
  readonly long: string;
  /** `09:00`; null at midnight, which stands for a day without a time. */
  readonly time: string | null;
}

export function londonTime({ at }: Moment): LondonTime {
  const part = partsOf(at);
  const weekday = part("weekday");
  const [day, month, year] = [part("day"), part("month"), part("year")];
  const number = String(MONTHS.indexOf(month) + 1).padStart(2, "0");
  const time = `${part("hour")}:${part("minute")}`;
  return {
    iso: `${year}-${number}-${day.padStart(2, "0")}`,
    short: `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}`,
    long: `${weekday} ${day} ${month} ${year}`,
    time: time === "00:00" ? null : time,
  };
}

export const MONTHS: readonly string[] = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

let format: Intl.DateTimeFormat | undefined;

function partsOf(at: number): (type: Intl.DateTimeFormatPartTypes) => string {
  format ??= new Intl.DateTimeFormat("en-GB", {
    ...{ weekday: "long", day: "numeric", month: "long", year: "numeric" },
    ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Europe/London" },
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return (type) => parts.get(type) ?? "";
}

import { UsageError } from "../config/errors.ts";
import { isDay } from "../model/london.ts";
import { readMoment } from "../readers/moment.ts";

/** `--as-of`, if it is a day of the calendar. */
export function givenDay(written: string): string {
  if (!isDay(written)) throw new UsageError(`--as-of "${written}" is not a date.`, "Write it as 2026-11-30.");
  return written;
}

/** `--publish-at`, if it is a time that the readers understand. */
export function givenMoment(written: string): string {
  const reading = readMoment(written);
  if (reading.kind === "moment") return written;
  throw new UsageError(`--publish-at "${written}" is not a time.`, 'Write it as 2026-11-30 or "2026-11-30 09:00".');
}

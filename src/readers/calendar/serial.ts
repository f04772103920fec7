/** Day 0 of the date numbers of a workbook that counts from 1900, with the 29 February 1900 that Excel believes in. */
export const EPOCH_1900 = Date.UTC(1899, 11, 30);
export const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** The date, the date and time or, below 1, the time of day that a number stands for: `2027-07-05 09:30`. */
export function serialText(serial: number, epoch: number): string {
  // Times are fractions of a day, so a minute is never met exactly.
  const at = new Date(Math.round((epoch + serial * DAY) / MINUTE) * MINUTE);
  if (Number.isNaN(at.getTime())) return String(serial);
  const iso = at.toISOString();
  const time = iso.slice(11, 16);
  if (serial < 1) return time;
  return Number.isInteger(serial) ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}

/** The number that stands in the place of a date or a time, as exports of a spreadsheet have it; null for other words. */
export function serialIn(text: string): number | null {
  if (!/^\d{0,5}(?:[.,]\d+)?$/u.test(text) || text === "") return null;
  const serial = Number(text.replace(",", "."));
  const isDay = serial >= FIRST_DAY && serial <= LAST_DAY;
  return isDay || (serial < 1 && serial > 0) ? serial : null;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** 1990 to 2099 where counting starts in 1900: smaller numbers are rather the number of a post. */
const FIRST_DAY = 32_874;
const LAST_DAY = 73_050;

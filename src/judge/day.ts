/** The day that it is where postlint runs, as an ISO date. */
export function dayOf(now: Date): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${now.getFullYear()}-${month}-${day}`;
}

/** Whether these words are a day of the calendar, written as 2026-11-30. */
export function isDate(written: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(written) ? new Date(`${written}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written);
}

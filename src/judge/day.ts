/** Whether these words are a day of the calendar, written as 2026-11-30. */
export function isDate(written: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(written) ? new Date(`${written}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written);
}

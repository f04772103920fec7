import { MONTHS } from "../../model/london.ts";

/** The names of months in copy and how people shorten them, as a regular expression for small letters. */
export const MONTH_NAMES =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

/** 1 to 12, by the first three letters. */
export const monthNamed = (name: string): number => MONTHS.findIndex((month) => beginsAlike(month, name)) + 1;

/** Whether two names of months, or of weekdays, are of one: no two begin with the same three letters. */
export const beginsAlike = (a: string, b: string): boolean =>
  a.slice(0, 3).toLowerCase() === b.slice(0, 3).toLowerCase();

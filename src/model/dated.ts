/** A stretch of time that a rule may ask about, such as the weeks before a poll. */
export interface Period {
  /** What it is, to go into a sentence: `the local elections in England of 6 May 2027`. */
  readonly name: string;
  /** For whom it counts; null where it counts for all. */
  readonly for: string | null;
  /** Milliseconds since 1970 UTC; the end is the first instant after it. */
  readonly start: number;
  readonly end: number;
}

/** How the size of a post is counted. */
export const COUNTS = ["weighted", "graphemes", "units", "bytes", "hashtags"] as const;
export type Count = (typeof COUNTS)[number];

/** The most that a channel takes of something. */
export interface Limit {
  readonly channel: string;
  /** `text` or `title`. */
  readonly field: string;
  readonly count: Count;
  readonly most: number;
  /** ISO dates between which it held, both inclusive; null where open. */
  readonly from: string | null;
  readonly until: string | null;
  /** How well it is known. */
  readonly confidence: "certain" | "likely" | "hint";
}

/** A list of facts that a rule set keeps with the day until which they are known. */
export interface DatedData {
  readonly describe: string;
  readonly source: string | null;
  /** ISO date after which a post gets a note that more may have come since. */
  readonly validTo: string | null;
  /** Where its file has it; lines and columns count from 1. */
  readonly at: { readonly file: string; readonly line: number; readonly column: number };
  /** Empty where it is a list of other things. */
  readonly periods: readonly Period[];
  readonly limits: readonly Limit[];
}

/** A list (a vocabulary, or dated data) that is known until a day. */
export interface Dated {
  readonly name: string;
  /** ISO date. */
  readonly validTo: string;
}

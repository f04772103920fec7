import type { Meta } from "./post.ts";

/** What a rule may ask that is no part of a post. */
export interface Circumstances {
  /** ISO date that stands for today; null where nobody said. */
  readonly today: string | null;
  /** The emergency hold that is on; null where none is. */
  readonly hold: Hold | null;
}

/** Where nothing is known of them: what asks for today or for a hold finds nothing. */
export const ORDINARY: Circumstances = { today: null, hold: null };

/** What an emergency hold lets through: by metadata field, the values with which a post goes out all the same. */
export type Hold = Readonly<
  Partial<Record<keyof Pick<Meta, "channel" | "account" | "author" | "status" | "owner">, readonly string[]>>
>;

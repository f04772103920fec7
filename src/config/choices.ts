import { FAIL_ON } from "../judge/verdict.ts";
import { anyOf } from "../model/listing.ts";
import { ACCOUNTS, AUTHORS } from "../model/post.ts";
import { reporters } from "../reporters/index.ts";
import { UsageError } from "./errors.ts";
import { didYouMean } from "./nearest.ts";

/** What a setting can be, where it can't be anything. */
export const CHOICES = {
  format: Object.keys(reporters),
  fail_on: FAIL_ON,
  account: ACCOUNTS,
  author: AUTHORS,
} as const;

/** `name` is what the person wrote the value behind: `--fail-on`, `POSTLINT_FAIL_ON`. */
export async function refuseOthers(name: string, value: string, choices: readonly string[]): Promise<void> {
  if (choices.includes(value)) return;
  throw new UsageError(
    `${name} can't be "${value}".`,
    `It can be ${anyOf(choices)}.${await didYouMean(value, choices)}`,
  );
}

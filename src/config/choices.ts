import { FAIL_ON } from "../judge/verdict.ts";
import { anyOf } from "../model/listing.ts";
import { ACCOUNTS, AUTHORS } from "../model/post.ts";
import { REPORTER_NAMES } from "../reporters/index.ts";
import { UsageError } from "./errors.ts";
import { didYouMean } from "./nearest.ts";

/** What a setting can be, where it can't be anything. */
export const CHOICES = {
  format: REPORTER_NAMES,
  fail_on: FAIL_ON,
  account: ACCOUNTS,
  author: AUTHORS,
} as const;

/** `name` is what the person wrote the value behind: `--fail-on`, `POSTLINT_FAIL_ON`. Throws a `UsageError` where it is none of them. */
export async function oneOf<T extends string>(name: string, value: string, choices: readonly T[]): Promise<T> {
  const choice = choices.find((one) => one === value);
  if (choice !== undefined) return choice;
  throw new UsageError(
    `${name} can't be "${value}".`,
    `It can be ${anyOf(choices)}.${await didYouMean(value, choices)}`,
  );
}

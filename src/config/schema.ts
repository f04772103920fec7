import { z } from "zod";
import { LEVELS } from "../model/rule.ts";
import { MAPPABLE } from "../readers/calendar/columns.ts";
import { CHOICES } from "./choices.ts";

const words = z.string().trim().min(1);
const values = z.array(words).min(1);

/** An emergency hold. Written down before it is needed, it waits for --hold or on: true. */
export const Hold = z
  .strictObject({
    on: z.boolean().describe("Whether it is on without --hold."),
    channel: values.describe("Posts for these channels still go out."),
    account: values.describe("Posts on these kinds of account still go out."),
    author: values.describe("Posts by these kinds of author still go out."),
    status: values.describe("Posts of which the calendar says this still go out, such as released."),
    owner: values.describe("Posts of these owners still go out."),
  })
  .partial();

/** What a rule's findings can be made: `off` leaves them out. */
export const LEVEL_CHOICES = ["off", ...LEVELS] as const;

const metadata = {
  channel: words.describe("Where the posts go, unless a post says otherwise: x, linkedin, instagram …"),
  account: z.enum(CHOICES.account).describe("Whose account the posts go out on, unless a post says otherwise."),
  author: z.enum(CHOICES.author).describe("Who wrote the posts, unless a post says otherwise."),
};

const failOn = z.enum(CHOICES.fail_on);

const levels = z
  .record(words, z.enum(LEVEL_CHOICES))
  .describe(
    'How grave the findings of a rule are, by its id or by its subject and a star: practice/*: off. "*" stands for all rules; good practice is then no more than a suggestion, and what rests on a resemblance no more than a warning.',
  );

const column = words.transform((name) => [name]);
const map = z
  .partialRecord(z.enum(MAPPABLE), z.union([column, z.array(words).min(1)]))
  .describe(
    "Which column of a calendar holds what, by its letter or its heading: text: C. Several columns of copy are a list.",
  );

/** Settings for some drafts only. A later entry outweighs an earlier one. */
export const Override = z
  .strictObject({
    files: z.array(words).min(1).describe("The drafts that this is about, written as in .gitignore."),
    ...metadata,
    fail_on: failOn.describe("The mildest level of finding in these drafts that makes a run fail (exit code 1)."),
    levels,
    map,
  })
  .partial()
  .required({ files: true });

/** The keys of `postlint.config.yaml`. Paths and patterns in it are relative to the file itself. */
export const Config = z
  .strictObject({
    extends: z
      .union([words, z.array(words).min(1)])
      .describe(
        "Other configurations that this one adds to and outweighs; of several, a later one outweighs an earlier.",
      ),
    rules: words.describe("Folder of the rule set. Without it, the policy that postlint ships with."),
    ...metadata,
    format: z.enum(CHOICES.format).describe("How findings are shown on standard output."),
    fail_on: failOn.describe("The mildest level of finding that makes a run fail (exit code 1)."),
    hold: Hold.describe("An emergency hold: every post is stopped but those with a value that is listed here."),
    ignore: z.array(words).describe("Files and folders that are left out, written as in .gitignore."),
    outputs: z
      .array(words)
      .describe(
        "Reports to write, each as FORMAT=PATH or PATH: json=report.json. Only the summary is then shown, unless --format is given.",
      ),
    levels,
    map,
    overrides: z.array(Override).describe("Settings for some drafts only. A later entry outweighs an earlier one."),
    baseline: words.describe("File of accepted findings, as postlint baseline write makes it."),
  })
  .partial();

export type Config = z.infer<typeof Config>;

/** For editors, as `postlint schema config` prints it. */
export const configSchema = (): unknown => z.toJSONSchema(Config, { io: "input" });

import { z } from "zod";
import { CHOICES } from "./choices.ts";

const words = z.string().trim().min(1);

/** The keys of `postlint.config.yaml`. Paths and patterns in it are relative to the file itself. */
export const Config = z
  .strictObject({
    rules: words.describe("Folder of the rule set. Without it, the policy that postlint ships with."),
    channel: words.describe("Where the posts go, unless a post says otherwise: x, linkedin, instagram …"),
    account: z.enum(CHOICES.account).describe("Whose account the posts go out on, unless a post says otherwise."),
    author: z.enum(CHOICES.author).describe("Who wrote the posts, unless a post says otherwise."),
    format: z.enum(CHOICES.format).describe("How findings are shown on standard output."),
    fail_on: z.enum(CHOICES.fail_on).describe("The mildest level of finding that makes a run fail (exit code 1)."),
    ignore: z.array(words).describe("Files and folders that are left out, written as in .gitignore."),
    outputs: z.array(words).describe("Reports to write, each as FORMAT=PATH or PATH: json=report.json"),
  })
  .partial();

export type Config = z.infer<typeof Config>;

/** For editors, as `postlint schema config` prints it. */
export const configSchema = (): unknown => z.toJSONSchema(Config);

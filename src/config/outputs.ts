import { extname } from "node:path";
import { CHOICES, refuseOthers } from "./choices.ts";
import { UsageError } from "./errors.ts";

/** A report to write. */
export interface Target {
  readonly format: string;
  readonly path: string;
}

export interface Formats {
  /** What `--format` says, if it says anything. */
  readonly asked: string | null;
  /** What the configuration says, or the default. */
  readonly otherwise: string;
}

/** Reads `FORMAT=PATH` or `PATH`. Without a format it is the one asked for, else what the path's ending names. */
export async function targetOf(output: string, formats: Formats): Promise<Target> {
  const [, format, path] = FORMAT_AND_PATH.exec(output) ?? [];
  if (format !== undefined && path !== undefined) {
    await refuseOthers("The format before = in --output", format, CHOICES.format);
    return writable(format, path, output);
  }
  const ending = extname(output).slice(1);
  const named = CHOICES.format.includes(ending) ? ending : (OTHER_ENDINGS[ending] ?? formats.otherwise);
  return writable(formats.asked ?? named, output, output);
}

/** Endings that name a format by another word than its own. */
const OTHER_ENDINGS: Readonly<Record<string, string>> = { xml: "junit" };

/** What stands before = is a format only if it can't be a part of a path: `out/week=31.json` is all path. */
const FORMAT_AND_PATH = /^([^=./\\]+)=(.*)$/u;

function writable(format: string, path: string, output: string): Target {
  if (["", "-", "/dev/stdout"].includes(path)) {
    throw new UsageError(
      `--output ${output} names no file.`,
      `Standard output takes its format from --format ${format}.`,
    );
  }
  return { format, path };
}

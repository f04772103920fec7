import { extname } from "node:path";
import { anyOf } from "../model/listing.ts";
import { FORMAT_OF_ENDING, type ReporterName } from "../reporters/index.ts";
import { CHOICES, oneOf } from "./choices.ts";
import { UsageError } from "./errors.ts";

/** A report to write. */
export interface Target {
  readonly format: ReporterName;
  /** Ends with a slash where it is a folder, for formats that hand each source back. */
  readonly path: string;
}

export interface Formats {
  /** What `--format` says, if it says anything. */
  readonly asked: ReporterName | null;
  /** What the environment or the configuration says, if they say anything. */
  readonly configured: ReporterName | null;
}

/** Whether an output says its format itself, `FORMAT=PATH`; else `--format` may say it. */
export const saysItsFormat = (output: string): boolean => FORMAT_AND_PATH.test(output);

/** Reads `FORMAT=PATH` or `PATH`. Without a format it is what the path's ending names, else the one asked for. */
export async function targetOf(output: string, { asked, configured }: Formats): Promise<Target> {
  const [, format, path] = FORMAT_AND_PATH.exec(output) ?? [];
  if (format !== undefined && path !== undefined) {
    return writable(await oneOf("The format before = in --output", format, CHOICES.format), path, output);
  }
  const named = formatOfEnding(output);
  if (asked !== null && named !== null && asked !== named) throw contradiction(asked, named, output);
  const settled = asked ?? named ?? configured;
  if (settled === null && !isStandardOutput(output)) throw unknownEnding(output);
  return writable(settled ?? "pretty", output, output);
}

function formatOfEnding(path: string): ReporterName | null {
  const ending = extname(path).slice(1).toLowerCase();
  return CHOICES.format.find((format) => format === ending) ?? FORMAT_OF_ENDING[ending] ?? null;
}

const contradiction = (asked: string, named: string, output: string): UsageError =>
  new UsageError(
    `--format ${asked} and --output ${output} name two formats.`,
    `To have both, write --output ${named}=${output}. If you mean a file in that format, write --output ${asked}=${output}.`,
  );

function unknownEnding(output: string): UsageError {
  const ending = extname(output);
  const why = ending === "" ? "has no ending that names a format" : `ends in ${ending}, which names no format`;
  return new UsageError(
    `--output ${output} ${why}.`,
    `Write the format before it, as in --output html=${output}. It can be ${anyOf(CHOICES.format)}.`,
  );
}

/** What stands before = is a format only if it can't be a part of a path: `out/week=31.json` is all path. */
const FORMAT_AND_PATH = /^([^=./\\]+)=(.*)$/u;

function writable(format: ReporterName, path: string, output: string): Target {
  if (isStandardOutput(path)) {
    throw new UsageError(
      `--output ${output} names no file.`,
      `Standard output takes its format from --format ${format}.`,
    );
  }
  return { format, path };
}

const isStandardOutput = (path: string): boolean => ["", "-", "/dev/stdout"].includes(path);

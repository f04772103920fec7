import { dirname, resolve } from "node:path";
import { type Io, readText } from "../io/io.ts";
import { IoError } from "../io/io-error.ts";
import { BrokenFilesError, UsageError } from "./errors.ts";
import type { ParsedConfig } from "./parse.ts";
import { shownPath } from "./paths.ts";
import type { Config } from "./schema.ts";

/** A configuration as it was read. */
export interface ConfigFile extends Pick<ParsedConfig, "config" | "placeOf"> {
  /** How messages name it. */
  readonly shown: string;
  /** Absolute. */
  readonly path: string;
  /** Absolute; paths and patterns in the file start here. */
  readonly folder: string;
}

/** A configuration and all that it extends, the strongest first. Throws a `BrokenFilesError` with the mistakes of all of them. */
export async function readConfigs(io: Io, path: string): Promise<readonly ConfigFile[]> {
  const reading: ConfigReading = { io, files: new Map(), problems: [] };
  await read(reading, resolve(io.cwd, path), []);
  if (reading.problems.length > 0) throw new BrokenFilesError(reading.problems);
  return [...reading.files.values()].reverse();
}

interface ConfigReading {
  readonly io: Io;
  /** By absolute path, the weakest first. */
  readonly files: Map<string, ConfigFile>;
  readonly problems: string[];
}

/** `above`: the files that led here, absolute. What a file extends is weaker than it, so that comes first. */
async function read(reading: ConfigReading, path: string, above: readonly string[]): Promise<void> {
  if (reading.files.has(path)) return;
  const { io, problems } = reading;
  const shown = shownPath(io.cwd, path);
  const { parseConfig } = await import("./parse.ts");
  const { config, placeOf, problems: own } = await parseConfig(await textOf(io, path, shown), shown);
  problems.push(...own);
  const folder = dirname(path);
  for (const [index, base] of basesOf(config).entries()) {
    const target = resolve(folder, base);
    const place = placeOf(Array.isArray(config.extends) ? ["extends", index] : ["extends"]);
    const refusal = await refusalOf(io, base, target, [...above, path]);
    if (refusal === null) await read(reading, target, [...above, path]);
    else problems.push(`${place}: ${refusal}`);
  }
  reading.files.set(path, { config, placeOf, shown, path, folder });
}

const basesOf = ({ extends: bases = [] }: Config): readonly string[] => (typeof bases === "string" ? [bases] : bases);

async function refusalOf(io: Io, written: string, target: string, above: readonly string[]): Promise<string | null> {
  const start = above.indexOf(target);
  if (start >= 0) {
    const circle = [...above.slice(start), target].map((file) => shownPath(io.cwd, file));
    return `configurations extend each other in a circle: ${circle.join(" → ")}.`;
  }
  const kind = await io.kindOf(target);
  if (kind === "file") return null;
  return `extends ${written}, ${kind === null ? "which does not exist" : "which is a folder, not a file"}.`;
}

async function textOf(io: Io, path: string, shown: string): Promise<string> {
  try {
    return await readText(io, path);
  } catch (error) {
    if (!(error instanceof IoError)) throw error;
    throw new UsageError(`The configuration ${shown} ${error.message}.`);
  }
}

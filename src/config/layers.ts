import type { Io } from "../io/io.ts";
import { type ConfigFile, readConfigs } from "./files.ts";
import { findConfig } from "./find.ts";
import type { Config } from "./schema.ts";

/** Settings from one place. */
export interface Layer {
  readonly values: Omit<Config, "extends" | "overrides"> & { readonly publish_at?: string };
  /** Absolute; paths and patterns in it start here. */
  readonly folder: string;
  /** The configuration that it is from, absolute; null for flags and variables. */
  readonly config: string | null;
  /** The drafts that it is about, written as in .gitignore; null for all. */
  readonly files: readonly string[] | null;
  /** Where a person reads a setting of it, or an entry of its `levels`: `--fail-on`, `postlint.config.yaml:3:1`. */
  readonly placeOf: (setting: string, entry?: string) => string;
}

/** What a person may put on the command line, under the names of the configuration file. */
export interface Flags extends Partial<Record<Setting | "publish_at", string | undefined>> {
  /** Turns the hold on that the configuration describes, or one that lets nothing through. */
  readonly hold?: true | undefined;
  readonly outputs?: readonly string[] | undefined;
  readonly map?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Path of a configuration; without it the nearest one is used. */
  readonly config?: string | undefined;
}

/** Everything that says how to run, the strongest first: flags, environment, the configuration and what it extends. */
export async function layersOf(
  io: Io,
  { config, outputs, map, hold: _turnedOn, ...flags }: Flags,
): Promise<readonly Layer[]> {
  const path = config ?? (await findConfig(io));
  const files = path === null ? [] : await readConfigs(io, path);
  const wide = { folder: io.cwd, config: null, files: null };
  return [
    { ...wide, values: present({ ...flags, outputs, map }) as Layer["values"], placeOf: flagOf },
    { ...wide, values: fromEnvironment(io.env) as Layer["values"], placeOf: variableOf },
    ...files.flatMap(layersIn),
  ];
}

/** The settings that a flag and a variable may give. */
export const SETTINGS = ["rules", "channel", "account", "author", "format", "fail_on", "baseline"] as const;
export type Setting = (typeof SETTINGS)[number];

export const flagOf = (setting: string): string =>
  setting === "outputs" ? "--output" : `--${setting.replaceAll("_", "-")}`;

export const variableOf = (setting: string): string => `${VARIABLE_PREFIX}${setting.toUpperCase()}`;

export const VARIABLE_PREFIX = "POSTLINT_";

/** An empty variable counts as none, so that a CI job can blank it. */
export const fromEnvironment = (env: Io["env"]): Partial<Record<Setting, string>> =>
  present(Object.fromEntries(SETTINGS.map((setting) => [setting, env[variableOf(setting)] || undefined])));

/** The overrides of a file outweigh its other settings, and a later one an earlier. */
function layersIn({ config, path, folder, placeOf }: ConfigFile): readonly Layer[] {
  const { extends: _bases, overrides = [], ...values } = config;
  const narrow = overrides.map(({ files, ...own }, index) => ({
    ...{ values: own, folder, config: path, files },
    placeOf: (setting: string, entry?: string) => placeOf(["overrides", index, setting, ...some(entry)]),
  }));
  return [
    ...narrow.reverse(),
    {
      ...{ values, folder, config: path, files: null },
      placeOf: (setting, entry) => placeOf([setting, ...some(entry)]),
    },
  ];
}

const some = (entry: string | undefined): readonly string[] => (entry === undefined ? [] : [entry]);

/** Without the keys that have no value: they would hide those of a weaker layer. */
export function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

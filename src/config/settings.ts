import { join, resolve } from "node:path";
import type { Io } from "../io/io.ts";
import type { FailOn } from "../judge/verdict.ts";
import type { Hold } from "../model/circumstances.ts";
import type { ReporterName } from "../reporters/index.ts";
import { CHOICES, oneOf } from "./choices.ts";
import { UsageError } from "./errors.ts";
import {
  type Flags,
  flagOf,
  fromEnvironment,
  type Layer,
  layersOf,
  present,
  SETTINGS,
  type Setting,
  VARIABLE_PREFIX,
  variableOf,
} from "./layers.ts";
import { nearest } from "./nearest.ts";
import { type Formats, saysItsFormat, type Target, targetOf } from "./outputs.ts";
import { shownPath } from "./paths.ts";
import type { Config } from "./schema.ts";

/** What was decided for a run: flags over environment over file over default. */
export interface Settings {
  /** Folder of the rule set; null for the one that postlint ships with. */
  readonly rules: string | null;
  readonly format: ReporterName;
  /** False where nobody said how findings are to be shown. */
  readonly formatIsChosen: boolean;
  /** What standard output holds; null for the summary only, as files hold the rest. */
  readonly formatShown: ReporterName | null;
  readonly failOn: FailOn;
  /** Metadata that a post has unless it says otherwise, as written by a person. */
  readonly defaults: Readonly<Record<string, string>>;
  /** Column letters or headings by what a person said they hold. */
  readonly map: Readonly<Record<string, readonly string[]>>;
  /** An emergency hold that is on, and what it lets through; null where none is. */
  readonly hold: Hold | null;
  /** Patterns of a weaker layer come before those of a stronger. */
  readonly ignore: readonly IgnoreSetting[];
  readonly outputs: readonly Target[];
  /** File of accepted findings, as messages name it; null for none. */
  readonly baseline: string | null;
  /** The configurations that count, absolute; null where a person named one, so that no other is expected to. */
  readonly configs: readonly string[] | null;
  /** Where some draft or rule has settings of its own: everything there is, the strongest first. Else empty. */
  readonly layers: readonly Layer[];
}

export interface IgnoreSetting {
  /** As in a .gitignore in `folder`. */
  readonly patterns: readonly string[];
  /** Absolute. */
  readonly folder: string;
}

/** Settings, and everything that has a say in them or in those of single drafts, the strongest first. */
export interface Decided {
  readonly settings: Settings;
  readonly layers: readonly Layer[];
}

/** Throws a `UsageError` or, for mistakes in the configuration, a `BrokenFilesError`. */
export const settle = async (io: Io, flags: Flags): Promise<Settings> => (await decide(io, flags)).settings;

/** The same for whoever asks where a setting comes from. */
export async function decide(io: Io, flags: Flags): Promise<Decided> {
  await refuseOtherChoices(flags, flagOf);
  await refuseOtherChoices(fromEnvironment(io.env), variableOf);
  await refuseMistyped(io.env);
  const layers = await layersOf(io, flags);
  const wide = layers.filter(({ files }) => files === null);
  const asked = flags.format === undefined ? null : await oneOf(flagOf("format"), flags.format, CHOICES.format);
  const formats = { asked, configured: chosen(wide, "format")?.value ?? null };
  const format = formats.configured ?? DEFAULTS.format;
  const given = chosen(wide, "outputs");
  const outputs = given === null ? [] : await targetsOf(given.value, formats, io.cwd, given.layer.folder);
  const settings: Settings = {
    rules: await ruleSetOf(io, chosen(wide, "rules")),
    format,
    formatIsChosen: chosen(wide, "format") !== null,
    formatShown: given === null || outputs.length === 0 ? format : besideFiles(formats, given.value),
    failOn: chosen(wide, "fail_on")?.value ?? DEFAULTS.failOn,
    map: mapOf(wide),
    defaults: metadataOf(wide),
    hold: holdFrom(chosen(wide, "hold")?.value ?? {}, flags.hold === true),
    ignore: wide
      .toReversed()
      .flatMap(({ values, folder }) => (values.ignore ? [{ patterns: values.ignore, folder }] : [])),
    outputs,
    baseline: pathOf(io, chosen(wide, "baseline")),
    configs: flags.config === undefined ? wide.flatMap(({ config }) => config ?? []) : null,
    layers: layers.some(({ files, values }) => files !== null || values.levels !== undefined) ? layers : [],
  };
  return { settings, layers };
}

/** What holds where nobody says otherwise. */
const DEFAULTS = { format: "pretty", failOn: "error" } as const;

/** The metadata of posts, as the strongest layer that knows each has it. */
export const metadataOf = (layers: readonly Layer[]): Readonly<Record<string, string>> =>
  Object.fromEntries(METADATA.flatMap((key) => chosen(layers, key) ?? []).map(({ key, value }) => [key, value]));

/** What is known of the columns of calendars: each field as the strongest layer has it. */
export const mapOf = (layers: readonly Layer[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries([...strongestOf(layers, ({ map }) => map)].map(([field, { value }]) => [field, value]));

/** Each entry of a setting that has several, as the strongest layer that has it says, and that layer. */
export function strongestOf<T>(
  layers: readonly Layer[],
  entriesIn: (values: Layer["values"]) => Readonly<Partial<Record<string, T>>> | undefined,
): ReadonlyMap<string, { readonly value: T; readonly layer: Layer }> {
  const found = new Map<string, { readonly value: T; readonly layer: Layer }>();
  for (const layer of layers) {
    for (const [entry, value] of Object.entries(entriesIn(layer.values) ?? {})) {
      if (value !== undefined && !found.has(entry)) found.set(entry, { value, layer });
    }
  }
  return found;
}

const METADATA = ["channel", "account", "author", "publish_at"] as const;

/** The value of the strongest layer that has one, and that layer; null where none has. */
export function chosen<Key extends keyof Layer["values"]>(
  layers: readonly Layer[],
  key: Key,
): { readonly key: Key; readonly value: NonNullable<Layer["values"][Key]>; readonly layer: Layer } | null {
  for (const layer of layers) {
    const value = layer.values[key];
    if (value !== undefined) return { key, value: value as NonNullable<Layer["values"][Key]>, layer };
  }
  return null;
}

/** As typed where a person typed it here; else from here. */
function pathOf({ cwd }: Io, path: { readonly value: string; readonly layer: Layer } | null): string | null {
  if (path === null || path.layer.folder === cwd) return path?.value ?? null;
  return shownPath(cwd, resolve(path.layer.folder, path.value));
}

/** The name of a rule set that ships with postlint stays as it is, unless a folder beside the configuration has it too. */
async function ruleSetOf(io: Io, given: Parameters<typeof pathOf>[1]): Promise<string | null> {
  const path = pathOf(io, given);
  if (given === null || path === null || path === given.value || /[\\/]/u.test(given.value)) return path;
  const isShipped = (await io.kindOf(join(io.home, "rules", given.value))) === "folder";
  return isShipped && (await io.kindOf(path)) === null ? given.value : path;
}

/** What a hold lets through is written in the configuration; `on:` there or the flag turns it on. */
function holdFrom({ on = false, ...letThrough }: NonNullable<Config["hold"]>, asked: boolean): Hold | null {
  return asked || on ? present(letThrough) : null;
}

async function refuseOtherChoices(values: Flags, nameOf: (setting: Setting) => string): Promise<void> {
  for (const setting of Object.keys(CHOICES) as (keyof typeof CHOICES)[]) {
    const value = values[setting];
    if (value !== undefined) await oneOf(nameOf(setting), value, CHOICES[setting]);
  }
}

/** What is nearly one of our variables; another that begins like them may be somebody's own. */
async function refuseMistyped(env: Io["env"]): Promise<void> {
  const known = SETTINGS.map(variableOf);
  for (const name of Object.keys(env)) {
    if (!name.startsWith(VARIABLE_PREFIX) || known.includes(name) || !env[name]) continue;
    const meant = await nearest(name.slice(VARIABLE_PREFIX.length), SETTINGS);
    if (meant !== null)
      throw new UsageError(`${name} is no variable that postlint reads.`, `Did you mean ${variableOf(meant)}?`);
  }
}

/** A format that was asked for here is that of standard output, unless it says how one of the files is written. */
const besideFiles = ({ asked }: Formats, outputs: readonly string[]): ReporterName | null =>
  outputs.every(saysItsFormat) ? asked : null;

async function targetsOf(outputs: readonly string[], formats: Formats, cwd: string, folder: string) {
  const targets: Target[] = [];
  for (const output of outputs) {
    const { format, path } = await targetOf(output, formats);
    const isFolder = /[/\\]$/u.test(path);
    const shown = shownPath(cwd, resolve(folder, path)) + (isFolder ? "/" : "");
    if (!isFolder && targets.some((target) => target.path === shown))
      throw new UsageError(`Two outputs would write to ${shown}.`);
    targets.push({ format, path: shown });
  }
  return targets;
}

import { dirname, resolve } from "node:path";
import { type Io, IoError, readText } from "../io.ts";
import type { FailOn } from "../judge/verdict.ts";
import { CHOICES, refuseOthers } from "./choices.ts";
import { UsageError } from "./errors.ts";
import { findConfig } from "./find.ts";
import { type Formats, type Target, targetOf } from "./outputs.ts";
import { shownPath } from "./paths.ts";
import type { Config } from "./schema.ts";

/** What was decided for a run: flags over environment over file over default. */
export interface Settings {
  /** Folder of the rule set; null for the one that postlint ships with. */
  readonly rules: string | null;
  readonly format: string;
  readonly failOn: FailOn;
  /** Metadata that a post has unless it says otherwise, as written by a person. */
  readonly defaults: Readonly<Record<string, string>>;
  readonly ignore: IgnoreSetting | null;
  readonly outputs: readonly Target[];
}

export interface IgnoreSetting {
  /** As in a .gitignore in `folder`. */
  readonly patterns: readonly string[];
  /** Absolute. */
  readonly folder: string;
}

type Setting = "rules" | "channel" | "account" | "author" | "format" | "fail_on";

/** What a person may put on the command line, under the names of the configuration file. */
export interface Flags extends Partial<Record<Setting | "publish_at", string | undefined>> {
  readonly outputs?: readonly string[] | undefined;
  /** Path of a configuration; without it the nearest one is used. */
  readonly config?: string | undefined;
}

/** Throws a `UsageError` or, for mistakes in the configuration, a `BrokenFilesError`. */
export async function settle(io: Io, flags: Flags): Promise<Settings> {
  const environment = fromEnvironment(io.env);
  await refuseOtherChoices(flags, (setting) => `--${setting.replace("_", "-")}`);
  await refuseOtherChoices(environment, variableOf);
  const { config, folder } = await fromFile(io, flags.config);
  const rules = flags.rules ?? environment.rules;
  const { channel, account, author, publish_at, ...chosen } = { ...config, ...environment, ...present(flags) };
  const formats = { asked: flags.format ?? null, otherwise: chosen.format ?? "pretty" };
  return {
    rules: rules ?? (config.rules === undefined ? null : shownPath(io.cwd, resolve(folder, config.rules))),
    format: formats.otherwise,
    failOn: (chosen.fail_on as FailOn | undefined) ?? "error",
    defaults: present({ channel, account, author, publish_at }),
    ignore: config.ignore === undefined ? null : { patterns: config.ignore, folder },
    outputs: await targetsOf(chosen.outputs ?? [], formats, io.cwd, flags.outputs === undefined ? folder : io.cwd),
  };
}

async function refuseOtherChoices(values: Flags, nameOf: (setting: Setting) => string): Promise<void> {
  for (const setting of Object.keys(CHOICES) as (keyof typeof CHOICES)[]) {
    const value = values[setting];
    if (value !== undefined) await refuseOthers(nameOf(setting), value, CHOICES[setting]);
  }
}

const variableOf = (setting: Setting): string => `POSTLINT_${setting.toUpperCase()}`;

/** An empty variable counts as none, so that a CI job can blank it. */
function fromEnvironment(env: Io["env"]): Flags {
  const settings: readonly Setting[] = ["rules", "channel", "account", "author", "format", "fail_on"];
  return present(Object.fromEntries(settings.map((setting) => [setting, env[variableOf(setting)] || undefined])));
}

/** `folder` is the configuration's own, absolute; its paths are relative to it. */
async function fromFile(io: Io, asked: string | undefined): Promise<{ config: Config; folder: string }> {
  const path = asked ?? (await findConfig(io));
  if (path === null) return { config: {}, folder: io.cwd };
  const text = await readConfig(io, path);
  const { parseConfig } = await import("./parse.ts");
  return {
    config: await parseConfig(text, shownPath(io.cwd, path)),
    folder: dirname(resolve(io.cwd, path)),
  };
}

async function readConfig(io: Io, path: string): Promise<string> {
  try {
    return await readText(io, path);
  } catch (error) {
    if (!(error instanceof IoError)) throw error;
    throw new UsageError(`The configuration ${shownPath(io.cwd, path)} ${error.message}.`);
  }
}

async function targetsOf(outputs: readonly string[], formats: Formats, cwd: string, folder: string) {
  const targets: Target[] = [];
  for (const output of outputs) {
    const { format, path } = await targetOf(output, formats);
    const shown = shownPath(cwd, resolve(folder, path));
    if (targets.some((target) => target.path === shown)) throw new UsageError(`Two outputs would write to ${shown}.`);
    targets.push({ format, path: shown });
  }
  return targets;
}

/** Without the keys that have no value: they would hide those of a weaker layer. */
function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

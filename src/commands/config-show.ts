import { UsageError } from "../config/errors.ts";
import type { Flags } from "../config/layers.ts";
import { type Layer, layersOf } from "../config/layers.ts";
import { shownPath } from "../config/paths.ts";
import { layersPerFile } from "../config/per-file.ts";
import { chosen, type Settings, settle } from "../config/settings.ts";
import type { Io } from "../io/io.ts";
import { describeNote } from "../reporters/sentence.ts";
import { openRuleSet } from "../rule-sets/ruleset.ts";
import { SHIPPED } from "../rules/shipped.ts";
import { settingsPerFile } from "../run/per-file.ts";
import { otherConfigs } from "../sources/other-configs.ts";
import type { SetUp } from "./set-up.ts";

interface ShowOptions extends Pick<Flags, "rules" | "config" | "channel" | "account" | "author" | "baseline"> {
  readonly file?: string;
  readonly format?: string;
  readonly failOn?: string;
  readonly json?: true;
}

/** `postlint config show` */
export const setUpConfigShow: SetUp = (command, io, answer) => {
  command
    .description(
      "Shows which settings hold here, and where each comes from: a flag, a variable, a file or the default.",
    )
    .option("--file <draft>", "what holds for this draft, with the overrides that are about it")
    .option("--json", "for other programs")
    .option("--rules <folder>", "as a check would be told, to see what that outweighs; so are these:")
    .option("--config <file>", "another configuration than the nearest postlint.config.yaml")
    .option("--baseline <file>", "accepted findings")
    .option("-f, --format <name>", "how findings are shown")
    .option("--fail-on <level>", "exit with 1 from this level up")
    .option("--channel <name>", "where the posts go")
    .option("--account <kind>", "whose account it is")
    .option("--author <kind>", "who wrote them")
    .option("--debug", "if postlint itself fails, show where");
  command.action(async ({ file, json, failOn, format, ...options }: ShowOptions) => {
    const { rules, config, baseline, channel, account, author } = options;
    const flags = { rules, config, baseline, format, channel, account, author, fail_on: failOn };
    const settings = await settle(io, flags); // refuses what a check would refuse
    const decisions = await decisionsFor(io, flags, settings, file ?? null);
    io.stdout.write(json ? `${JSON.stringify(decisions, null, 2)}\n` : describeDecisions(decisions));
    for (const note of await otherConfigs(io, file === undefined ? [] : [file], settings))
      io.stderr.write(`${describeNote(note)}\n`);
    answer(0);
  });
};

/** A setting with its value and where a person wrote it; `default` where nobody did. */
interface Decision {
  readonly setting: string;
  readonly value: string | readonly string[] | null;
  readonly from: string;
}

/** What holds where nobody says otherwise. */
const DEFAULTS = {
  rules: SHIPPED,
  format: "pretty",
  fail_on: "error",
  channel: null,
  account: null,
  author: null,
  baseline: null,
} as const;

async function decisionsFor(
  io: Io,
  flags: Flags,
  settings: Settings,
  file: string | null,
): Promise<readonly Decision[]> {
  await settingsPerFile(io, settings, await openRuleSet(io, settings.rules));
  if (file !== null && /[*?]/u.test(file)) throw new UsageError(`--file ${file} is a pattern.`, "Name one draft.");
  const all = await layersOf(io, flags);
  const layers =
    file === null
      ? all.filter(({ files }) => files === null)
      : (await layersPerFile(all, io.cwd))(shownPath(io.cwd, file));
  return [
    ...(Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]).map((key) => decisionOn(key, layers)),
    ...holdOf(layers),
    ...layers.toReversed().flatMap(ignoreOf),
    ...outputsOf(layers),
    ...levelsOf(layers),
    ...mapOf(layers),
  ];
}

function decisionOn(key: keyof typeof DEFAULTS, layers: readonly Layer[]): Decision {
  const found = chosen(layers, key);
  if (found === null) return { setting: key, value: DEFAULTS[key], from: "default" };
  return { setting: key, value: found.value, from: found.layer.placeOf(key) };
}

/** Whether a hold is on, and what it lets through. */
function holdOf(layers: readonly Layer[]): readonly Decision[] {
  const found = chosen(layers, "hold");
  if (found === null) return [];
  const { on = false, ...letThrough } = found.value;
  const from = found.layer.placeOf("hold");
  const fields = Object.entries(letThrough).map(([field, value = []]) => ({ setting: `hold ${field}`, value, from }));
  return [{ setting: "hold", value: on ? "on" : "off until --hold", from }, ...fields];
}

const ignoreOf = (layer: Layer): readonly Decision[] =>
  layer.values.ignore === undefined
    ? []
    : [{ setting: "ignore", value: layer.values.ignore, from: layer.placeOf("ignore") }];

function outputsOf(layers: readonly Layer[]): readonly Decision[] {
  const found = chosen(layers, "outputs");
  return found === null ? [] : [{ setting: "outputs", value: found.value, from: found.layer.placeOf("outputs") }];
}

/** Each rule or subject once, as the strongest layer has it. */
function levelsOf(layers: readonly Layer[]): readonly Decision[] {
  const found = new Map<string, Decision>();
  for (const layer of layers) {
    for (const [rule, value] of Object.entries(layer.values.levels ?? {})) {
      if (found.has(rule)) continue;
      found.set(rule, { setting: `levels ${rule}`, value, from: layer.placeOf("levels", rule) });
    }
  }
  return [...found.values()];
}

/** Each field of a calendar once, as the strongest layer has it. */
function mapOf(layers: readonly Layer[]): readonly Decision[] {
  const found = new Map<string, Decision>();
  for (const layer of layers) {
    for (const [field, value = []] of Object.entries(layer.values.map ?? {})) {
      if (!found.has(field)) found.set(field, { setting: `map ${field}`, value, from: layer.placeOf("map", field) });
    }
  }
  return [...found.values()];
}

function describeDecisions(decisions: readonly Decision[]): string {
  const rows = decisions.map(({ setting, value, from }) => [setting, worded(value), from] as const);
  const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length));
  return rows
    .map(([setting, value, from]) => `${setting.padEnd(width(0))}  ${value.padEnd(width(1))}  ${from}\n`)
    .join("");
}

const worded = (value: Decision["value"]): string =>
  value === null ? "not set" : typeof value === "string" ? value : value.join(", ");

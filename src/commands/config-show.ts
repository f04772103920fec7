import { UsageError } from "../config/errors.ts";
import type { Flags, Layer } from "../config/layers.ts";
import { shownPath } from "../config/paths.ts";
import { layersPerFile } from "../config/per-file.ts";
import { chosen, type Decided, decide, type Settings, strongestOf } from "../config/settings.ts";
import type { Io } from "../io/io.ts";
import { openRuleSet } from "../rule-sets/ruleset.ts";
import { SHIPPED } from "../rules/shipped.ts";
import { settingsPerFile } from "../run/per-file.ts";
import { tellingOn } from "../run/telling.ts";
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
    const decided = await decide(io, flags);
    const decisions = await decisionsFor(io, decided, file ?? null);
    io.stdout.write(json ? `${JSON.stringify(decisions, null, 2)}\n` : describeDecisions(decisions));
    const others = await otherConfigs(io, file === undefined ? [] : [file], decided.settings);
    others.forEach(tellingOn(io.stderr, null).note);
    answer(0);
  });
};

/** A setting with its value and where a person wrote it; `default` where nobody did. */
interface Decision {
  readonly setting: string;
  readonly value: string | readonly string[] | null;
  readonly from: string;
}

async function decisionsFor(
  io: Io,
  { settings, layers: all }: Decided,
  file: string | null,
): Promise<readonly Decision[]> {
  const perFile = await settingsPerFile(io, settings, await openRuleSet(io, settings.rules)); // refuses what a check would refuse
  if (file !== null && /[*?]/u.test(file)) throw new UsageError(`--file ${file} is a pattern.`, "Name one draft.");
  const draft = file === null ? null : shownPath(io.cwd, file);
  const layers = draft === null ? all.filter(({ files }) => files === null) : (await layersPerFile(all, io.cwd))(draft);
  const { defaults } = draft === null ? settings : perFile.of(draft);
  const outputs = settings.outputs.map(({ format, path }) => `${format}=${path}`);
  const decided = (key: Parameters<typeof chosen>[1], value: Decision["value"], by = key): Decision => ({
    setting: key,
    value,
    from: chosen(layers, by)?.layer.placeOf(by) ?? "default",
  });
  return [
    decided("rules", settings.rules ?? SHIPPED),
    settings.formatShown === null
      ? decided("format", "summary only", "outputs")
      : decided("format", settings.formatShown),
    decided("fail_on", perFile.failsFrom(draft) ?? "never"),
    ...(["channel", "account", "author"] as const).map((key) => decided(key, defaults[key] ?? null)),
    decided("baseline", settings.baseline),
    ...holdOf(settings, layers),
    ...layers.toReversed().flatMap(ignoreOf),
    ...(outputs.length === 0 ? [] : [decided("outputs", outputs)]),
    ...entriesOf(layers, "levels"),
    ...entriesOf(layers, "map"),
  ];
}

/** Whether a hold is on, and what it lets through. */
function holdOf({ hold }: Settings, layers: readonly Layer[]): readonly Decision[] {
  const found = chosen(layers, "hold");
  if (found === null) return [];
  const { on: _on, ...letThrough } = found.value;
  const from = found.layer.placeOf("hold");
  const fields = Object.entries(letThrough).map(([field, value = []]) => ({ setting: `hold ${field}`, value, from }));
  return [{ setting: "hold", value: hold === null ? "off until --hold" : "on", from }, ...fields];
}

const ignoreOf = (layer: Layer): readonly Decision[] =>
  layer.values.ignore === undefined
    ? []
    : [{ setting: "ignore", value: layer.values.ignore, from: layer.placeOf("ignore") }];

const entriesOf = (layers: readonly Layer[], key: "levels" | "map"): readonly Decision[] =>
  [...strongestOf<string | readonly string[]>(layers, (values) => values[key])].map(([entry, { value, layer }]) => ({
    setting: `${key} ${entry}`,
    value,
    from: layer.placeOf(key, entry),
  }));

function describeDecisions(decisions: readonly Decision[]): string {
  const rows = decisions.map(({ setting, value, from }) => [setting, worded(value), from] as const);
  const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length));
  return rows
    .map(([setting, value, from]) => `${setting.padEnd(width(0))}  ${value.padEnd(width(1))}  ${from}\n`)
    .join("");
}

const worded = (value: Decision["value"]): string =>
  value === null ? "not set" : typeof value === "string" ? value : value.join(", ");

import { createChecker } from "../check.ts";
import { UsageError } from "../config/errors.ts";
import type { Flags } from "../config/layers.ts";
import { type Settings, settle } from "../config/settings.ts";
import { compromise } from "../grammar.ts";
import type { Io } from "../io/io.ts";
import { dayOf } from "../judge/day.ts";
import { notHandedBack, type Output, outputsOf } from "../outputs/outputs.ts";
import { mayUnmask } from "../outputs/reports.ts";
import { openRuleSet } from "../rule-sets/ruleset.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import type { Checkers } from "../run/checking.ts";
import { type Concurrency, givenConcurrency, threading } from "../run/concurrency.ts";
import { type PerFile, settingsPerFile } from "../run/per-file.ts";
import { type Hide, hideBy } from "../run/secrets.ts";
import type { Stats } from "../run/stats.ts";
import { tableOf } from "../scan/table.ts";
import { type AskedChange, type ChangedOnly, type ChangeOptions, changeAsked } from "../sources/change-options.ts";
import { otherConfigs } from "../sources/other-configs.ts";
import { findSources, type Sources, STANDARD_INPUT, sourceOfText } from "../sources/sources.ts";
import { givenDay, givenMoment } from "./dates.ts";

export interface CheckOptions
  extends Pick<Flags, "rules" | "config" | "format" | "channel" | "account" | "author" | "baseline">,
    ChangeOptions {
  readonly text?: string;
  readonly publishAt?: string;
  readonly asOf?: string;
  readonly hold?: true;
  readonly allowEmpty?: true;
  readonly output?: readonly string[];
  readonly failOn?: string;
  readonly strict?: true;
  readonly mask?: string;
  readonly verbose?: true;
  readonly color: boolean;
  readonly reference?: true;
  readonly concurrency?: string;
  readonly secondOpinion: boolean;
  readonly suppressions: boolean;
  readonly map?: readonly string[];
  readonly showMapping?: true;
  readonly maxSize?: string;
  readonly stats?: true;
}

/** What a check is to do, when its options, settings, rules, sources and outputs are known to be in order. */
export interface Plan extends Omit<Given, "concurrency" | "change"> {
  readonly settings: Settings;
  readonly ruleset: RuleSet;
  readonly perFile: PerFile;
  readonly sources: Sources;
  /** Null where everything is looked at. */
  readonly changed: ChangedOnly | null;
  readonly outputs: readonly Output[];
  readonly checkers: Checkers;
  readonly hide: Hide;
}

/** Null where nobody said what to check and nothing is piped in. */
export async function planFor(io: Io, paths: readonly string[], options: CheckOptions): Promise<Plan | null> {
  const given = await givenIn(io, options);
  const { settings, ruleset, changed } = await open(io, paths, options, given);
  const sources = await sourcesOf(io, paths, options, settings, changed);
  if (sources === null) return null;
  const names = sources.sources.map(({ name }) => name);
  const outputs = await outputsOf(io, settings, names);
  const remarks = [...notHandedBack(outputs, names), ...(await otherConfigs(io, names, settings))];
  const toCheck = { ...sources, notes: [...sources.notes, ...remarks] };
  if (given.unmask && !mayUnmask(io, settings.formatShown)) io.stderr.write(STILL_MASKED);
  if (settings.hold !== null) refuseVainHold(ruleset);
  const perFile = await settingsPerFile(io, settings, ruleset);
  const checkers = checkersFor(io, options, given, settings, ruleset);
  const { change, concurrency, ...asGiven } = given;
  return {
    ...asGiven,
    ...{ settings, ruleset, perFile, sources: toCheck, changed, outputs, checkers },
    hide: hideBy(checkers.checkPost),
  };
}

function checkersFor(
  io: Io,
  { reference, secondOpinion }: CheckOptions,
  { asOf, concurrency, stats }: Given,
  { rules, hold }: Settings,
  ruleset: RuleSet,
): Checkers {
  const check = {
    reference: reference === true,
    secondOpinion,
    circumstances: { today: asOf, hold },
    calendar: "files" as const,
  };
  const grammar = stats?.grammar(compromise) ?? compromise;
  return {
    checkPost: createChecker(ruleset, { ...check, grammar, meter: stats?.meter }),
    ...threading(io, concurrency, { home: io.home, rules, check }),
  };
}

/** What options say by themselves. */
interface Given {
  readonly unmask: boolean;
  readonly concurrency: Concurrency;
  /** In UTF-16 units; undefined for the usual limit. */
  readonly longestPost: number | undefined;
  /** ISO date. */
  readonly asOf: string;
  readonly change: AskedChange | null;
  /** Undefined where nothing is measured. */
  readonly stats: Stats | undefined;
}

const givenIn = async (io: Io, options: CheckOptions): Promise<Given> => ({
  unmask: unmasks(options.mask),
  concurrency: givenConcurrency(options.concurrency, options.stats === true),
  longestPost: givenSize(options.maxSize),
  asOf: options.asOf === undefined ? dayOf(io.now()) : givenDay(options.asOf),
  change: await changeAsked(options),
  stats: options.stats ? (await import("../run/stats.ts")).openStats(io) : undefined,
});

/** git answers while the settings and the rules are read. */
async function open(io: Io, paths: readonly string[], options: CheckOptions, { change, stats }: Given) {
  const [asked, { settings, ruleset }] = await Promise.all([
    change && (await import("../sources/changes.ts")).changesFor(io, change),
    openRules(io, options, stats),
  ]);
  if (change === null || asked === null) return { settings, ruleset, changed: null };
  const { withoutStrangers } = await import("../sources/renames.ts");
  const changes = await withoutStrangers(io, asked, paths, settings);
  return { settings, ruleset, changed: { changes, filter: change.filter } };
}

async function openRules(io: Io, options: CheckOptions, stats: Stats | undefined) {
  const settings = await settle(io, await flagsOf(options));
  const ruleset = await openRuleSet(io, settings.rules, {
    watch: stats?.watch,
    shortcuts: options.reference !== true,
  });
  stats?.opened();
  return { settings, ruleset };
}

/** A hold that stops nothing must not look like one that does. */
function refuseVainHold(ruleset: RuleSet): void {
  if (tableOf(ruleset).bySign.hold.length > 0) return;
  throw new UsageError(
    `A hold is asked for, and the rule set ${ruleset.name.name} has no rule that says what to do then.`,
    "Give it a rule with find: { hold: true }.",
  );
}

const STILL_MASKED =
  "Personal details stay hidden: --mask never works only on your own screen, in the pretty format.\n";

async function flagsOf(options: CheckOptions): Promise<Flags> {
  const { map, rules, config, format, channel, account, author, baseline } = options;
  const { publishAt, hold, output, failOn, strict } = options;
  if (strict && failOn !== undefined)
    throw new UsageError("--strict and --fail-on contradict each other.", "Give one.");
  return {
    ...{ rules, config, format, channel, account, author, baseline },
    publish_at: publishAt === undefined ? undefined : givenMoment(publishAt),
    hold,
    outputs: output,
    map: map && (await columnMapOf(map)),
    fail_on: strict ? "warning" : failOn,
  };
}

const columnMapOf = async (given: readonly string[]) => (await import("../config/column-map.ts")).columnMapFrom(given);

function unmasks(mask: string | undefined): boolean {
  if (mask !== undefined && mask !== "auto" && mask !== "never") {
    throw new UsageError(`--mask can't be "${mask}".`, "It can be auto or never.");
  }
  return mask === "never";
}

const NO_WORDS = 'Write the copy behind it: --text "Applications open on Monday".';

function givenSize(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/u.test(written)) return Number(written);
  throw new UsageError(`--max-size can't be "${written}".`, "It is a number of characters, such as 2000000.");
}

const HOW_TO_END = "Paste the draft, then press Ctrl+D on a line of its own (on Windows Ctrl+Z, then Enter).\n";

/** Null where nobody said what to check and nothing is piped in. */
async function sourcesOf(
  io: Io,
  paths: readonly string[],
  { text, allowEmpty }: CheckOptions,
  { ignore, outputs }: Settings,
  changed: ChangedOnly | null,
): Promise<Sources | null> {
  if (text !== undefined) {
    if (paths.length > 0) throw new UsageError("--text and files can't be checked together.", "Give one of them.");
    if (text.trim() === "" && !allowEmpty)
      throw new UsageError("--text holds no words, so there is nothing to check.", NO_WORDS);
    return { sources: [sourceOfText(text)], problems: [], notes: [] };
  }
  const looking = { ignore, allowEmpty: allowEmpty === true, outputs: outputs.map(({ path }) => path) };
  if (changed !== null)
    return (await import("../sources/changed-sources.ts")).findChangedSources(io, paths, looking, changed);
  if (paths.length === 0 && io.stdin.isTTY) return null;
  if (paths.includes(STANDARD_INPUT) && io.stdin.isTTY) io.stderr.write(HOW_TO_END);
  return findSources(io, paths.length === 0 ? [STANDARD_INPUT] : paths, looking);
}

import { createChecker } from "../check.ts";
import { CHOICES, either } from "../config/choices.ts";
import { UsageError } from "../config/errors.ts";
import type { Flags } from "../config/layers.ts";
import { type Settings, settle } from "../config/settings.ts";
import { compromise } from "../grammar.ts";
import type { Io } from "../io/io.ts";
import { dayOf } from "../judge/day.ts";
import { verdict } from "../judge/verdict.ts";
import type { RunHead } from "../model/report.ts";
import { notHandedBack, outputsOf } from "../outputs/outputs.ts";
import { mayUnmask, openReports } from "../outputs/reports.ts";
import { openRuleSet } from "../rule-sets/ruleset.ts";
import { ruleCards } from "../rules/cards.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import type { AcceptedFindings } from "../run/accepted.ts";
import { givenConcurrency, threading } from "../run/concurrency.ts";
import { settingsPerFile } from "../run/per-file.ts";
import { type Hide, hideBy } from "../run/secrets.ts";
import type { Stats } from "../run/stats.ts";
import { checkSources } from "../run/walk.ts";
import { tableOf } from "../scan/table.ts";
import { type ChangedOnly, type ChangeOptions, changeAsked } from "../sources/change-options.ts";
import { findSources, type Sources, STANDARD_INPUT, sourceOfText } from "../sources/sources.ts";
import { givenDay, givenMoment } from "./dates.ts";
import { toolVersion } from "./package.ts";
import type { SetUp } from "./set-up.ts";

/** `postlint [check] PATHS…` */
export const setUpCheck: SetUp = (command, io, answer) => {
  command
    .usage("[check] [options] PATHS…")
    .description(DESCRIPTION)
    .argument("[paths...]", 'drafts, folders of drafts or patterns such as "copy/**/*.md"; - is standard input');
  command
    .optionsGroup("What is checked:")
    .option("--text <words>", "check these words instead of a file")
    .option("--channel <name>", "where the posts go: x, linkedin, instagram …")
    .option("--account <kind>", `whose account it is: ${either(CHOICES.account)}`)
    .option("--author <kind>", `who wrote them: ${either(CHOICES.author)}`)
    .option("--publish-at <time>", 'when they go out: 2026-11-30 or "2026-11-30 09:00"')
    .option("--as-of <date>", "the date that stands for today (default: today)")
    .option("--hold", "an emergency hold is on: only what it lets through goes out")
    .option("--allow-empty", "it is in order if there is nothing to check");
  command
    .optionsGroup("Only what has changed:")
    .option("--changed-since <commit>", "only posts and lines that were added or changed since a branch or commit")
    .option("--staged", "only what is staged for the next commit, as it is staged")
    .option(
      "--filter <what>",
      "added: what came with the change (default); file: all of a changed file; all: everything",
    );
  command
    .optionsGroup("What you get:")
    .option("-f, --format <name>", `how findings are shown: ${either(CHOICES.format)} (default: pretty)`)
    .option(
      "-o, --output <[format=]path>",
      "write a report to a file; may be given more than once. Without --format, only the summary is then shown",
      collect,
    )
    .option("--fail-on <level>", `exit with 1 from this level up: ${either(CHOICES.fail_on)} (default: error)`)
    .option("--strict", "the same as --fail-on warning")
    .option("--mask <when>", "auto hides personal details found in a draft, never shows them, on your own screen only")
    .option("--verbose", "also name the posts in which nothing was found, and what each passage shows")
    .option("--no-color", "no colours");
  command
    .optionsGroup("How it is checked:")
    .option("--rules <folder>", "another rule set than the one that comes with postlint")
    .option("--config <file>", "another configuration than the nearest postlint.config.yaml")
    .option("--map <field=column>", "which column of a calendar holds what: text=C,channel=Platform", collect)
    .option("--show-mapping", "only say what the columns of a calendar were taken for")
    .option("--max-size <characters>", "the longest post that is checked (default: 1000000)")
    .option("--baseline <file>", "findings that were accepted, see postlint baseline --help")
    .option("--no-suppressions", "also show what people let stand: for an auditor")
    .option("--no-second-opinion", "only what a rule finds, whatever it resembles")
    .option("--reference", "try every rule on every post: slower, and finds the same")
    .option("--concurrency <threads>", "auto, off, or how many threads check posts (default: auto, in long runs)")
    .option("--stats", "say what the time went to: steps, detectors, the slowest rules (--verbose: all)")
    .option("--debug", "if postlint itself fails, show where");
  command.action(async (paths: readonly string[], options: CheckOptions) => {
    answer(await check(io, paths, options, () => command.outputHelp({ error: true })));
  });
};

const DESCRIPTION = `Reads drafts of social media posts and points at passages that may breach the
social media policy: which clause, why, and what to do instead. Nothing leaves
your computer.

Examples:
  postlint draft.txt --channel x --account programme
  postlint july.csv --output json=july.json
  postlint --text "My patient in bed 4, NHS number 999 000 0018"`;

/** Options that may be given more than once. */
const collect = (value: string, earlier: readonly string[] | undefined): readonly string[] => [
  ...(earlier ?? []),
  value,
];

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

/** Checks and reports; the answer is the exit code. `help` shows the help, where there is nothing to read from. */
export async function check(
  io: Io,
  paths: readonly string[],
  options: CheckOptions,
  help: () => void,
): Promise<number> {
  const mayBeEmpty = options.allowEmpty === true;
  const unmask = unmasks(options.mask);
  const concurrency = givenConcurrency(options.concurrency, options.stats === true);
  const longestPost = givenSize(options.maxSize);
  const asOf = options.asOf === undefined ? dayOf(io.now()) : givenDay(options.asOf);
  const change = await changeAsked(options);
  const stats = options.stats ? (await import("../run/stats.ts")).openStats(io) : undefined;
  // git answers while the settings and the rules are read.
  const [asked, { settings, ruleset }] = await Promise.all([
    change && (await import("../sources/changes.ts")).changesFor(io, change),
    openedFor(io, options, stats),
  ]);
  const changes = asked && (await (await import("../sources/renames.ts")).withoutStrangers(io, asked, paths, settings));
  const sources = await sourcesOf(io, paths, options, settings, changes && { changes, filter: change!.filter });
  if (sources === null) {
    help();
    return 2;
  }
  const names = sources.sources.map(({ name }) => name);
  const outputs = await outputsOf(io, settings, names);
  const toCheck = { ...sources, notes: [...sources.notes, ...notHandedBack(outputs, names)] };
  if (unmask && !mayUnmask(io, settings.formatShown)) io.stderr.write(STILL_MASKED);

  if (settings.hold !== null) refuseVainHold(ruleset);
  const perFile = await settingsPerFile(io, settings, ruleset);
  const settingsOfCheck = {
    reference: options.reference === true,
    secondOpinion: options.secondOpinion,
    circumstances: { today: asOf, hold: settings.hold },
    calendar: "files" as const,
  };
  const checkPost = createChecker(ruleset, {
    grammar: stats?.grammar(compromise) ?? compromise,
    meter: stats?.meter,
    ...settingsOfCheck,
  });
  const hide = hideBy(checkPost);
  if (options.showMapping) return (await import("./show-mapping.ts")).showMapping(io, sources, perFile, hide);
  const threads = { home: io.home, rules: settings.rules, check: settingsOfCheck };
  const checkers = { checkPost, ...threading(io, concurrency, threads) };
  const head: RunHead = {
    tool: { name: "postlint", version: await toolVersion(io) },
    ruleset: ruleset.name,
    policy: ruleset.policy,
    docsUrl: ruleset.docsUrl,
    asOf,
    cards: () => ruleset.rules.map(({ card }) => card),
  };
  const progress = await progressOf(io, names.length);
  const shownIn = progress?.io ?? io;
  const reports = await openReports(shownIn, head, settings, outputs, {
    unmask,
    verbose: options.verbose === true,
    colour: options.color,
    hide,
    failsFrom: perFile.failsFrom,
  });
  try {
    const walk = {
      ...{ sources: toCheck, perFile, ruleset, asOf, checkers, suppressions: options.suppressions },
      accepted: await acceptedFor(io, settings, options, ruleset, hide),
      changes: change?.filter === "added" ? changes : null,
      longestPost,
      read: stats?.read,
      watch: progress?.see,
    };
    const { summary, failing } = await checkSources(shownIn, walk, stats?.reporter(reports) ?? reports);
    progress?.end();
    const isEmpty = summary.posts === 0 && summary.unread === 0;
    const changed = change?.filter === "all" ? null : changes;
    if (isEmpty && changed !== null) io.stderr.write(`No post has changed ${changed.named}, so nothing was checked.\n`);
    else if (isEmpty && !mayBeEmpty) io.stderr.write(NO_POST);
    const unwritten = reports.commit();
    for (const sentence of unwritten) io.stderr.write(`${sentence}\n`);
    await io.stdout.drained();
    stats?.tell(summary, options.verbose === true);
    return verdict({
      summary,
      failing,
      failed: unwritten.length > 0,
      mayBeEmpty: mayBeEmpty || changed !== null,
      interrupted: false,
    });
  } finally {
    progress?.end();
    reports.discard();
  }
}

async function openedFor(io: Io, options: CheckOptions, stats: Stats | undefined) {
  const settings = await settle(io, await flagsOf(options));
  const ruleset = await openRuleSet(io, settings.rules, stats?.watch);
  stats?.opened();
  return { settings, ruleset };
}

/** Undefined in a pipe or a build log, which would keep each state of a line that changes. */
const progressOf = async (io: Io, sources: number) =>
  io.stderr.isTTY && !io.env.CI && io.env.TERM !== "dumb"
    ? (await import("../outputs/progress.ts")).openProgress(io, sources)
    : undefined;

/** A hold that stops nothing must not look like one that does. */
function refuseVainHold(ruleset: RuleSet): void {
  if (tableOf(ruleset).bySign.hold.length > 0) return;
  throw new UsageError(
    `A hold is asked for, and the rule set ${ruleset.name.name} has no rule that says what to do then.`,
    "Give it a rule with find: { hold: true }.",
  );
}

const NO_POST = "No post was found, so nothing was checked. If that is in order, say --allow-empty.\n";
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

/** Null where there is no baseline, or an auditor wants to see everything. */
async function acceptedFor(
  io: Io,
  { baseline }: Settings,
  { suppressions }: CheckOptions,
  ruleset: RuleSet,
  hide: Hide,
): Promise<AcceptedFindings | null> {
  if (baseline === null || !suppressions) return null;
  const { openAccepted } = await import("../run/accepted.ts");
  return openAccepted(io, baseline, ruleCards(ruleset), hide);
}

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

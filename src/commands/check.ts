import { CHOICES } from "../config/choices.ts";
import type { Io } from "../io/io.ts";
import { verdict } from "../judge/verdict.ts";
import { anyOf } from "../model/listing.ts";
import type { RunHead } from "../model/report.ts";
import { openReports } from "../outputs/reports.ts";
import { ruleCards } from "../rules/cards.ts";
import type { AcceptedFindings } from "../run/accepted.ts";
import { checkSources } from "../run/walk.ts";
import type { Changes } from "../sources/changes.ts";
import { type CheckOptions, type Plan, planFor } from "./check-plan.ts";
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
    .option("--account <kind>", `whose account it is: ${anyOf(CHOICES.account)}`)
    .option("--author <kind>", `who wrote them: ${anyOf(CHOICES.author)}`)
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
    .option("-f, --format <name>", `how findings are shown: ${anyOf(CHOICES.format)} (default: pretty)`)
    .option(
      "-o, --output <[format=]path>",
      "write a report to a file; may be given more than once. Without --format, only the summary is then shown",
      collect,
    )
    .option("--fail-on <level>", `exit with 1 from this level up: ${anyOf(CHOICES.fail_on)} (default: error)`)
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

/** Checks and reports; the answer is the exit code. `help` shows the help, where there is nothing to read from. */
export async function check(
  io: Io,
  paths: readonly string[],
  options: CheckOptions,
  help: () => void,
): Promise<number> {
  const plan = await planFor(io, paths, options);
  if (plan === null) {
    help();
    return 2;
  }
  const { sources, perFile, hide } = plan;
  if (options.showMapping) return (await import("./show-mapping.ts")).showMapping(io, sources, perFile, hide);
  return carryOut(io, options, plan);
}

async function carryOut(io: Io, options: CheckOptions, plan: Plan): Promise<number> {
  const { settings, ruleset, perFile, sources, changed, outputs, checkers, asOf, longestPost, hide, stats } = plan;
  const verbose = options.verbose === true;
  const accepted = await acceptedFor(io, options, plan);
  const progress = await progressOf(io, sources.sources.length);
  const shownIn = progress?.io ?? io;
  const showing = { unmask: plan.unmask, verbose, colour: options.color, hide, failsFrom: perFile.failsFrom };
  const reports = await openReports(shownIn, await headOf(io, plan), settings, outputs, showing);
  try {
    const walk = {
      ...{ sources, perFile, ruleset, asOf, checkers, longestPost, accepted },
      suppressions: options.suppressions,
      changes: changed?.filter === "added" ? changed.changes : null,
      read: stats?.read,
      watch: progress?.see,
    };
    const { summary, failing } = await checkSources(shownIn, walk, stats?.reporter(reports) ?? reports);
    progress?.end();
    const onlyChange = changed === null || changed.filter === "all" ? null : changed.changes;
    const mayBeEmpty = options.allowEmpty === true || onlyChange !== null;
    const isEmpty = summary.posts === 0 && summary.unread === 0;
    if (isEmpty && onlyChange !== null) io.stderr.write(nothingChanged(onlyChange));
    else if (isEmpty && !mayBeEmpty) io.stderr.write(NO_POST);
    const unwritten = reports.commit();
    for (const sentence of unwritten) io.stderr.write(`${sentence}\n`);
    await io.stdout.drained();
    stats?.tell(summary, verbose);
    return verdict({ summary, failing, failed: unwritten.length > 0, mayBeEmpty, interrupted: false });
  } finally {
    progress?.end();
    reports.discard();
  }
}

/** Null where there is no baseline, or an auditor wants to see everything. */
async function acceptedFor(
  io: Io,
  { suppressions }: CheckOptions,
  { settings: { baseline }, ruleset, hide }: Plan,
): Promise<AcceptedFindings | null> {
  if (baseline === null || !suppressions) return null;
  const { openAccepted } = await import("../run/accepted.ts");
  return openAccepted(io, baseline, ruleCards(ruleset), hide);
}

/** Undefined in a pipe or a build log, which would keep each state of a line that changes. */
const progressOf = async (io: Io, sources: number) =>
  io.stderr.isTTY && !io.env.CI && io.env.TERM !== "dumb"
    ? (await import("../outputs/progress.ts")).openProgress(io, sources)
    : undefined;

const headOf = async (io: Io, { ruleset, asOf }: Plan): Promise<RunHead> => ({
  tool: { name: "postlint", version: await toolVersion(io) },
  ruleset: ruleset.name,
  policy: ruleset.policy,
  docsUrl: ruleset.docsUrl,
  asOf,
  cards: () => ruleset.rules.map(({ card }) => card),
});

const nothingChanged = ({ named }: Changes): string => `No post has changed ${named}, so nothing was checked.\n`;

const NO_POST = "No post was found, so nothing was checked. If that is in order, say --allow-empty.\n";

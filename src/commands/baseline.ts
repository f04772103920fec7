import { createChecker } from "../check.ts";
import { type Settings, settle } from "../config/settings.ts";
import { compromise } from "../grammar.ts";
import type { Io } from "../io/io.ts";
import { type Accepted, isAcceptable, writtenBaseline } from "../judge/baseline.ts";
import { dayOf } from "../judge/day.ts";
import type { ReadWhole } from "../judge/summary.ts";
import type { PostResult } from "../model/report.ts";
import { isUpkeep, type Level } from "../model/rule.ts";
import type { Reporter } from "../reporters/reporter.ts";
import { LEVEL_WORDS } from "../reporters/sentence.ts";
import { openRuleSet } from "../rule-sets/ruleset.ts";
import { type RuleCards, ruleCards } from "../rules/cards.ts";
import {
  acceptedFindings,
  existingBaseline,
  identify,
  nameInBaseline,
  readBaseline,
  shownFile,
} from "../run/accepted.ts";
import { settingsPerFile } from "../run/per-file.ts";
import { type Hide, hideBy } from "../run/secrets.ts";
import { tellingOn } from "../run/telling.ts";
import { checkSources } from "../run/walk.ts";
import { findSources } from "../sources/sources.ts";
import { givenDay } from "./dates.ts";
import { type RulesOptions, withRulesOptions } from "./options.ts";
import type { SetUp } from "./set-up.ts";

interface BaselineOptions extends RulesOptions {
  readonly baseline?: string;
  readonly channel?: string;
  readonly account?: string;
  readonly author?: string;
  readonly asOf?: string;
}

/** `postlint baseline write` */
export const setUpBaselineWrite: SetUp = (command, io, answer) => {
  command.description(`Accepts what is found today, so that a check fails for new findings only. What was
accepted earlier keeps its day; other files keep what they have. What must not go out,
such as an NHS number, can't be accepted.`);
  withBaselineOptions(command).action(async (paths: readonly string[], options: BaselineOptions) => {
    const run = await runFor(io, paths, options);
    const earlier = (await readBaseline(io, run.path)) ?? [];
    const known = await acceptedFindings(io, run.path, earlier, run.cards, run.hide);
    const kept = [...earlier];
    const fresh = run.results.flatMap((result) => freshIn(io, run, known.accept(result)));
    for (const stale of known.stale(run.readWhole)) kept.splice(kept.indexOf(stale), 1);
    const entries = [...kept, ...fresh.map(({ entry }) => entry)];
    save(io, run.path, entries);
    io.stdout.write(`${run.path} holds ${count(entries.length)}, ${fresh.length} of them new.${grave(fresh)}\n`);
    io.stdout.write(howToUse(run.path));
    for (const sentence of refused(run)) io.stdout.write(`${sentence}\n`);
    answer(run.unread > 0 ? 2 : 0);
  });
};

/** `postlint baseline prune` */
export const setUpBaselinePrune: SetUp = (command, io, answer) => {
  command.description("Takes out of the baseline what is no longer found, and says what that was.");
  withBaselineOptions(command).action(async (paths: readonly string[], options: BaselineOptions) => {
    const run = await runFor(io, paths, options);
    const entries = await existingBaseline(io, run.path);
    const known = await acceptedFindings(io, run.path, entries, run.cards, run.hide);
    for (const result of run.results) known.accept(result);
    const stale = run.unread > 0 ? [] : known.stale(run.readWhole);
    for (const entry of stale) io.stdout.write(`Taken out: ${described(io, run.path, entry)}\n`);
    const kept = entries.filter((entry) => !stale.includes(entry));
    if (stale.length > 0) save(io, run.path, kept);
    io.stdout.write(`${run.path} holds ${count(kept.length)}; ${stale.length} taken out.\n`);
    if (run.unread > 0) io.stderr.write("Nothing was taken out, as not everything could be checked.\n");
    answer(run.unread > 0 ? 2 : 0);
  });
};

/** `postlint baseline show` */
export const setUpBaselineShow: SetUp = (command, io, answer) => {
  command.description("Lists what was accepted, by file.").option("--baseline <file>", WHICH);
  withRulesOptions(command).action(async ({ baseline, rules, config }: BaselineOptions) => {
    const path = (await settle(io, { baseline, rules, config })).baseline ?? USUAL;
    const entries = await existingBaseline(io, path);
    const lines = entries.map((entry) => described(io, path, entry)).sort();
    io.stdout.write([...lines, `${path} holds ${count(entries.length)}.`, ""].join("\n"));
    answer(0);
  });
};

const USUAL = "postlint.baseline";
const WHICH = `file of accepted findings (default: baseline: of the configuration, or ${USUAL})`;

const withBaselineOptions = (command: Parameters<SetUp>[0]) =>
  withRulesOptions(
    command
      .usage("[options] [PATHS…]")
      .argument("[paths...]", "drafts, folders of drafts or patterns (default: this folder)")
      .option("--baseline <file>", WHICH)
      .option("--channel <name>", "where the posts go, as the check is told")
      .option("--account <kind>", "whose account it is, as the check is told")
      .option("--author <kind>", "who wrote them, as the check is told")
      .option("--as-of <date>", "the date that stands for today (default: today)"),
  );

/** All of the drafts, checked, with nothing accepted yet. */
interface BaselineRun {
  readonly path: string;
  readonly asOf: string;
  readonly cards: RuleCards;
  readonly hide: Hide;
  /** Those with findings. */
  readonly results: readonly PostResult[];
  readonly readWhole: ReadWhole;
  readonly unread: number;
}

async function runFor(io: Io, paths: readonly string[], options: BaselineOptions): Promise<BaselineRun> {
  const { rules, config, baseline, channel, account, author } = options;
  const asOf = options.asOf === undefined ? dayOf(io.now()) : givenDay(options.asOf);
  const settings = await settle(io, { rules, config, baseline, channel, account, author });
  const ruleset = await openRuleSet(io, settings.rules);
  const perFile = await settingsPerFile(io, settings, ruleset);
  const sources = await findSources(io, paths.length === 0 ? ["."] : paths, lookingFor(settings));
  const circumstances = { today: asOf, hold: settings.hold };
  const checkPost = createChecker(ruleset, { grammar: compromise, reference: false, circumstances, calendar: "files" });
  const checkers = { checkPost, startThreads: null, alone: 0 };
  const results: PostResult[] = [];
  const walk = { sources, perFile, ruleset, asOf, checkers, suppressions: true, accepted: null, changes: null };
  const hide = hideBy(checkPost);
  const { summary, readWhole } = await checkSources(io, walk, collecting(io, results, hide));
  return {
    path: settings.baseline ?? USUAL,
    asOf,
    cards: ruleCards(ruleset),
    hide,
    results,
    readWhole,
    unread: summary.unread,
  };
}

const lookingFor = ({ ignore, outputs }: Settings) => ({
  ignore,
  allowEmpty: false,
  outputs: outputs.map(({ path }) => path),
});

/** Keeps the results as they are, and tells of problems and notes without what is secret. */
function collecting(io: Io, results: PostResult[], hide: Hide): Reporter {
  const telling = tellingOn(io.stderr, hide);
  const post = (result: PostResult) => {
    if (result.findings.length > 0) results.push(result);
    telling.post(result);
  };
  return { ...telling, post };
}

/** A finding that is accepted now. */
interface Fresh {
  readonly entry: Accepted;
  readonly level: Level;
}

function freshIn(io: Io, { path, asOf, cards, hide }: BaselineRun, result: PostResult): readonly Fresh[] {
  const identity = identify(result, hide);
  const file = nameInBaseline(io, path, result.post.source.file);
  return result.findings
    .filter((finding) => isAcceptable(finding, cards))
    .map((finding) => ({
      entry: { file, rule: finding.rule, clause: finding.clause, identity: identity(finding), since: asOf },
      level: finding.level,
    }));
}

/** So that nobody accepts an error among old warnings unawares. */
function grave(fresh: readonly Fresh[]): string {
  const errors = fresh.filter(({ level }) => level === "error").length;
  if (errors === 0) return "";
  return ` ${errors} of the new ones ${errors === 1 ? "says" : "say"} “${LEVEL_WORDS.error}”.`;
}

/** What is left standing, a rule a line. */
function refused({ results, cards }: BaselineRun): readonly string[] {
  const counts = new Map<string, number>();
  for (const { rule, suppressed } of results.flatMap(({ findings }) => findings)) {
    const isRefused = suppressed === null && !isUpkeep(rule) && cards.cardOf(rule)?.suppressible !== true;
    if (isRefused) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return [...counts].map(
    ([rule, times]) => `${rule} can't be accepted and stands (${times}): what it finds must not go out.`,
  );
}

function save(io: Io, path: string, entries: readonly Accepted[]): void {
  const file = io.createFile(path);
  file.write(writtenBaseline(entries));
  file.commit();
}

const described = (io: Io, path: string, { file, rule, clause, since }: Accepted): string =>
  `${shownFile(io, path, file)}: ${rule}${clause === null ? "" : ` ${clause}`}, accepted on ${since}`;

const count = (entries: number): string => `${entries} accepted ${entries === 1 ? "finding" : "findings"}`;

const howToUse = (path: string): string =>
  `A check uses it with --baseline ${path}, or baseline: ${path} in postlint.config.yaml.\n`;

import type { Checked } from "../check.ts";
import type { Io } from "../io/io.ts";
import type { ReadWhole } from "../judge/summary.ts";
import type { Post } from "../model/post.ts";
import type { Note, PostResult, Summary } from "../model/report.ts";
import { isCalendar } from "../readers/formats.ts";
import type { ReaderSettings } from "../readers/reader.ts";
import type { Reporter } from "../reporters/reporter.ts";
import type { Changes } from "../sources/changes.ts";
import type { Sources } from "../sources/sources.ts";
import type { AcceptedFindings } from "./accepted.ts";
import { type CheckedReading, type Checkers, checkedInOrder } from "./checking.ts";
import { type CountingReporter, counting } from "./counting.ts";
import { headingsIn } from "./headings.ts";
import { asksForCalendars, heldBack, type Outlet, type Results, straight } from "./holding.ts";
import { readAll } from "./reading.ts";
import { notInEnglish, oldFindings, outdated, reviewDue, unknowns } from "./remarks.ts";
import { type Standing, type StandingSettings, standing } from "./standing.ts";

export interface Walk extends StandingSettings {
  readonly sources: Sources;
  readonly checkers: Checkers;
  /** Null where no baseline is used. */
  readonly accepted: AcceptedFindings | null;
  /** Only what came with this change is reported; null for everything. */
  readonly changes: Changes | null;
  /** How long the copy of a post may be, in UTF-16 units. */
  readonly longestPost?: number | undefined;
  /** Reads the sources; without it as `readAll` does. */
  readonly read?: typeof readAll | undefined;
  /** Is told of each reading as soon as it is checked: a calendar gives its results only at its end. */
  readonly watch?: ((reading: CheckedReading) => void) | undefined;
}

/** What a run came to. */
export interface Walked {
  readonly summary: Summary;
  /** How much was found that fails the run. */
  readonly failing: number;
  readonly readWhole: ReadWhole;
}

/** Checks every post of the sources and hands each result on as it comes: a run may be larger than memory. */
export async function checkSources(io: Io, walk: Walk, reporter: Reporter): Promise<Walked> {
  const { sources, problems, notes } = walk.sources;
  const run = begin(io, walk, reporter);
  const { told, decided, reporting } = run;
  for (const note of [...reviewDue(walk.ruleset, walk.asOf), ...walk.perFile.notes, ...notes]) told.note(note);
  for (const problem of problems) told.problem(problem);
  const opened = await checkEach(run);
  const readWhole = told.readWhole(sources.map(({ name }) => name));
  const stale = walk.accepted?.staleNotes(readWhole) ?? [];
  for (const note of [...reporting.notes(), ...decided.notes(), ...stale]) told.note(note);
  const summary = await told.end(opened, sources.length + missingAmong(walk.sources));
  return { summary, failing: told.failing(), readWhole };
}

/** A walk under way. */
interface WalkUnderWay {
  readonly io: Io;
  readonly walk: Walk;
  readonly settingsFor: (file: string) => ReaderSettings;
  /** Everything is told through it, so that all of it is counted. */
  readonly told: CountingReporter;
  readonly decided: Standing;
  readonly reporting: Reporting;
}

function begin(io: Io, walk: Walk, reporter: Reporter): WalkUnderWay {
  const headings = headingsIn(io);
  const settingsFor = (file: string) => ({ ...walk.perFile.of(file), headings });
  const told = counting(reporter, walk.perFile.failsFrom);
  return { io, walk, settingsFor, told, decided: standing(walk), reporting: reportingOf(walk, told) };
}

/** What becomes of results when people's decisions on them are known. */
interface Reporting {
  /** To be told with the result of its post. */
  keep(note: Note, post: Post): void;
  report(settled: PostResult): void;
  /** The change did not bring it, so it is only counted. */
  leaveOut(settled: PostResult): void;
  /** What there is to say of all of them. */
  notes(): readonly Note[];
}

function reportingOf({ ruleset, accepted }: Walk, told: CountingReporter): Reporting {
  const old = oldFindings();
  const watches = [unknowns(ruleset.metadataFields), outdated(ruleset.dated)];
  const kept = new WeakMap<Post, Note>();
  const accept = (settled: PostResult) => accepted?.accept(settled) ?? settled;
  return {
    keep: (note, post) => void kept.set(post, note),
    report(settled) {
      const result = accept(settled);
      const note = kept.get(result.post);
      if (note !== undefined) told.note(note);
      for (const watch of watches) watch.see(result.post);
      told.post(result);
    },
    leaveOut(settled) {
      old.see(accept(settled));
      told.passedOver(settled.post.source);
    },
    notes: () => [...old.notes(), ...watches.flatMap((watch) => watch.notes())],
  };
}

/** Checks the sources, one after the other; answers with how many could be opened and read to their end. */
async function checkEach(run: WalkUnderWay): Promise<number> {
  const { io, walk, settingsFor } = run;
  const { sources } = walk.sources;
  const read = walk.read ?? readAll;
  let refused = 0;
  let results = straight(outletTo(run, run.reporting.report));
  for await (const reading of checkedInOrder(read(sources, settingsFor, walk.longestPost), walk.checkers)) {
    walk.watch?.(reading);
    if (reading.kind === "begins") {
      await results.end();
      results = await resultsOf(run, reading.source);
    } else if (reading.kind === "checked") await take(run, reading.post, reading.checked, results);
    else if (reading.kind === "note") results.note(reading.note);
    else if (reading.kind !== "mapping") results.problem(reading.problem);
    if (reading.kind === "refused") refused += 1;
    await io.stdout.drained();
  }
  await results.end();
  return sources.length - refused;
}

async function take(
  { decided, reporting }: WalkUnderWay,
  post: Post,
  checked: Checked,
  results: Results,
): Promise<void> {
  const { findings, digest } = checked;
  const foreign = notInEnglish(post, checked);
  await decided.prepare(post);
  if (foreign !== null) reporting.keep(foreign, post);
  await results.post({ post, findings }, digest);
}

/** Where the results of a source go, up to its end. */
async function resultsOf(run: WalkUnderWay, source: string): Promise<Results> {
  const { walk, reporting } = run;
  const sieve = walk.changes === null ? null : await sieveFor(run, walk.changes, source);
  const outlet = outletTo(run, sieve?.hold ?? reporting.report);
  const isSeenWhole = asksForCalendars(walk.ruleset) && isCalendar(source);
  const results = isSeenWhole ? heldBack(walk.ruleset, outlet) : straight(outlet);
  const end = async () => {
    await results.end();
    await sieve?.empty();
  };
  return { ...results, end };
}

const outletTo = ({ told, decided }: WalkUnderWay, handOn: (settled: PostResult) => void): Outlet => ({
  post: async (result) => handOn(decided.settle(result)),
  note: told.note,
  problem: told.problem,
});

/** What a change brought into a source shows only once all of the source is there. */
async function sieveFor({ io, walk, settingsFor, reporting }: WalkUnderWay, changes: Changes, source: string) {
  const { siftSource } = await import("./sifting.ts");
  const held: PostResult[] = [];
  return {
    hold: (settled: PostResult) => void held.push(settled),
    async empty() {
      const { changed, old } = await siftSource(io, { ...walk, ...walk.checkers }, settingsFor, changes, source, held);
      // What was accepted was the old ones, so they come first.
      old.forEach(reporting.leaveOut);
      changed.forEach(reporting.report);
    },
  };
}

/** How many of the names that a person gave lead to no source. */
function missingAmong({ sources, problems }: Sources): number {
  const names = new Set(sources.map(({ name }) => name));
  return new Set(problems.flatMap(({ source }) => (source === null || names.has(source.file) ? [] : [source.file])))
    .size;
}

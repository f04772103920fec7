import { isCalendar } from "../calendar-check.ts";
import type { Checked } from "../check.ts";
import type { Io } from "../io/io.ts";
import { type ReadWhole, tally } from "../judge/summary.ts";
import type { Post } from "../model/post.ts";
import type { Note, PostResult, Problem, Summary } from "../model/report.ts";
import type { ReaderSettings } from "../readers/reader.ts";
import type { Reporter } from "../reporters/reporter.ts";
import type { Changes } from "../sources/changes.ts";
import type { Sources } from "../sources/sources.ts";
import type { AcceptedFindings } from "./accepted.ts";
import { type CheckedReading, type Checkers, checkedInOrder } from "./checking.ts";
import { headingsIn } from "./headings.ts";
import { asksForCalendars, heldBack, type Results, straight } from "./holding.ts";
import { readAll } from "./reading.ts";
import { notInEnglish, oldFindings, outdated, reviewDue, unknowns } from "./remarks.ts";
import { type StandingSettings, standing } from "./standing.ts";

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
  const read = walk.read ?? readAll;
  const counts = tally(walk.perFile.failsFrom);
  const unknown = unknowns(walk.ruleset.metadataFields);
  const overdue = outdated(walk.ruleset.dated);
  const before = oldFindings();
  const asksForCalendar = asksForCalendars(walk.ruleset);
  const decided = standing(walk);
  const foreign = new WeakSet<Post>();
  const tell = (problem: Problem) => {
    counts.problem(problem);
    reporter.problem(problem);
  };
  const tellNote = (note: Note) => {
    counts.note(note);
    reporter.note(note);
  };
  const report = (settled: PostResult) => {
    const result = walk.accepted?.accept(settled) ?? settled;
    if (foreign.has(result.post)) reporter.note(notInEnglish(result.post));
    unknown.see(result.post);
    overdue.see(result.post);
    counts.post(result);
    reporter.post(result);
  };
  const leaveOut = (settled: PostResult) => {
    before.see(walk.accepted?.accept(settled) ?? settled);
    counts.passedOver(settled.post.source);
  };
  const take = async (post: Post, { findings, english, digest }: Checked, results: Results) => {
    await decided.prepare(post);
    if (!english) foreign.add(post);
    await results.post({ post, findings }, digest);
  };

  for (const note of [...reviewDue(walk.ruleset, walk.asOf), ...walk.perFile.notes, ...notes]) reporter.note(note);
  for (const problem of problems) tell(problem);
  let refused = 0;
  const headings = headingsIn(io);
  const settingsFor = (file: string) => ({ ...walk.perFile.of(file), headings });
  const outletTo = (take: (settled: PostResult) => void) => ({
    post: async (result: PostResult) => take(decided.settle(result)),
    note: (note: Note) => reporter.note(note),
    problem: tell,
  });
  const begin = async (source: string): Promise<Results> => {
    const changed = walk.changes === null ? null : await sieve(io, walk, walk.changes, settingsFor, source);
    const outlet = outletTo(changed?.post ?? report);
    const results = asksForCalendar && isCalendar(source) ? heldBack(walk.ruleset, outlet) : straight(outlet);
    const end = async () => {
      await results.end();
      await changed?.end(report, leaveOut);
    };
    return { ...results, end };
  };
  let results = straight(outletTo(report));
  for await (const reading of checkedInOrder(read(sources, settingsFor, walk.longestPost), walk.checkers)) {
    walk.watch?.(reading);
    if (reading.kind === "begins") {
      await results.end();
      results = await begin(reading.source);
    } else if (reading.kind === "checked") await take(reading.post, reading.checked, results);
    else if (reading.kind === "note") results.note(reading.note);
    else if (reading.kind !== "mapping") results.problem(reading.problem);
    if (reading.kind === "refused") refused += 1;
    await io.stdout.drained();
  }
  await results.end();
  for (const note of [...before.notes(), ...unknown.notes(), ...overdue.notes()]) reporter.note(note);
  for (const note of decided.notes()) tellNote(note);
  const readWhole = counts.readWhole(sources.map(({ name }) => name));
  for (const note of walk.accepted?.staleNotes(readWhole) ?? []) tellNote(note);
  const summary = counts.summary(sources.length - refused, sources.length + missingAmong(walk.sources));
  await reporter.end(summary);
  return { summary, failing: counts.failing(), readWhole };
}

/** How many of the names that a person gave lead to no source. */
function missingAmong({ sources, problems }: Sources): number {
  const names = new Set(sources.map(({ name }) => name));
  return new Set(problems.flatMap(({ source }) => (source === null || names.has(source.file) ? [] : [source.file])))
    .size;
}

/** What a change brought into a file shows only once all of the file is there. */
async function sieve(
  io: Io,
  walk: Walk,
  changes: Changes,
  settingsFor: (file: string) => ReaderSettings,
  name: string,
) {
  const { siftSource } = await import("./sifting.ts");
  const held: PostResult[] = [];
  return {
    post: (result: PostResult) => void held.push(result),
    async end(report: (result: PostResult) => void, leaveOut: (result: PostResult) => void) {
      const { changed, old } = await siftSource(io, { ...walk, ...walk.checkers }, settingsFor, changes, name, held);
      // What was accepted was the old ones, so they come first.
      old.forEach(leaveOut);
      changed.forEach(report);
    },
  };
}

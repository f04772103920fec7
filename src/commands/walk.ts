import type { Checked } from "../check.ts";
import type { Io } from "../io.ts";
import { tally } from "../judge/summary.ts";
import type { Suppressor } from "../judge/suppress.ts";
import type { Post } from "../model/post.ts";
import type { Note, PostResult, Problem, Summary } from "../model/report.ts";
import type { Reporter } from "../reporters/reporter.ts";
import { ruleCards } from "../rules/cards.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { headingsIn } from "./headings.ts";
import { asksForCalendars, heldBack, isCalendar, type Outlet, type Results, straight } from "./holding.ts";
import type { PerFile } from "./per-file.ts";
import { readAll } from "./reading.ts";
import { notInEnglish, outdated, reviewDue, unknowns } from "./remarks.ts";
import type { Sources } from "./sources.ts";

export interface Walk {
  readonly sources: Sources;
  readonly perFile: PerFile;
  readonly ruleset: RuleSet;
  readonly asOf: string;
  readonly checkPost: (post: Post) => Checked;
  /** Whether people's reasons let findings stand. */
  readonly suppressions: boolean;
}

/** Checks every post of the sources and hands each result on as it comes: a run may be larger than memory. */
export async function checkSources(io: Io, walk: Walk, reporter: Reporter): Promise<Summary> {
  const { sources, problems, notes } = walk.sources;
  const counts = tally();
  const unknown = unknowns(walk.ruleset.metadataFields);
  const overdue = outdated(walk.ruleset.dated);
  const asksForCalendar = asksForCalendars(walk.ruleset);
  const tell = (problem: Problem) => {
    counts.problem(problem);
    reporter.problem(problem);
  };
  const suppressing = suppressorFor(walk);
  const outlet: Outlet = {
    async post({ post, findings }) {
      const releveled = walk.perFile.of(post.source.file).releveled(findings);
      const result = await suppressing.settle({ post, findings: releveled });
      counts.post(result);
      reporter.post(result);
    },
    note: (note) => reporter.note(note),
    problem: tell,
  };
  const check = (post: Post, results: Results) => {
    const { findings, english, digest } = walk.checkPost(post);
    if (!english) results.note(notInEnglish(post));
    unknown.see(post);
    overdue.see(post);
    return results.post({ post, findings }, digest);
  };

  for (const note of [...reviewDue(walk.ruleset, walk.asOf), ...walk.perFile.notes, ...notes]) reporter.note(note);
  for (const problem of problems) tell(problem);
  let refused = 0;
  const headings = headingsIn(io);
  const settingsFor = (file: string) => ({ ...walk.perFile.of(file), headings });
  for (const source of sources) {
    const isHeld = asksForCalendar && isCalendar(source.name);
    const results = isHeld ? heldBack(walk.ruleset, outlet) : straight(outlet);
    for await (const reading of readAll([source], settingsFor)) {
      if (reading.kind === "post") await check(reading.post, results);
      else if (reading.kind === "note") results.note(reading.note);
      else if (reading.kind !== "mapping") results.problem(reading.problem);
      if (reading.kind === "refused") refused += 1;
      await io.stdout.drained();
    }
    await results.end();
  }
  for (const note of [...unknown.notes(), ...overdue.notes()]) reporter.note(note);
  for (const note of suppressing.notes()) {
    counts.upkeep();
    reporter.note(note);
  }
  const summary = counts.summary(sources.length - refused);
  await reporter.end(summary);
  return summary;
}

/** Loads what judges suppressions when the first post has one: most have none. */
function suppressorFor({ ruleset, asOf, suppressions }: Walk) {
  let suppressor: Suppressor | undefined;
  return {
    async settle(result: PostResult): Promise<PostResult> {
      if (!suppressions || result.post.markers === undefined) return result;
      const { createSuppressor } = await import("../judge/suppress.ts");
      suppressor ??= createSuppressor(ruleCards(ruleset), asOf);
      return suppressor.settle(result);
    },
    notes: (): readonly Note[] => suppressor?.notes() ?? [],
  };
}

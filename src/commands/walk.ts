import type { Checked } from "../check.ts";
import type { Io } from "../io.ts";
import { tally } from "../judge/summary.ts";
import type { Post } from "../model/post.ts";
import type { Problem, Summary } from "../model/report.ts";
import type { Reporter } from "../reporters/reporter.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { readAll } from "./reading.ts";
import { notInEnglish, reviewDue, unknowns } from "./remarks.ts";
import type { Sources } from "./sources.ts";

export interface Walk {
  readonly sources: Sources;
  /** Metadata that a post has unless it says otherwise. */
  readonly defaults: Readonly<Record<string, string>>;
  readonly ruleset: RuleSet;
  readonly asOf: string;
  readonly checkPost: (post: Post) => Checked;
}

/** Checks every post of the sources and hands each result on as it comes: a run may be larger than memory. */
export async function checkSources(io: Io, walk: Walk, reporter: Reporter): Promise<Summary> {
  const { sources, problems, notes } = walk.sources;
  const counts = tally();
  const unknown = unknowns(walk.ruleset.metadataFields);
  const tell = (problem: Problem) => {
    counts.problem(problem);
    reporter.problem(problem);
  };
  const check = (post: Post) => {
    const { findings, english } = walk.checkPost(post);
    if (!english) reporter.note(notInEnglish(post));
    unknown.see(post);
    counts.post({ post, findings });
    reporter.post({ post, findings });
  };

  for (const note of [...reviewDue(walk.ruleset, walk.asOf), ...notes]) reporter.note(note);
  for (const problem of problems) tell(problem);
  let refused = 0;
  for await (const reading of readAll(sources, { defaults: walk.defaults })) {
    if (reading.kind === "post") check(reading.post);
    else if (reading.kind === "note") reporter.note(reading.note);
    else tell(reading.problem);
    if (reading.kind === "refused") refused += 1;
    await io.stdout.drained();
  }
  for (const note of unknown.notes()) reporter.note(note);
  const summary = counts.summary(sources.length - refused);
  await reporter.end(summary);
  return summary;
}

import { type CheckSettings, createChecker } from "../check.ts";
import type { Settings } from "../config/settings.ts";
import { compromise } from "../grammar.ts";
import type { Io } from "../io/io.ts";
import { dayOf } from "../judge/day.ts";
import type { Post } from "../model/post.ts";
import type { Note, PostResult } from "../model/report.ts";
import { describeNote, describeProblem } from "../reporters/sentence.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { findSources } from "../sources/sources.ts";
import { threading } from "./concurrency.ts";
import { headingsIn } from "./headings.ts";
import { settingsPerFile } from "./per-file.ts";
import { readAll, type SourceReading } from "./reading.ts";
import { checkSources } from "./walk.ts";

/** The drafts that a person named, read once and kept: to see what rules make of them, not whether they may go out. */
export interface Drafts {
  readonly posts: readonly Post[];
  /** How many places could not be read; each was told on standard error. */
  readonly unread: number;
  /**
   * What a rule set finds in each of the posts, in their order, as `postlint check` finds it: calendars are seen as a whole.
   * What people made of single rules and findings (levels, suppressions, a baseline) is left aside.
   */
  check(rules: NamedRuleSet): Promise<readonly PostResult[]>;
}

/** A rule set, and what opened it: null for the usual one. */
export interface NamedRuleSet {
  readonly named: string | null;
  readonly ruleset: RuleSet;
}

/** Tells on standard error what could not be read. `rules` are any that are to be tried. */
export async function draftsIn(
  io: Io,
  paths: readonly string[],
  settings: Settings,
  { ruleset }: Pick<NamedRuleSet, "ruleset">,
): Promise<Drafts> {
  const { sources, problems, notes } = await findSources(io, paths, {
    ...{ ignore: settings.ignore, allowEmpty: false, outputs: [] },
  });
  const tellNote = eachOnce((note: Note) => io.stderr.write(`${describeNote(note)}\n`), describeNote);
  for (const problem of problems) io.stderr.write(`${describeProblem(problem)}\n`);
  notes.forEach(tellNote);
  const perFile = await settingsPerFile(io, withoutLevels(settings), ruleset);
  const headings = headingsIn(io);
  const readings: SourceReading[] = [];
  let unread = problems.length;
  for await (const reading of readAll(sources, (file) => ({ ...perFile.of(file), headings }))) {
    if (reading.kind === "problem" || reading.kind === "refused") {
      unread += 1;
      io.stderr.write(`${describeProblem(reading.problem)}\n`);
    } else readings.push(reading);
  }
  return {
    posts: readings.flatMap((reading) => (reading.kind === "post" ? [reading.post] : [])),
    unread,
    async check({ named, ruleset: tried }) {
      const results: PostResult[] = [];
      const asOf = dayOf(io.now());
      const check = { ...AS_CHECK_DOES, circumstances: { today: asOf, hold: settings.hold } };
      const walk = {
        ...{ sources: { sources, problems: [], notes: [] }, perFile, ruleset: tried, asOf },
        ...{ accepted: null, changes: null, suppressions: false },
        read: () => again(readings),
        checkers: {
          checkPost: createChecker(tried, { grammar: compromise, ...check }),
          ...threading(io, "auto", { home: io.home, rules: named, check }),
        },
      };
      await checkSources(io, walk, {
        post: (result) => results.push(result),
        problem: () => {},
        // What is said of the run as a whole is for someone who is about to publish.
        note: (note) => void (note.source !== null && tellNote(note)),
        end: () => {},
      });
      return results;
    },
  };
}

const AS_CHECK_DOES = {
  reference: false,
  secondOpinion: true,
  calendar: "files",
} as const satisfies Partial<CheckSettings>;

async function* again(readings: readonly SourceReading[]): AsyncGenerator<SourceReading> {
  yield* readings;
}

/** A level is for a rule of one set, and may be none of the other's that is tried. */
const withoutLevels = (settings: Settings): Settings => ({
  ...settings,
  layers: settings.layers.map((layer) => ({ ...layer, values: { ...layer.values, levels: undefined } })),
});

/** Several rule sets on the same drafts give rise to the same notes. */
function eachOnce<T>(tell: (one: T) => void, nameOf: (one: T) => string): (one: T) => void {
  const told = new Set<string>();
  return (one) => {
    if (told.has(nameOf(one))) return;
    told.add(nameOf(one));
    tell(one);
  };
}

import { type CheckSettings, createChecker } from "../check.ts";
import type { Settings } from "../config/settings.ts";
import { compromise } from "../grammar.ts";
import type { Io } from "../io/io.ts";
import { dayOf } from "../judge/day.ts";
import type { Post } from "../model/post.ts";
import type { Note, PostResult } from "../model/report.ts";
import type { Reporter } from "../reporters/reporter.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { findSources } from "../sources/sources.ts";
import { threading } from "./concurrency.ts";
import { headingsIn } from "./headings.ts";
import { settingsPerFile } from "./per-file.ts";
import { readAll, type SourceReading } from "./reading.ts";
import { guarded, type Hide, hideBy } from "./secrets.ts";
import { tellingOn } from "./telling.ts";
import { checkSources } from "./walk.ts";

/** The drafts that a person named, read once and kept: to see what rules make of them, not whether they may go out. */
export interface Drafts {
  readonly posts: readonly Post[];
  /** How many places could not be read; each was told on standard error. */
  readonly unread: number;
  /** Hides what any of the rule sets would mask: whatever is said of the posts besides their copy goes through it. */
  readonly hide: Hide;
  /**
   * What a rule set finds in each of the posts, in their order, as `postlint check` finds it and says it: calendars are seen as a
   * whole, and ids and metadata hold nothing secret. What people made of single rules and findings (levels, suppressions, a
   * baseline) is left aside.
   */
  check(rules: NamedRuleSet): Promise<readonly PostResult[]>;
}

/** A rule set, and what opened it: null for the usual one. */
export interface NamedRuleSet {
  readonly named: string | null;
  readonly ruleset: RuleSet;
}

/** Tells on standard error what could not be read. `tried` are the rule sets that are to check the drafts. */
export async function draftsIn(
  io: Io,
  paths: readonly string[],
  settings: Settings,
  tried: readonly [RuleSet, ...RuleSet[]],
): Promise<Drafts> {
  const { sources, problems, notes } = await findSources(io, paths, {
    ...{ ignore: settings.ignore, allowEmpty: false, outputs: [] },
  });
  const asOf = dayOf(io.now());
  const check = { ...AS_CHECK_DOES, circumstances: { today: asOf, hold: settings.hold } };
  const checkerOf = (ruleset: RuleSet) => createChecker(ruleset, { grammar: compromise, ...check });
  const hide = hideByAll(tried.map((ruleset) => hideBy(checkerOf(ruleset))));
  const telling = tellingOn(io.stderr, hide);
  const tellNote = eachOnce(telling.note);
  problems.forEach(telling.problem);
  notes.forEach(tellNote);
  const perFile = await settingsPerFile(io, withoutLevels(settings), tried[0]);
  const headings = headingsIn(io);
  const readings: SourceReading[] = [];
  let unread = problems.length;
  for await (const reading of readAll(sources, (file) => ({ ...perFile.of(file), headings }))) {
    if (reading.kind === "problem" || reading.kind === "refused") {
      unread += 1;
      telling.problem(reading.problem);
    } else readings.push(reading);
  }
  return {
    posts: readings.flatMap((reading) => (reading.kind === "post" ? [reading.post] : [])),
    unread,
    hide,
    async check({ named, ruleset }) {
      const results: PostResult[] = [];
      const walk = {
        ...{ sources: { sources, problems: [], notes: [] }, perFile, ruleset, asOf },
        ...{ accepted: null, changes: null, suppressions: false },
        read: () => again(readings),
        checkers: {
          checkPost: checkerOf(ruleset),
          ...threading(io, "auto", { home: io.home, rules: named, check }),
        },
      };
      const keeping: Reporter = {
        post: (result) => results.push(result),
        problem: () => {},
        // What is said of the run as a whole is for someone who is about to publish.
        note: (note) => void (note.source !== null && tellNote(note)),
        end: () => {},
      };
      await checkSources(io, walk, guarded(keeping, hide));
      return results;
    },
  };
}

const AS_CHECK_DOES = {
  reference: false,
  secondOpinion: true,
  calendar: "files",
} as const satisfies Partial<CheckSettings>;

const hideByAll =
  (all: readonly Hide[]): Hide =>
  (words) =>
    all.reduce((shown, hide) => hide(shown), words);

async function* again(readings: readonly SourceReading[]): AsyncGenerator<SourceReading> {
  yield* readings;
}

/** A level is for a rule of one set, and may be none of the other's that is tried. */
const withoutLevels = (settings: Settings): Settings => ({
  ...settings,
  layers: settings.layers.map((layer) => ({ ...layer, values: { ...layer.values, levels: undefined } })),
});

/** Several rule sets on the same drafts give rise to the same notes. */
function eachOnce(tell: (note: Note) => void): (note: Note) => void {
  const told = new Set<string>();
  return (note) => {
    const all = JSON.stringify(note);
    if (told.has(all)) return;
    told.add(all);
    tell(note);
  };
}

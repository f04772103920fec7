import { checkCalendar as findInCalendar } from "./calendar-check.ts";
import { type Checked, createChecker } from "./check.ts";
import { compromise } from "./grammar.ts";
import { processIo } from "./io/process-io.ts";
import { inReadingOrder } from "./judge/judge.ts";
import { ORDINARY } from "./model/circumstances.ts";
import type { Finding } from "./model/finding.ts";
import { isDay } from "./model/london.ts";
import type { Source } from "./model/post.ts";
import { postsOf } from "./readers/post.ts";
import { openRuleSet } from "./rule-sets/ruleset.ts";
import type { RuleSet } from "./rules/ruleset.ts";

export type { Evidence, Finding, Passage, Suppression } from "./model/finding.ts";
export type { Clause, ClauseId, Policy } from "./model/policy.ts";
export type { Confidence, Level, RuleCard, RuleId } from "./model/rule.ts";
export type { Span } from "./model/span.ts";
export type { Rule, RuleSet } from "./rules/ruleset.ts";

/** A draft: its words, or its words with what else is known, under the keys that post files use. */
export type Draft = string | ({ readonly text: string; readonly id?: string } & Readonly<Record<string, unknown>>);

export interface CheckedDraft {
  /** In reading order. Offsets are UTF-16 units of the field that they name. */
  readonly findings: readonly Finding[];
  /** What could not be read of the draft, in sentences; what could be read was checked all the same. */
  readonly problems: readonly string[];
  /** False: only identifiers, markings and links were looked for. */
  readonly english: boolean;
}

/** The rule set in a folder, or the one that postlint ships with. Rejects with every mistake in its files. */
export const loadRuleSet = (folder?: string): Promise<RuleSet> => openRuleSet(processIo(), folder ?? null);

export interface CheckOptions {
  /** The day that stands for today, as 2026-11-30. Without it, rules that ask for today find nothing. */
  readonly today?: string;
}

/**
 * Checks one draft. Keep the rule set and hand it in again: making it ready is most of the work. Throws a `TypeError` where `today` is
 * no day.
 */
export function check(draft: Draft, ruleset: RuleSet, options: CheckOptions = {}): CheckedDraft {
  return checkCalendar([draft], ruleset, options)[0]!;
}

/** Checks the drafts of one calendar: each by itself, and what only all of them show. Answers in their order. */
export function checkCalendar(
  drafts: readonly Draft[],
  ruleset: RuleSet,
  { today }: CheckOptions = {},
): readonly CheckedDraft[] {
  if (today !== undefined && !isDay(today))
    throw new TypeError(`today "${today}" is not a day. Write it as 2026-11-30.`);
  const checkPost = checkerFor(ruleset, today ?? null);
  const read = postsOf({ defaults: {} });
  const checked = drafts.map((draft, position) => {
    const fields = typeof draft === "string" ? { text: draft } : draft;
    const readings = read({
      fields,
      derivedId: drafts.length === 1 ? "draft" : `draft ${position + 1}`,
      source: NOWHERE,
    });
    const problems = readings.flatMap((reading) => (reading.kind === "problem" ? [reading.problem.message] : []));
    const [post] = readings.flatMap((reading) => (reading.kind === "post" ? [reading.post] : []));
    return { post, problems, ...(post === undefined ? NOTHING : checkPost(post)) };
  });
  const together = findInCalendar(
    ruleset,
    checked.map(({ digest }) => digest),
  );
  return checked.map(({ post, problems, findings, english }, position) => {
    const more = together.get(position) ?? [];
    return {
      findings: more.length === 0 ? findings : inReadingOrder([...findings, ...more], post!),
      problems,
      english,
    };
  });
}

const NOTHING: Checked = { findings: [], english: true, digest: null };

const checkers = new WeakMap<RuleSet, { readonly today: string | null; readonly checkPost: CheckPost }>();
type CheckPost = ReturnType<typeof createChecker>;

/** The day seldom changes. */
function checkerFor(ruleset: RuleSet, today: string | null): CheckPost {
  const last = checkers.get(ruleset);
  if (last?.today === today) return last.checkPost;
  const circumstances = { ...ORDINARY, today };
  const checkPost = createChecker(ruleset, { grammar: compromise, reference: false, circumstances, calendar: "every" });
  checkers.set(ruleset, { today, checkPost });
  return checkPost;
}

const NOWHERE: Source = { file: "draft", line: null, sheet: null, row: null, cell: null };

import { createChecker } from "./check.ts";
import { openRuleSet } from "./commands/ruleset.ts";
import { compromise } from "./grammar.ts";
import { processIo } from "./io.ts";
import type { Finding } from "./model/finding.ts";
import type { Source } from "./model/post.ts";
import { postsOf } from "./readers/post.ts";
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

const checkers = new WeakMap<RuleSet, ReturnType<typeof createChecker>>();

/** Checks one draft. Keep the rule set and hand it in again: making it ready is most of the work. */
export function check(draft: Draft, ruleset: RuleSet): CheckedDraft {
  let checkPost = checkers.get(ruleset);
  if (checkPost === undefined) {
    checkPost = createChecker(ruleset, { grammar: compromise, reference: false });
    checkers.set(ruleset, checkPost);
  }
  const fields = typeof draft === "string" ? { text: draft } : draft;
  const readings = postsOf({ defaults: {} })({ fields, derivedId: "draft", source: NOWHERE });
  const problems = readings.flatMap((reading) => (reading.kind === "problem" ? [reading.problem.message] : []));
  const [post] = readings.flatMap((reading) => (reading.kind === "post" ? [reading.post] : []));
  return post === undefined ? { findings: [], problems, english: true } : { ...checkPost(post), problems };
}

const NOWHERE: Source = { file: "draft", line: null, sheet: null, row: null, cell: null };

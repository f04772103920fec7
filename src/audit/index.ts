import type { Position, RuleSet } from "../rules/ruleset.ts";
import { crossfire } from "./crossfire.ts";
import { unmarkedBreaches } from "./marks.ts";
import { neverFinds } from "./never.ts";
import { slowPatterns } from "./patterns.ts";
import type { Remark } from "./remark.ts";
import { outOfDate, unusedData, unusedVocabularies } from "./upkeep.ts";
import { thinWords } from "./wording.ts";

export interface Audit {
  /** In the order of files and lines. */
  readonly remarks: readonly Remark[];
  /** What was not looked at, in sentences. */
  readonly notes: readonly string[];
}

export interface AuditSettings {
  /** ISO date that stands for today. */
  readonly asOf: string;
  /** Whether patterns are attacked, which takes seconds. */
  readonly patterns: boolean;
  /** Whether a place is in a file of the set's own; without it, all are. What a set extends is its owner's to mend. */
  readonly isOwn?: (at: Position) => boolean;
}

/** A strict look at a rule set that loads: what can't work, what contradicts itself and what has had its day. */
export async function auditRules(
  ruleset: RuleSet,
  { asOf, patterns, isOwn = () => true }: AuditSettings,
): Promise<Audit> {
  const own = { ...ruleset, rules: ruleset.rules.filter(({ at }) => isOwn(at)) };
  const slow = patterns ? await slowPatterns(own) : { remarks: [], notes: [] };
  const remarks = [
    ...own.rules.flatMap(thinWords),
    ...neverFinds(own),
    ...crossfire(ruleset, own.rules),
    ...outOfDate(ruleset, asOf),
    ...unusedVocabularies(ruleset),
    ...unusedData(ruleset),
    ...slow.remarks,
  ];
  return {
    remarks: inFileOrder(remarks.filter(({ at }) => isOwn(at))),
    notes: [...unmarkedBreaches(own.rules), ...slow.notes],
  };
}

const inFileOrder = (remarks: readonly Remark[]): readonly Remark[] =>
  remarks.toSorted(({ at: a }, { at: b }) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  );

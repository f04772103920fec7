import type { RuleSet } from "../rules/ruleset.ts";
import { crossfire } from "./crossfire.ts";
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
}

/** A strict look at a rule set that loads: what can't work, what contradicts itself and what has had its day. */
export async function auditRules(ruleset: RuleSet, { asOf, patterns }: AuditSettings): Promise<Audit> {
  const slow = patterns ? await slowPatterns(ruleset) : { remarks: [], notes: [] };
  const remarks = [
    ...ruleset.rules.flatMap(thinWords),
    ...neverFinds(ruleset),
    ...crossfire(ruleset),
    ...outOfDate(ruleset, asOf),
    ...unusedVocabularies(ruleset),
    ...unusedData(ruleset),
    ...slow.remarks,
  ];
  return { remarks: inFileOrder(remarks), notes: slow.notes };
}

const inFileOrder = (remarks: readonly Remark[]): readonly Remark[] =>
  remarks.toSorted(({ at: a }, { at: b }) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  );

import type { Finding, Passage } from "../model/finding.ts";
import { atLeast } from "../model/rule.ts";
import { overlaps } from "../model/span.ts";

/**
 * What is left of a second opinion beside the findings of rules: nothing where a rule found something in the same passage, or
 * already says, at warning or above, that the post may breach the same clause. A rule says why; a resemblance can't.
 */
export const unsaid = (opinions: readonly Finding[], findings: readonly Finding[]): readonly Finding[] =>
  opinions.filter((opinion) => !findings.some((finding) => saysAsMuch(finding, opinion)));

const saysAsMuch = (finding: Finding, opinion: Finding): boolean =>
  finding.clause !== null && (samePassage(finding.passage, opinion.passage) || saysOfClause(finding, opinion.clause));

/** Whether rules leave nothing to say about the clause, wherever in the post it would be: then nobody needs to look for the passage. */
export const isSaid = (clause: Finding["clause"], findings: readonly Finding[]): boolean =>
  clause !== null && findings.some((finding) => saysOfClause(finding, clause));

const saysOfClause = ({ clause, level }: Finding, other: Finding["clause"]): boolean =>
  clause === other && atLeast(level, "warning");

const samePassage = (a: Passage, b: Passage): boolean =>
  a.field === b.field && a.span !== null && b.span !== null && overlaps(a.span, b.span);

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
  finding.clause !== null &&
  (samePassage(finding.passage, opinion.passage) ||
    (finding.clause === opinion.clause && atLeast(finding.level, "warning")));

const samePassage = (a: Passage, b: Passage): boolean =>
  a.field === b.field && a.span !== null && b.span !== null && overlaps(a.span, b.span);

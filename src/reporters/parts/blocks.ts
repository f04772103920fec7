import type { Finding, Passage } from "../../model/finding.ts";
import { CONFIDENCES, LEVELS } from "../../model/rule.ts";
import { overlaps } from "../../model/span.ts";

/** Findings that are shown as one: they cite the same clause for the same passage. */
export interface Block {
  /** The gravest and surest; its words are shown. */
  readonly lead: Finding;
  readonly others: readonly Finding[];
}

/** In the order of the findings. Good practice cites no clause, so each of its findings has its own say. */
export function blocksOf(findings: readonly Finding[]): readonly Block[] {
  const groups: Finding[][] = [];
  for (const finding of findings) {
    const same = groups.filter((group) => group.some((member) => sameMatter(member, finding)));
    const [first, ...rest] = same;
    if (first === undefined) groups.push([finding]);
    else {
      first.push(...rest.flat(), finding);
      for (const group of rest) groups.splice(groups.indexOf(group), 1);
    }
  }
  return groups.map((group) => {
    const [lead, ...others] = group.toSorted(byWeight);
    return { lead: lead!, others };
  });
}

/** The passages that show a finding: each of several, or the one that it has. */
export function marksOf({ passage, evidence }: Finding): readonly Passage[] {
  const shown = evidence.filter(({ span }) => span !== null);
  return shown.length > 0 ? shown : [passage];
}

function sameMatter(a: Finding, b: Finding): boolean {
  if (a.clause === null || a.clause !== b.clause) return false;
  return marksOf(a).some((one) =>
    marksOf(b).some(
      (other) =>
        one.field === other.field && one.span !== null && other.span !== null && overlaps(one.span, other.span),
    ),
  );
}

const byWeight = (a: Finding, b: Finding): number =>
  LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) ||
  CONFIDENCES.indexOf(b.confidence) - CONFIDENCES.indexOf(a.confidence);

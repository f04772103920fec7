import type { Finding } from "../../model/finding.ts";
import { LEVELS, type Level } from "../../model/rule.ts";
import { LEVEL_WORDS } from "../sentence.ts";

/**
 * What a post came to: the gravest level of its findings, or that people let all of them stand. `none` says that nothing was
 * found, not that all is in order.
 */
export type Verdict = Level | "let-stand" | "none";

/** From the gravest on. */
export const VERDICTS: readonly Verdict[] = [...LEVELS.toReversed(), "let-stand", "none"];

export const VERDICT_WORDS: Record<Verdict, string> = {
  ...LEVEL_WORDS,
  "let-stand": "Let stand",
  none: "Nothing found",
};

/** The verdict on a post with these findings; a suppressed one counts where no other is left. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const said = new Set<Verdict>(findings.map(({ suppressed, level }) => (suppressed === null ? level : "let-stand")));
  return VERDICTS.find((verdict) => said.has(verdict)) ?? "none";
}

/** The findings that nobody has suppressed. */
export const standingOf = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ suppressed }) => suppressed === null);

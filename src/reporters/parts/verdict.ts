import type { Finding } from "../../model/finding.ts";
import { LEVELS, type Level } from "../../model/rule.ts";
import { LEVEL_WORDS } from "../sentence.ts";

/** What a post came to: the gravest level of its findings. `none` says that nothing was found, not that all is in order. */
export type Verdict = Level | "none";

/** From the gravest on. */
export const VERDICTS: readonly Verdict[] = [...LEVELS.toReversed(), "none"];

export const VERDICT_WORDS: Record<Verdict, string> = { ...LEVEL_WORDS, none: "Nothing found" };

/** The verdict on a post with these findings; a suppressed one does not count. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const levels = new Set(standingOf(findings).map(({ level }) => level));
  return VERDICTS.find((verdict) => verdict === "none" || levels.has(verdict))!;
}

/** The findings that nobody has suppressed. */
export const standingOf = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ suppressed }) => suppressed === null);

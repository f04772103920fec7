import type { Finding } from "../model/finding.ts";
import { atLeast } from "../model/rule.ts";
import type { Span } from "../model/span.ts";

/** What a careful reader said about a post. */
export interface Label {
  readonly id: string;
  readonly text: string;
  /** The clause to cite; null for a compliant post. */
  readonly primary: string | null;
  /** All clauses that a reader would accept. */
  readonly clauses: readonly string[];
  /** The words that show the breach; null where metadata alone does. */
  readonly trigger: string | null;
  readonly tags: readonly string[];
}

export interface Judged {
  readonly label: Label;
  readonly findings: readonly Finding[];
}

/** Counts, not shares. */
export interface Score {
  breaching: number;
  flagged: number;
  cited: number;
  accepted: number;
  /** Findings at warning or above on breaching posts, and those among them that cite an accepted clause. */
  citations: number;
  rightCitations: number;
  /** Of the cited posts that have a trigger: the finding that cites points at it. */
  placeable: number;
  placed: number;
  compliant: number;
  leftAlone: number;
  hard: number;
  hardLeftAlone: number;
  falseErrors: number;
  suggested: number;
}

const emptyScore = (): Score => ({
  breaching: 0,
  flagged: 0,
  cited: 0,
  accepted: 0,
  citations: 0,
  rightCitations: 0,
  placeable: 0,
  placed: 0,
  compliant: 0,
  leftAlone: 0,
  hard: 0,
  hardLeftAlone: 0,
  falseErrors: 0,
  suggested: 0,
});

/** Findings that count: at warning or above. */
export const weighty = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((finding) => atLeast(finding.level, "warning"));

function addToScore(score: Score, { label, findings }: Judged): void {
  const counting = weighty(findings);
  if (label.primary === null) addCompliant(score, label, findings, counting);
  else addBreaching(score, label, counting);
}

export const isCited = ({ label, findings }: Judged): boolean =>
  weighty(findings).some(({ clause }) => clause === label.primary);

function addBreaching(score: Score, label: Label, counting: readonly Finding[]): void {
  score.breaching++;
  if (counting.length > 0) score.flagged++;
  const citing = counting.filter(({ clause }) => clause === label.primary);
  const accepted = counting.filter(({ clause }) => clause !== null && label.clauses.includes(clause));
  if (citing.length > 0) score.cited++;
  if (accepted.length > 0) score.accepted++;
  score.citations += counting.length;
  score.rightCitations += accepted.length;
  if (citing.length === 0 || label.trigger === null) return;
  const start = label.text.indexOf(label.trigger);
  const trigger = { start, end: start + label.trigger.length };
  score.placeable++;
  if (citing.some(({ passage }) => passage.span !== null && intersectionOverUnion(passage.span, trigger) >= 0.3))
    score.placed++;
}

function addCompliant(score: Score, label: Label, findings: readonly Finding[], counting: readonly Finding[]): void {
  const hard = label.tags.includes("hard");
  score.compliant++;
  if (hard) score.hard++;
  if (counting.length === 0) {
    score.leftAlone++;
    if (hard) score.hardLeftAlone++;
  }
  if (counting.some(({ level }) => level === "error")) score.falseErrors++;
  if (findings.some(({ level, clause }) => level === "suggestion" && clause !== null)) score.suggested++;
}

function intersectionOverUnion(a: Span, b: Span): number {
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return shared / (a.end - a.start + (b.end - b.start) - shared);
}

export function scoreOf(posts: readonly Judged[]): Score {
  const score = emptyScore();
  for (const post of posts) addToScore(score, post);
  return score;
}

/** A share in per cent with one decimal, or a dash where there is nothing to share. */
export const share = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}%`;

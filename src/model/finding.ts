import type { ClauseId } from "./policy.ts";
import { atLeast, type Confidence, isUpkeep, type Level, type RuleId } from "./rule.ts";
import type { Span } from "./span.ts";

/** A passage of a post's copy, in offsets of the copy as the author typed it. */
export interface Passage {
  /** `text`, `title`, `media[0].alt` … or a metadata path such as `publish_at`. */
  readonly field: string;
  /** Null only where something is absent or stands in metadata. */
  readonly span: Span | null;
}

/** A passage with what it shows: the name of a fact, or the words of the detector. */
export interface Evidence extends Passage {
  readonly shows: string;
}

/** What a detector saw. It names no rule and no clause: that comes with judging. */
export interface Match {
  readonly passage: Passage;
  readonly evidence: readonly Evidence[];
}

export interface Suppression {
  readonly kind: "comment" | "key" | "column" | "baseline";
  readonly reason: string;
  readonly by: string | null;
  readonly until: string | null;
}

export interface Finding extends Match {
  readonly rule: RuleId;
  readonly clause: ClauseId | null;
  readonly also: readonly ClauseId[];
  readonly level: Level;
  readonly confidence: Confidence;
  readonly message: string;
  readonly advice: string;
  /** The passage in other words, where that is mechanical. */
  readonly rewrite: string | null;
  readonly mask: boolean;
  readonly suppressed: Suppression | null;
  /** What its rule made of it, where the second opinion makes less. */
  readonly doubted?: Pick<Finding, "level" | "message">;
}

/**
 * Whether a finding fails a run that fails from `floor` up, which is null where nothing does. What needs looking after is never
 * above suggestion; whoever lets no warning pass lets no unexplained suppression pass either.
 */
export function isFailing({ rule, level, suppressed }: Finding, floor: Level | null): boolean {
  if (suppressed !== null || floor === null) return false;
  return atLeast(level, floor) || (isUpkeep(rule) && failsForUpkeep(floor));
}

/** Whether a run that fails from `floor` up fails for a suppression or an accepted finding that needs looking after. */
export const failsForUpkeep = (floor: Level | null): boolean => floor !== null && floor !== "error";

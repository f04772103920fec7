import type { Summary } from "../model/report.ts";
import type { Level } from "../model/rule.ts";

export const FAIL_ON = ["error", "warning", "suggestion", "never"] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** The mildest level that fails a run; null where nothing does. */
export const floorOf = (failOn: FailOn): Level | null => (failOn === "never" ? null : failOn);

/** 0: nothing to fail for; 1: findings at the fail level; 2: not the whole job was done; 130: interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;

/** A run when it is over. */
export interface Outcome {
  readonly summary: Pick<Summary, "posts" | "unread">;
  /** How much was found that fails the run. */
  readonly failing: number;
  /** What else kept the tool from doing its whole job: bad usage, a bad rule set, a missing base, its own crash. */
  readonly failed: boolean;
  /** Whether a run without any post is in order: `--allow-empty`, `--changed-since`, `--staged`. */
  readonly mayBeEmpty: boolean;
  readonly interrupted: boolean;
}

/** The exit code of a run: 130 beats 2 beats 1 beats 0. */
export function verdict({ summary, failing, failed, mayBeEmpty, interrupted }: Outcome): ExitCode {
  if (interrupted) return 130;
  if (failed || summary.unread > 0) return 2;
  if (summary.posts === 0 && !mayBeEmpty) return 2;
  return failing > 0 ? 1 : 0;
}

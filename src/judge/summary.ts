import { failsForUpkeep, isFailing } from "../model/finding.ts";
import type { Source } from "../model/post.ts";
import type { Note, PostResult, Problem, Summary } from "../model/report.ts";
import { atLeast, isUpkeep, type Level } from "../model/rule.ts";
import { unreadPlaces } from "./unread.ts";

/** Counts what comes of sources, in their order: what is wrong with a post comes before it. */
export interface Tally {
  post(result: PostResult): void;
  /** A post of this place was checked, and its result is none of this run's. */
  passedOver(source: Source): void;
  problem(problem: Problem): void;
  /** Counts what needs looking after; any other note is nothing to count. */
  note(note: Note): void;
  /** Which of the sources were read without a problem, now that all are read. */
  readWhole(files: readonly string[]): ReadWhole;
  /** What was counted so far. `files` is the number of sources that were opened, `asked` of those that were to be. */
  summary(files: number, asked?: number): Summary;
  /** How much of it fails the run. */
  failing(): number;
}

/** What a run read without a problem. */
export interface ReadWhole {
  /** Names of sources. */
  readonly files: readonly string[];
  /** Whether nothing that was asked for is left: else a file that is gone may be one of those, under a new name. */
  readonly isAll: boolean;
}

/** `failsFrom` is the mildest level that fails the run for what stands in a source, or in none; null where nothing fails it. */
export function tally(failsFrom: (file: string | null) => Level | null = () => null): Tally {
  const counts = { failing: 0, posts: 0, flagged: 0, suppressed: 0, error: 0, warning: 0, suggestion: 0, upkeep: 0 };
  const unread = unreadPlaces();
  return {
    post({ post, findings }) {
      unread.read(post.source);
      const standing = findings.filter((finding) => finding.suppressed === null);
      counts.posts += 1;
      counts.suppressed += findings.length - standing.length;
      counts.flagged += standing.some(({ level }) => atLeast(level, "warning")) ? 1 : 0;
      for (const { level } of standing) counts[level] += 1;
      counts.upkeep += standing.filter(({ rule }) => isUpkeep(rule)).length;
      const floor = failsFrom(post.source.file);
      counts.failing += standing.filter((finding) => isFailing(finding, floor)).length;
    },
    note({ source, upkeep }) {
      if (!upkeep) return;
      counts.upkeep += 1;
      if (failsForUpkeep(failsFrom(source?.file ?? null))) counts.failing += 1;
    },
    passedOver: unread.read,
    problem: unread.problem,
    readWhole: (files) => ({ files: files.filter(unread.isWhole), isAll: unread.count() === 0 }),
    summary(files, asked = files) {
      const left = unread.left(asked);
      return {
        files,
        posts: counts.posts,
        unread: unread.count(),
        flagged: counts.flagged,
        errors: counts.error,
        warnings: counts.warning,
        suggestions: counts.suggestion,
        suppressed: counts.suppressed,
        ...(left !== null && { left }),
        ...(counts.upkeep > 0 && { upkeep: counts.upkeep }),
      };
    },
    failing: () => counts.failing,
  };
}

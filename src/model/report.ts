import type { Finding } from "./finding.ts";
import type { Policy } from "./policy.ts";
import type { Post, Source } from "./post.ts";
import type { RuleCard } from "./rule.ts";

/** Something that could not be checked. */
export interface Problem {
  readonly source: Source | null;
  readonly message: string;
  /** A whole post could not. Without it, the post that stands at this place was checked but for this. */
  readonly lost?: true;
  /** Of a row of a table: the row of the table's headings, null where it has none. Left out for all else. */
  readonly headingRow?: number | null;
}

/** Something about the run that is no finding. */
export interface Note {
  readonly source: Source | null;
  readonly message: string;
  /** A suppression or an accepted finding needs looking after: a strict run fails for it. */
  readonly upkeep?: true;
}

export interface PostResult {
  readonly post: Post;
  /** In reading order. */
  readonly findings: readonly Finding[];
}

export interface RuleSetName {
  readonly name: string;
  readonly version: string;
  /** `sha256:` and the digest of what was loaded. */
  readonly digest: string;
}

/** What is known before the first post is read. */
export interface RunHead {
  readonly tool: { readonly name: "postlint"; readonly version: string };
  readonly ruleset: RuleSetName;
  readonly policy: Policy;
  /** ISO date that stands for today. */
  readonly asOf: string;
  /** What the rules say of themselves: for reports that describe a rule once, not with each finding. */
  readonly cards?: () => readonly RuleCard[];
  /** Where the pages on rules and clauses are published: a folder's URL with a slash at its end; null where they are not. */
  readonly docsUrl?: string | null;
}

/** What a run could not check. */
export interface Left {
  /** Sources that the run was to read, those counted in that could not be opened. */
  readonly ofFiles: number;
  /** Sources of which nothing was read. */
  readonly files: number;
  /** Places in the other sources. */
  readonly rows: number;
  readonly lines: number;
  readonly others: number;
  /** Posts that were checked, and of which something could not be read. */
  readonly inPart: number;
}

export interface Summary {
  readonly files: number;
  readonly posts: number;
  /** Sources, rows or posts that could not be checked. */
  readonly unread: number;
  /** Posts with an unsuppressed finding at warning or above. */
  readonly flagged: number;
  readonly errors: number;
  readonly warnings: number;
  readonly suggestions: number;
  readonly suppressed: number;
  /** What `unread` comes to; left out where all was read. */
  readonly left?: Left;
  /** Suppressions and accepted findings that somebody has to look after; left out where there are none. A strict run fails for them. */
  readonly upkeep?: number;
}

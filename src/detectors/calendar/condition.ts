import type { Digest } from "./digest.ts";

/** A post for which a condition holds. */
export interface Hit {
  /** Its position among the posts. */
  readonly post: number;
  /** The field that the finding is about. */
  readonly field: string;
  /** What the other posts show, to go into a sentence. */
  readonly shows: string;
}

/** What several posts of a calendar show together. `looks[n]` is whether the rule looks at post n. */
export type Condition = (posts: readonly Digest[], looks: (post: number) => boolean) => readonly Hit[];

/** Positions of the posts that a rule looks at, by what `keyOf` says of them; those with null are left out. */
export function grouped(
  posts: readonly Digest[],
  looks: (post: number) => boolean,
  keyOf: (post: Digest) => string | null,
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  posts.forEach((post, position) => {
    const key = looks(position) ? keyOf(post) : null;
    if (key === null) return;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [position]);
    else group.push(position);
  });
  return groups;
}

/** By day, then by place in the calendar. */
export const byDay = (posts: readonly Digest[], positions: readonly number[]): readonly number[] =>
  positions.toSorted((a, b) => compare(posts[a]!.day ?? "", posts[b]!.day ?? "") || a - b);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

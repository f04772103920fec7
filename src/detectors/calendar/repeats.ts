import { dayAfter } from "../../model/london.ts";
import { byDay, type Condition, grouped, type Hit } from "./condition.ts";
import type { Digest } from "./digest.ts";

/** The same words a second time on one channel of one account; also where no post says its channel. The later one is reported. */
export const sameCopy: Condition = (posts, looks) =>
  [...grouped(posts, looks, ({ outlet, words }) => `${outlet}\n${words}`).values()].flatMap((alike) => {
    const [first, ...others] = byDay(posts, alike);
    return others.map((post): Hit => ({ post, field: "text", shows: posts[first!]!.name }));
  });

/** Nearly the same words a second time within so many days on one channel of one account. The later one is reported. */
export function similarCopy(days: number): Condition {
  return (posts, looks) =>
    [
      ...grouped(posts, looks, ({ outlet, day, shingles }) =>
        day === null || shingles.length === 0 ? null : outlet,
      ).values(),
    ]
      .map((group) => byDay(posts, group))
      .flatMap((group) =>
        group.flatMap((post, at) => {
          const earlier = group
            .slice(firstWithin(posts, group, at, days), at)
            .find((other) => areSimilar(posts[post]!, posts[other]!));
          return earlier === undefined ? [] : [{ post, field: "text", shows: posts[earlier]!.name }];
        }),
      );
}

function firstWithin(posts: readonly Digest[], group: readonly number[], at: number, days: number): number {
  const earliest = dayAfter(posts[group[at]!]!.day!, 1 - days);
  let first = at;
  while (first > 0 && posts[group[first - 1]!]!.day! >= earliest) first--;
  return first;
}

/** Of the threes of words in either, so many stand in both. */
const SIMILAR = 0.75;

function areSimilar(a: Digest, b: Digest): boolean {
  // The same words are sameCopy's to report.
  if (a.words === b.words) return false;
  const [few, many] = a.shingles.length < b.shingles.length ? [a.shingles, b.shingles] : [b.shingles, a.shingles];
  if (few.length < SIMILAR * many.length) return false;
  const shared = sharedIn(few, many);
  return shared >= SIMILAR * (few.length + many.length - shared);
}

/** How many numbers stand in both of two ascending lists. */
function sharedIn(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      shared++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return shared;
}

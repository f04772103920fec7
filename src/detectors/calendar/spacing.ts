import { sayDay } from "../../model/london.ts";
import { daysBetween } from "../dates/calendar-day.ts";
import { byDay, type Condition, grouped, type Hit } from "./condition.ts";
import type { Digest } from "./digest.ts";

const dated = ({ outlet, day }: Digest): string | null => (day === null ? null : outlet);

/** Two posts on one channel of one account at the same minute. The later one in the calendar is reported. */
export const sameMinute: Condition = (posts, looks) =>
  [
    ...grouped(posts, looks, ({ outlet, day, minute }) =>
      outlet === null || minute === null ? null : `${outlet}\n${day}\n${minute}`,
    ).values(),
  ].flatMap(([first, ...others]) =>
    others.map((post): Hit => ({ post, field: "publish_at", shows: posts[first!]!.name })),
  );

/** More posts than so many on one channel of one account in a day. Reported once a day, on the first that is too many. */
export function pileUp(most: number): Condition {
  return (posts, looks) =>
    [...grouped(posts, looks, (post) => (dated(post) === null ? null : `${post.outlet}\n${post.day}`)).values()]
      .filter((group) => group.length > most)
      .map((group): Hit => {
        const post = group.toSorted((a, b) => (posts[a]!.minute ?? 0) - (posts[b]!.minute ?? 0) || a - b)[most]!;
        const { channel, day } = posts[post]!;
        return { post, field: "publish_at", shows: `${group.length} posts on ${channel} on ${sayDay(day!)}` };
      });
}

/**
 * Nothing on one channel of one account for longer than so many days, though something mostly goes out there three times as
 * often. The post after the gap is reported.
 */
export function gap(days: number): Condition {
  return (posts, looks) =>
    [...grouped(posts, looks, dated).values()].flatMap((group) => {
      const sorted = byDay(posts, group);
      const gaps = sorted.slice(1).map((post, at) => ({
        post,
        before: sorted[at]!,
        days: daysBetween(posts[sorted[at]!]!.day!, posts[post]!.day!),
      }));
      const usual = gaps.map((each) => each.days).sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
      if (gaps.length < FEWEST_GAPS || usual * 3 > days) return [];
      return gaps
        .filter((each) => each.days > days)
        .map(({ post, before, ...found }): Hit => {
          const { channel, day } = posts[post]!;
          const shows = `nothing on ${channel} for ${found.days} days, from ${sayDay(posts[before]!.day!)} to ${sayDay(day!)}`;
          return { post, field: "publish_at", shows };
        });
    });
}

/** What is usual shows only in a calendar of some posts. */
const FEWEST_GAPS = 5;

import { hashesOf, hashOf } from "../../model/hash.ts";
import { londonTime, timeOfDay } from "../../model/london.ts";
import type { Post, Source } from "../../model/post.ts";
import type { Document } from "../../prepare/document.ts";

/** What is kept of a post until the others of its calendar are there. Plain data, so that a thread can hand it on. */
export interface Digest {
  /** The calendar rules that look at it, by their index in the rule set, ascending. */
  readonly rules: readonly number[];
  /** How to name it to the person whose calendar it is: `row 12`. */
  readonly name: string;
  /** Where it goes out: channel and account; null where the channel is not known. */
  readonly outlet: string | null;
  readonly channel: string | null;
  /** ISO date in London; null where it is not known. */
  readonly day: string | null;
  /** Minutes since midnight in London; null where only the day is known. */
  readonly minute: number | null;
  /** Stands for its words in their order: two posts with the same words have the same. */
  readonly words: string;
  /** Stand for each three words in a row, ascending, none twice; none for short copy. */
  readonly shingles: readonly number[];
}

export function digestOf({ post, copies }: Document, rules: readonly number[]): Digest {
  const { channel = null, account, publish_at } = post.meta;
  const words = copies[0]!.words
    .filter(({ within }) => within === "prose" || within === "hashtag")
    .map(({ text }) => text);
  return {
    rules,
    name: nameOf(post),
    outlet: channel === null ? null : `${channel} ${account ?? ""}`,
    channel,
    day: publish_at === undefined ? null : londonTime(publish_at.at).day,
    minute: publish_at === undefined ? null : timeOfDay(publish_at.at),
    words: wordsKey(words),
    shingles: words.length < FEWEST_WORDS ? [] : shinglesOf(words),
  };
}

/** Copy of fewer words is too short to be nearly the same as other copy. */
const FEWEST_WORDS = 8;
const SHINGLE = 3;

function shinglesOf(words: readonly string[]): readonly number[] {
  const shingles = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at++) {
    const three = words.slice(at, at + SHINGLE).join(" ");
    shingles.add(hashOf(three, 0, three.length));
  }
  return [...shingles].sort((a, b) => a - b);
}

const wordsKey = (words: readonly string[]): string => [words.length, ...hashesOf(words.join(" "))].join(" ");

function nameOf({ id, source }: Post): string {
  const { sheet, row, line, cell }: Source = source;
  if (row !== null) return sheet === null ? `row ${row}` : `${sheet}!${cell ?? row}`;
  return line === null ? id : `line ${line}`;
}

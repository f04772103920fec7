import { londonTime } from "../../model/london.ts";
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
  const published = publish_at === undefined ? null : londonTime(publish_at.at);
  const words = copies[0]!.words
    .filter(({ within }) => within === "prose" || within === "hashtag")
    .map(({ text }) => text);
  return {
    rules,
    name: nameOf(post),
    outlet: channel === null ? null : `${channel} ${account ?? ""}`,
    channel,
    day: published?.day ?? null,
    // Midnight is how a date without a time is read; nobody plans a post for it.
    minute: published === null || published.minute === 0 ? null : published.minute,
    words: wordsKey(words),
    shingles: words.length < FEWEST_WORDS ? [] : shinglesOf(words),
  };
}

/** Copy of fewer words is too short to be nearly the same as other copy. */
const FEWEST_WORDS = 8;
const SHINGLE = 3;

function shinglesOf(words: readonly string[]): readonly number[] {
  const shingles = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at++) shingles.add(hash(words.slice(at, at + SHINGLE).join(" "), 0));
  return [...shingles].sort((a, b) => a - b);
}

const wordsKey = (words: readonly string[]): string => {
  const text = words.join(" ");
  return `${words.length} ${hash(text, 0)} ${hash(text, 1)}`;
};

/** FNV-1a over UTF-16 units. */
function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

function nameOf({ id, source }: Post): string {
  const { sheet, row, line, cell }: Source = source;
  if (row !== null) return sheet === null ? `row ${row}` : `${sheet}!${cell ?? row}`;
  return line === null ? id : `line ${line}`;
}

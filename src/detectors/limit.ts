import { CHANNEL_NAMES } from "../model/channel-names.ts";
import { COUNTS, type Count, type Limit } from "../model/dated.ts";
import { londonTime } from "../model/london.ts";
import { lastFrom, type Span } from "../model/span.ts";
import type { Document, PreparedCopy } from "../prepare/document.ts";
import { type Detector, type Finder, type Sighting, signClue } from "./detector.ts";
import { type Countable, measure } from "./limits/measure.ts";
import { threadParts } from "./limits/thread.ts";

export interface LimitSpec {
  readonly limit: string;
  readonly counts?: readonly Count[];
}

export const limit = {
  describe: "What goes beyond a limit of the channel that the post is for. The passage is what is too much.",
  restsOnWords: false,
  shape: (z, _find, known) => ({
    limit: z
      .enum(Object.keys(known.data).filter((name) => known.data[name]!.limits))
      .describe("Dated data that holds limits of channels."),
    counts: z.array(z.enum(COUNTS)).min(1).optional().describe("Only limits that are counted so."),
  }),
  compile: ({ limit: name, counts = COUNTS }: LimitSpec, workshop): Finder => {
    const limits = workshop.data(name).limits.filter(({ count }) => counts.includes(count));
    return {
      clue: () => signClue("meta"),
      wide: true,
      says: `more ${counts.includes("hashtags") && counts.length === 1 ? "hashtags" : "copy"} than the channel takes`,
      parts: [],
      find(document) {
        const { channel, channels = [channel] } = document.post.meta;
        return limits
          .filter((each) => channels.includes(each.channel) && isInForce(each, document))
          .flatMap((each) => document.copies.filter(({ field }) => field === each.field).flatMap(beyond(each)));
      },
    };
  },
  asks: () => ["channel"],
} satisfies Detector;

/** On the day of publication, or today where that is not known. */
function isInForce({ from, until }: Limit, { post, circumstances }: Document): boolean {
  const { publish_at } = post.meta;
  const day = publish_at === undefined ? circumstances.today : londonTime(publish_at.at).day;
  if (day === null) return until === null;
  return (from === null || from <= day) && (until === null || day <= until);
}

const beyond =
  ({ count, most, confidence, channel }: Limit) =>
  (copy: PreparedCopy): Sighting[] => {
    const whole = countable(copy);
    if (measure(whole, count, most).over === null) return [];
    const parts = count === "hashtags" ? [{ start: 0, end: whole.text.length }] : (threadParts(whole.text) ?? []);
    return parts.flatMap((part) => {
      const { size, over } = measure(within(part, whole), count, most);
      if (over === null) return [];
      const start = plainOffset(copy, part.start + over.start);
      const end = plainOffset(copy, part.start + over.end);
      const sentence = lastFrom(copy.sentences, start) ?? copy.sentences[0] ?? null;
      const where = parts.length > 1 ? " in one part of the thread" : "";
      const shows = `${size} ${UNITS[count]}${where}, and ${CHANNEL_NAMES[channel] ?? channel} takes ${most}`;
      return [{ sentence, field: copy.field, start, end, shows, confidence, parts: [] }];
    });
  };

/** A part of what is counted, with offsets from its own beginning. */
function within({ start, end }: Span, { text, links, hashtags }: Countable): Countable {
  const moved = (spans: readonly Span[]) =>
    spans
      .filter((span) => span.start >= start && span.end <= end)
      .map((span) => ({ start: span.start - start, end: span.end - start }));
  return { text: text.slice(start, end), links: moved(links), hashtags: moved(hashtags) };
}

const UNITS: Readonly<Record<Count, string>> = {
  weighted: "characters as X counts them",
  graphemes: "characters",
  units: "characters",
  bytes: "bytes",
  hashtags: "hashtags",
};

function countable({ copy, plain, marked }: PreparedCopy): Countable {
  const typed = (kind: "link" | "hashtag"): Span[] =>
    marked.filter((mark) => mark.kind === kind).map((mark) => plain.toOriginal(mark));
  return { text: copy.text, links: typed("link"), hashtags: typed("hashtag") };
}

/** The first offset of the plain text that leads back to `typed` or beyond. */
function plainOffset({ plain }: PreparedCopy, typed: number): number {
  let low = 0;
  let high = plain.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (plain.toOriginal({ start: middle, end: middle + 1 }).start < typed) low = middle + 1;
    else high = middle;
  }
  return low;
}

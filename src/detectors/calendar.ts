import { allSentences, type Document } from "../prepare/document.ts";
import type { Condition } from "./calendar/condition.ts";
import { sameCopy, similarCopy } from "./calendar/repeats.ts";
import { gap, pileUp, sameMinute } from "./calendar/spacing.ts";
import { type Detector, type Finder, type FindSpec, signClue } from "./detector.ts";

const QUESTIONS = ["same_copy", "similar_copy", "same_minute", "more_than", "gap"] as const;

interface Questions {
  readonly same_copy?: true;
  readonly similar_copy?: { readonly within: string };
  readonly same_minute?: true;
  readonly more_than?: { readonly posts: number; readonly within: "1 day" };
  readonly gap?: { readonly longer_than: string };
}

export interface CalendarSpec {
  readonly calendar: Questions & { readonly posts?: FindSpec };
}

export const calendar = {
  describe:
    "What the posts of one calendar (a source with several posts) show together. It stands alone in a find; unless: leaves posts out of the question.",
  restsOnWords: false,
  shape: (z, find) => {
    const days = z.string().regex(DAYS, "expected a number of days such as 7 days");
    return {
      calendar: z
        .strictObject({
          posts: find.optional().describe("Which posts are looked at; all without it."),
          same_copy: z.literal(true).optional().describe("The same words twice on one channel of one account."),
          similar_copy: z
            .strictObject({ within: days })
            .optional()
            .describe("Nearly the same words twice within so many days on one channel of one account."),
          same_minute: z.literal(true).optional().describe("Two posts at one minute on one channel of one account."),
          more_than: z
            .strictObject({ posts: z.int().positive(), within: z.literal("1 day") })
            .optional()
            .describe("More posts than so many in a day on one channel of one account."),
          gap: z
            .strictObject({ longer_than: days })
            .optional()
            .describe("Longer than so many days without a post on a channel that mostly has one three times as often."),
        })
        .refine((asked) => QUESTIONS.filter((key) => asked[key] !== undefined).length === 1, {
          error: `say exactly one of ${QUESTIONS.join(", ")}`,
        }),
    };
  },
  compile: ({ calendar: asked }: CalendarSpec, workshop): Finder => {
    const posts = asked.posts === undefined ? null : workshop.compile(asked.posts);
    return {
      clue: () => signClue("calendar"),
      wide: true,
      says: saysOf(asked),
      parts: posts === null ? [] : [posts],
      find: () => [],
      calendar: {
        condition: conditionOf(asked),
        looksAt: (document: Document) => posts === null || posts.find(document, allSentences(document)).length > 0,
      },
    };
  },
  parts: ({ calendar: { posts } }: CalendarSpec) => (posts === undefined ? [] : [posts]),
  asks: () => ["channel", "publish_at"],
} satisfies Detector;

const DAYS = /^([1-9]\d{0,2}) days?$/u;
const daysIn = (written: string): number => Number(DAYS.exec(written)![1]);

function conditionOf({ similar_copy, same_minute, more_than, gap: silence }: Questions): Condition {
  if (similar_copy !== undefined) return similarCopy(daysIn(similar_copy.within));
  if (same_minute) return sameMinute;
  if (more_than !== undefined) return pileUp(more_than.posts);
  if (silence !== undefined) return gap(daysIn(silence.longer_than));
  return sameCopy;
}

function saysOf({ similar_copy, same_minute, more_than, gap: silence }: Questions): string {
  if (similar_copy !== undefined) return `nearly the same words twice within ${similar_copy.within} on one channel`;
  if (same_minute) return "two posts at one minute on one channel";
  if (more_than !== undefined) return `more than ${more_than.posts} posts in a day on one channel`;
  if (silence !== undefined) return `longer than ${silence.longer_than} without a post on one channel`;
  return "the same words twice on one channel";
}

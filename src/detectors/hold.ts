import type { Hold } from "../model/circumstances.ts";
import type { Post } from "../model/post.ts";
import { type Detector, type Finder, signClue } from "./detector.ts";

export const hold = {
  describe:
    "Every post while an emergency hold is on (--hold), but those that it lets through; nothing at other times.",
  restsOnWords: false,
  shape: (z) => ({ hold: z.literal(true).describe("Always true.") }),
  compile: (): Finder => ({
    clue: () => signClue("hold"),
    wide: true,
    says: "any post, while a hold is on",
    parts: [],
    find: ({ post, circumstances }) => {
      if (circumstances.hold === null || isLetThrough(post, circumstances.hold)) return [];
      return [{ sentence: null, field: "text", start: 0, end: 0, shows: "a hold is on", parts: [] }];
    },
  }),
} satisfies Detector;

const isLetThrough = ({ meta }: Post, hold: Hold): boolean =>
  (Object.keys(hold) as (keyof Hold)[]).some((field) => {
    const value = meta[field]?.toLowerCase();
    return value !== undefined && hold[field]!.some((accepted) => accepted.toLowerCase() === value);
  });

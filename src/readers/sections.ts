import type { KeptLine } from "./markdown-lines.ts";

/** The highest level at which at least two headings label a post: "Post 2", "Tuesday", "3." */
export function guessLevel(kept: readonly KeptLine[]): number | null {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (const { heading } of kept) {
    if (heading !== null && LABEL.test(heading.label)) counts[heading.level]!++;
  }
  const level = counts.findIndex((count) => count >= 2);
  return level < 0 ? null : level;
}

export interface Section {
  readonly label: string;
  /** 1-based line of the heading. */
  readonly line: number;
  readonly lines: KeptLine[];
  /** Comments to postlint right above the heading: they are about the whole post. */
  readonly above: readonly KeptLine[];
}

export interface Sections {
  readonly posts: readonly Section[];
  /** What stands under no heading of a post. */
  readonly aside: readonly KeptLine[];
}

/** Said of words aside. */
export const UNDER_NO_HEADING = "What stands here is under no heading of a post and was not checked";

/** Null where no heading of that level has anything under it: then the headings are the copy. */
export function sectionsOf(kept: readonly KeptLine[], level: number): Sections | null {
  const posts: Section[] = [];
  const aside: KeptLine[] = [];
  const stranded: KeptLine[] = [];
  let current: KeptLine[] = aside;
  for (const line of kept) {
    if (line.heading?.level === level) {
      const section: Section = {
        label: line.heading.label,
        line: line.line,
        lines: [],
        above: ordersAtEnd(current),
      };
      posts.push(section);
      current = section.lines;
    } else if (line.heading !== null && line.heading.level < level) {
      // "# Week 2" between the posts belongs to none of them, nor does a comment above it.
      stranded.push(...ordersAtEnd(current));
      current = aside;
    } else current.push(line);
  }
  return posts.some((section) => section.lines.some(isWritten)) ? { posts, aside: [...stranded, ...aside] } : null;
}

/** Takes the comments to postlint off the end of `lines`. */
function ordersAtEnd(lines: KeptLine[]): readonly KeptLine[] {
  const orders: KeptLine[] = [];
  for (let last = lines.at(-1); last !== undefined && !isWritten(last); last = lines.at(-1)) {
    lines.pop();
    if (last.order !== undefined) orders.unshift(last);
  }
  return orders;
}

const LABEL =
  /^[*_\s]*(?:posts?|tweets?|slots?|days?|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|\d+)(?![\p{L}])/iu;

/** An id made of a heading; `taken` remembers the ones of a file. */
export function uniqueSlug(label: string, taken: Map<string, number>): string {
  const words = label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["post"];
  const slug = words.slice(0, 8).join("-");
  const count = (taken.get(slug) ?? 0) + 1;
  taken.set(slug, count);
  return count === 1 ? slug : `${slug}-${count}`;
}

export const isWritten = ({ pieces }: KeptLine): boolean => pieces.some(({ text }) => text.trim() !== "");

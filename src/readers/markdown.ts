import type { Stretch } from "../model/post.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { type KeptLine, keptLines } from "./markdown-lines.ts";
import { own } from "./meta.ts";
import { type Draft, postsOf } from "./post.ts";
import type { Reader, Reading } from "./reader.ts";
import { noteAt, onLine, placeAt, problemAt } from "./readings.ts";
import { nameOf } from "./text.ts";
import { describeBroken, splitLines, textOf } from "./utf8.ts";

/** Markdown: one post, or one under each of the headings that label posts. Front matter is metadata of each. */
export const markdown: Reader = async function* (source, settings) {
  const file = source.name;
  const text = await textOf(source.bytes);
  if (typeof text !== "string") {
    yield problemAt(placeAt(file, text.line), describeBroken(text));
    return;
  }
  const lines = splitLines(text);
  const front = await readFrontMatter(lines, file);
  yield* front.problems;
  const { kept, unclosedFence } = keptLines(lines, front.end);
  if (unclosedFence !== null) {
    yield noteAt(placeAt(file, unclosedFence), "This code block is never closed, so what follows was read as copy");
  }
  const split = splitSetting(own(front.fields, "split"), file);
  yield* split.problems;
  const level = split.level === "guess" ? guessLevel(kept) : split.level;
  const sections = level === null ? null : sectionsOf(kept, level);
  const read = postsOf(settings);
  if (sections === null) yield* readSingle(read, kept, front, file);
  else yield* readSections(read, sections, front, file);
};

/** At which level of heading a file falls into posts; null for one post. */
type SplitLevel = number | null | "guess";

function splitSetting(value: unknown, file: string): { level: SplitLevel; problems: readonly Reading[] } {
  if (value === undefined || value === null) return { level: "guess", problems: [] };
  if (value === false || value === "none") return { level: null, problems: [] };
  const level = typeof value === "string" ? /^h([1-6])$/iu.exec(value.trim())?.[1] : undefined;
  if (level !== undefined) return { level: Number(level), problems: [] };
  const message = "split should be a level of heading such as h2, or none";
  return { level: "guess", problems: [problemAt(placeAt(file, 1), message)] };
}

const LABEL =
  /^[*_\s]*(?:posts?|tweets?|slots?|days?|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|\d+)(?![\p{L}])/iu;

/** The highest level at which at least two headings label a post: "Post 2", "Tuesday", "3." */
function guessLevel(kept: readonly KeptLine[]): number | null {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (const { heading } of kept) {
    if (heading !== null && LABEL.test(heading.label)) counts[heading.level]!++;
  }
  const level = counts.findIndex((count) => count >= 2);
  return level < 0 ? null : level;
}

interface Section {
  readonly label: string;
  /** 1-based line of the heading. */
  readonly line: number;
  readonly lines: KeptLine[];
}

interface Sections {
  readonly posts: readonly Section[];
  /** What stands under no heading of a post. */
  readonly aside: readonly KeptLine[];
}

/** Null where no heading of that level has anything under it: then the headings are the copy. */
function sectionsOf(kept: readonly KeptLine[], level: number): Sections | null {
  const posts: Section[] = [];
  const aside: KeptLine[] = [];
  let current: KeptLine[] = aside;
  for (const line of kept) {
    if (line.heading?.level === level) {
      const section: Section = { label: line.heading.label, line: line.line, lines: [] };
      posts.push(section);
      current = section.lines;
    } else if (line.heading !== null && line.heading.level < level) {
      // "# Week 2" between the posts belongs to none of them.
      current = aside;
    } else current.push(line);
  }
  return posts.some((section) => section.lines.some(isWritten)) ? { posts, aside } : null;
}

function* readSingle(
  read: ReturnType<typeof postsOf>,
  kept: readonly KeptLine[],
  front: FrontMatter,
  file: string,
): Generator<Reading> {
  const copy = copyFrom(kept);
  if (copy === null) yield noteAt(placeAt(file, null), "This file has no post");
  else yield* read({ ...draftOf(front, copy, file, copy.line), derivedId: nameOf(file) });
}

function* readSections(
  read: ReturnType<typeof postsOf>,
  { posts, aside }: Sections,
  front: FrontMatter,
  file: string,
): Generator<Reading> {
  // A title or an id of the whole file is the calendar's name, not copy and identity of each post in it.
  const { id: _id, title: _title, first_comment: _comment, ...fields } = front.fields;
  const shared = { ...front, fields };
  const outside = aside.find(isWritten);
  if (outside !== undefined) {
    yield noteAt(placeAt(file, outside.line), "What stands here is under no heading of a post and was not checked");
  }
  const taken = new Map<string, number>();
  for (const section of posts) {
    const copy = copyFrom(section.lines);
    const derivedId = uniqueSlug(section.label, taken);
    if (copy === null) yield noteAt(placeAt(file, section.line), "This post has no copy yet");
    else yield* read({ ...draftOf(shared, copy, file, section.line), derivedId });
  }
}

function uniqueSlug(label: string, taken: Map<string, number>): string {
  const words = label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["post"];
  const slug = words.slice(0, 8).join("-");
  const count = (taken.get(slug) ?? 0) + 1;
  taken.set(slug, count);
  return count === 1 ? slug : `${slug}-${count}`;
}

interface MarkdownCopy {
  readonly text: string;
  readonly stretches: readonly Stretch[];
  /** 1-based line of its first word. */
  readonly line: number;
}

const isWritten = ({ pieces }: KeptLine): boolean => pieces.some(({ text }) => text.trim() !== "");

/** Lines from the first to the last that is not blank, with the way back; null where all are blank. */
function copyFrom(lines: readonly KeptLine[]): MarkdownCopy | null {
  const first = lines.findIndex(isWritten);
  if (first < 0) return null;
  const used = lines.slice(first, lines.findLastIndex(isWritten) + 1);
  const stretches: Stretch[] = [];
  let text = "";
  for (const [index, { line, pieces }] of used.entries()) {
    if (index > 0) text += "\n";
    const followsOn = index > 0 && used[index - 1]!.line === line - 1;
    for (const [place, piece] of pieces.entries()) {
      // A line break carries the stretch before it on to the start of the next line.
      const isCarried = followsOn && place === 0 && piece.column === 1;
      if (!isCarried) stretches.push({ start: text.length, line, column: piece.column, breaks: true });
      text += piece.text;
    }
  }
  return { text, stretches, line: used[0]!.line };
}

const draftOf = (
  { fields, lines }: FrontMatter,
  copy: MarkdownCopy,
  file: string,
  line: number,
): Omit<Draft, "derivedId"> => ({
  fields: { ...fields, text: copy.text },
  source: placeAt(file, line),
  wayBack: (field) => (field === "text" ? copy.stretches : onLine(lineOfKey(field, lines))),
});

/** The front matter's line for `title`, `media[0].alt` … */
const lineOfKey = (field: string, lines: FrontMatter["lines"]): number | null =>
  lines.get(/^\w+/u.exec(field)?.[0] ?? "") ?? lines.get("meta") ?? null;

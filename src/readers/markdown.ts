import type { Stretch } from "../model/post.ts";
import type { Span } from "../model/span.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { type KeptLine, keptLines } from "./markdown-lines.ts";
import { markersIn } from "./markers.ts";
import { type Comment, type Draft, postsOf } from "./post.ts";
import type { Reader, Reading } from "./reader.ts";
import { NO_COPY_YET, noPostIn, noteAt, placeAt, problemAt, quoted } from "./readings.ts";
import { guessLevel, isWritten, type Sections, sectionsOf, UNDER_NO_HEADING, uniqueSlug } from "./sections.ts";
import { nameOf } from "./text.ts";
import { describeBroken, splitLines, textOf } from "./utf8.ts";
import { own } from "./values.ts";

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
  const { kept, unclosedFence, misplacedOrders } = keptLines(lines, front.end);
  if (unclosedFence !== null) {
    yield noteAt(placeAt(file, unclosedFence), "This code block is never closed, so what follows was read as copy");
  }
  for (const line of misplacedOrders) yield noteAt(placeAt(file, line), BESIDE_COPY);
  yield* strangeOrders(kept, file);
  const split = splitSetting(own(front.fields, "split"), file);
  yield* split.problems;
  const level = split.level === "guess" ? guessLevel(kept) : split.level;
  const sections = level === null ? null : sectionsOf(kept, level);
  const read = postsOf(settings);
  if (sections === null) yield* readSingle(read, kept, front, file);
  else yield* readSections(read, sections, front, file);
};

const BESIDE_COPY = "A suppression has to stand on a line of its own, so this comment was not read as one";

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

function* readSingle(
  read: ReturnType<typeof postsOf>,
  kept: readonly KeptLine[],
  front: FrontMatter,
  file: string,
): Generator<Reading> {
  const copy = copyFrom(kept);
  if (copy === null) yield noPostIn(file);
  else yield* read({ ...draftOf(front, copy, file, copy.line), ...commentsOf(kept, copy), derivedId: nameOf(file) });
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
  for (const { line } of aside.filter(({ order }) => order !== undefined))
    yield noteAt(placeAt(file, line), OVER_NOTHING);
  if (outside !== undefined) {
    yield noteAt(placeAt(file, outside.line), UNDER_NO_HEADING);
  }
  const taken = new Map<string, number>();
  for (const section of posts) {
    const copy = copyFrom(section.lines);
    const derivedId = uniqueSlug(section.label, taken);
    if (copy === null) yield noteAt(placeAt(file, section.line), NO_COPY_YET);
    else {
      const comments = commentsOf(section.lines, copy, section.above);
      yield* read({ ...draftOf(shared, copy, file, section.line), ...comments, derivedId, shared: true });
    }
  }
}

const OVER_NOTHING = "This suppression stands above no post, so it hides nothing";

interface MarkdownCopy {
  readonly text: string;
  readonly stretches: readonly Stretch[];
  /** 1-based line of its first word. */
  readonly line: number;
  /** Where each of its lines starts in the text, by the line of the source. */
  readonly starts: ReadonlyMap<number, number>;
}

/** Lines from the first to the last that is not blank, with the way back; null where all are blank. */
function copyFrom(all: readonly KeptLine[]): MarkdownCopy | null {
  const lines = all.filter(({ order }) => order === undefined);
  const first = lines.findIndex(isWritten);
  if (first < 0) return null;
  const used = lines.slice(first, lines.findLastIndex(isWritten) + 1);
  const stretches: Stretch[] = [];
  const starts = new Map<number, number>();
  let text = "";
  for (const [index, { line, pieces }] of used.entries()) {
    if (index > 0) text += "\n";
    starts.set(line, text.length);
    const followsOn = index > 0 && used[index - 1]!.line === line - 1;
    for (const [place, piece] of pieces.entries()) {
      // A line break carries the stretch before it on to the start of the next line.
      const isCarried = followsOn && place === 0 && piece.column === 1;
      if (!isCarried) stretches.push({ start: text.length, line, column: piece.column, breaks: true });
      text += piece.text;
    }
  }
  return { text, stretches, line: used[0]!.line, starts };
}

/** The suppressions among the lines of a post, and those `above` its heading. */
function commentsOf(
  lines: readonly KeptLine[],
  copy: MarkdownCopy,
  above: readonly KeptLine[] = [],
): { readonly comments?: readonly Comment[] } {
  const covered = lines.some(({ order }) => order !== undefined) ? nextParagraphs(lines, copy) : [];
  const comments = [
    ...above.flatMap(({ order, line }) => commentsFrom(order, line, null)),
    ...lines.flatMap(({ order, line }, index) => commentsFrom(order, line, covered[index] ?? null)),
  ];
  return comments.length === 0 ? {} : { comments };
}

const IGNORE_NEXT = /^ignore-next(?!\S)/u;

const commentsFrom = (order = "", line: number, covers: Span | null): readonly Comment[] =>
  IGNORE_NEXT.test(order) ? markersIn(order.replace(IGNORE_NEXT, "")).map((words) => ({ words, line, covers })) : [];

/** A comment to postlint that it does not understand: a slip that would else hide nothing, and say nothing. */
function* strangeOrders(kept: readonly KeptLine[], file: string): Generator<Reading> {
  for (const { order, line } of kept) {
    if (order === undefined || IGNORE_NEXT.test(order)) continue;
    const written = quoted(`postlint-${order.split(/\s/u)[0]}`);
    yield noteAt(
      placeAt(file, line),
      `There is no comment ${written}: the one that lets a finding stand is ${EXAMPLE}`,
    );
  }
}

const EXAMPLE = "<!-- postlint-ignore-next RULE -- reason, by NAME -->";

/**
 * For each line the next paragraph, from the first line with copy to the next without, or to a heading; an empty span where
 * there is none. From the end, so that many comments above one paragraph do not each look for where it ends.
 */
function nextParagraphs(lines: readonly KeptLine[], { text, starts }: MarkdownCopy): readonly Span[] {
  const spans: Span[] = [];
  let span = { start: text.length, end: text.length };
  let below: KeptLine | null = null;
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index]!;
    if (line.order === undefined) {
      if (isWritten(line)) {
        const goesOn: boolean = line.heading === null && below !== null && isWritten(below) && below.heading === null;
        const end = below === null ? text.length : (starts.get(below.line) ?? text.length + 1) - 1;
        span = { start: starts.get(line.line)!, end: goesOn ? span.end : end };
      }
      below = line;
    }
    spans[index] = span;
  }
  return spans;
}

const draftOf = (
  { fields, wayBack }: FrontMatter,
  copy: MarkdownCopy,
  file: string,
  line: number,
): Omit<Draft, "derivedId"> => ({
  fields: { ...fields, text: copy.text },
  source: placeAt(file, line),
  wayBack: (path) => (path === "text" ? copy.stretches : wayBack(path)),
});

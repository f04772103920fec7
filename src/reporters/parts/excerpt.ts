import stringWidth from "fast-string-width";
import type { Copy, Post } from "../../model/post.ts";
import { firstOverlapping, merged, overlaps, overlapsAny, type Span } from "../../model/span.ts";
import { copyOf, linesAround, paragraphAt, pointAt } from "../../prepare/lines.ts";
import { type Block, marksOf } from "./blocks.ts";
import type { Mask } from "./mask.ts";
import { MASKED } from "./secret.ts";
import { glyphs } from "./visible.ts";

/** A line of a draft, or what of it fits, with its marked passages. */
export interface Excerpt {
  /** Of the source, 1-based. */
  readonly line: number | null;
  /** Its number, where the source has no lines but paragraphs. */
  readonly paragraph: number | undefined;
  readonly parts: readonly { readonly text: string; readonly marked: boolean }[];
  /** Goes under the text: a `~` for each column of a marked passage. */
  readonly underline: string;
}

/** What stands in one place of a line: a grapheme, or `[masked]`. */
interface Cell extends Span {
  readonly shown: string;
  readonly width: number;
  readonly marked: boolean;
}

/** Indices of cells, half-open. */
type Run = Span;

const TAB = 4;
const ELLIPSIS: Cell = { start: 0, end: 0, shown: "…", width: 1, marked: false };
const SPACE: Cell = { ...ELLIPSIS, shown: " " };
/** Columns of an ellipsis with its space. */
const CUT = 2;
/** UTF-16 units of a line to look at on each side of a mark: more than any window shows. */
const NEAR = 1000;

/** What of one field a block points at. */
export interface FieldExcerpts {
  readonly field: string;
  /** The first few; none where the block points at metadata, or at something absent. */
  readonly excerpts: readonly Excerpt[];
  /** How many more there are. */
  readonly more: number;
}

/** A post whose every sentence is a finding would repeat itself whole. */
const MOST_EXCERPTS = 6;

/** Field by field, in the order in which the block's findings first point at them; lines are cut to `room` columns. */
export function blockExcerpts(post: Post, { lead, others }: Block, mask: Mask, room: number): readonly FieldExcerpts[] {
  const marks = [lead, ...others].flatMap(marksOf);
  return [...new Set(marks.map(({ field }) => field))].map((field) => {
    const copy = copyOf(post, field);
    const spans = marks.flatMap((mark) => (mark.field === field && mark.span !== null ? [mark.span] : []));
    const all = copy === undefined || spans.length === 0 ? [] : excerptsOf(post, copy, spans, mask, room);
    return { field, excerpts: all.slice(0, MOST_EXCERPTS), more: Math.max(0, all.length - MOST_EXCERPTS) };
  });
}

/** The lines of a copy that hold marks, cut to `room` columns around them; a long line with marks far apart gives several. */
export function excerptsOf(
  post: Post,
  copy: Copy,
  marks: readonly Span[],
  mask: Mask,
  room: number,
): readonly Excerpt[] {
  const apart = merged(marks);
  return markedLines(copy.text, marks).flatMap((line) => {
    const place = { line: pointAt(post, copy, line.start).line, paragraph: paragraphAt(post, copy.field, line.start) };
    return stretchesAround(line, marks).flatMap((near) => {
      const cells = cellsOf(copy.text, near, apart, mask.spans(copy.field));
      return windows(cells, room).map((window) => excerpt(place, shownCells(cells, window, line)));
    });
  });
}

/** The parts of a line that can be seen with its marks: nobody has a terminal for the whole of a line of 100,000 characters. */
function stretchesAround(line: Span, marks: readonly Span[]): readonly Span[] {
  const near: Span[] = [];
  for (const mark of marks.filter((one) => overlaps(one, line)).toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(line.start, mark.start);
    const to = Math.min(line.end, mark.end, from + NEAR);
    const start = Math.max(line.start, from - NEAR);
    const end = Math.min(line.end, to + NEAR);
    const last = near.at(-1);
    if (last !== undefined && start <= last.end) near[near.length - 1] = { ...last, end: Math.max(last.end, end) };
    else near.push({ start, end });
  }
  return near.length === 0 ? [{ start: Math.max(line.start, line.end - NEAR), end: line.end }] : near;
}

function markedLines(text: string, marks: readonly Span[]): readonly Span[] {
  const byStart = new Map(marks.flatMap((mark) => linesAround(text, mark)).map((line) => [line.start, line]));
  const lines = [...byStart.values()].toSorted((a, b) => a.start - b.start);
  const marked = lines.filter((line) => line.start < line.end && marks.some((mark) => overlaps(mark, line)));
  return marked.length === 0 ? lines.slice(0, 1) : marked; // all that is marked may be a line break
}

/** `marks` are in order and apart from each other. */
function cellsOf(text: string, line: Span, marks: readonly Span[], secrets: readonly Span[]): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  let hidden: Span | undefined;
  for (const glyph of glyphs(text.slice(line.start, line.end))) {
    const span = { start: line.start + glyph.start, end: line.start + glyph.end };
    const secret = firstOverlapping(secrets, span);
    if (secret !== undefined && secret === hidden) continue;
    hidden = secret;
    const place = secret ?? span;
    const shown = secret !== undefined ? MASKED : glyph.shown === "\t" ? " ".repeat(TAB - (column % TAB)) : glyph.shown;
    const cell = { ...place, shown, width: stringWidth(shown), marked: overlapsAny(marks, place) };
    column += cell.width;
    cells.push(cell);
  }
  return cells;
}

/** The whole line if there is room, else a window around each mark; marks that fit together share one. */
function windows(cells: readonly Cell[], room: number): readonly Run[] {
  if (widthOf(cells) <= room) return [{ start: 0, end: cells.length }];
  const shared: Run[] = [];
  for (const run of markedRuns(cells)) {
    const last = shared.at(-1);
    if (last !== undefined && widthOf(cells.slice(last.start, run.end)) + 2 * CUT <= room) {
      shared[shared.length - 1] = { start: last.start, end: run.end };
    } else shared.push(run);
  }
  return shared.map((run) => widened(cells, run, room));
}

function markedRuns(cells: readonly Cell[]): readonly Run[] {
  const runs: Run[] = [];
  cells.forEach(({ marked }, index) => {
    const last = runs.at(-1);
    if (!marked) return;
    if (last?.end === index) runs[runs.length - 1] = { start: last.start, end: index + 1 };
    else runs.push({ start: index, end: index + 1 });
  });
  return runs.length === 0 ? [{ start: cells.length, end: cells.length }] : runs;
}

/** As much of the line around a run as there is room for, evenly before and behind, in whole words where that is near. */
function widened(cells: readonly Cell[], run: Run, room: number): Run {
  const width = room - 2 * CUT;
  const spare = Math.max(0, width - widthOf(cells.slice(run.start, run.end)));
  const ahead = reach(cells, run.start, -1, Math.floor(spare / 2));
  const behind = reach(cells, run.end, 1, width - widthOf(cells.slice(ahead, run.end)));
  const start = reach(cells, run.start, -1, width - widthOf(cells.slice(run.start, behind)));
  return {
    start: atWord(cells, start, run.start, 1),
    end: fitting(cells, start, atWord(cells, behind, run.end, -1), width),
  };
}

/** The index to which `columns` lead from `from`, forwards (1) or backwards (-1). */
function reach(cells: readonly Cell[], from: number, step: 1 | -1, columns: number): number {
  let index = from;
  let left = columns;
  for (;;) {
    const cell = cells[step === 1 ? index : index - 1];
    if (cell === undefined || cell.width > left) return index;
    left -= cell.width;
    index += step;
  }
}

/** The edge of a word next to a cut, unless it lies far off or beyond `limit`. */
function atWord(cells: readonly Cell[], edge: number, limit: number, step: 1 | -1): number {
  if (edge === 0 || edge === cells.length) return edge;
  for (let index = edge; Math.abs(index - edge) < 12 && (limit - index) * step >= 0; index += step) {
    if (/^\s/u.test(cells[step === 1 ? index - 1 : index]?.shown ?? "")) return index;
  }
  return edge;
}

/** The last index up to `end` that leaves the window no wider than `width`. */
function fitting(cells: readonly Cell[], start: number, end: number, width: number): number {
  return Math.min(end, reach(cells, start, 1, width));
}

/** The cells of a window, with an ellipsis at each end that is not the line's own. */
function shownCells(cells: readonly Cell[], { start, end }: Run, line: Span): readonly Cell[] {
  const shown = cells.slice(start, end);
  const before = (shown[0]?.start ?? line.start) > line.start ? [ELLIPSIS, SPACE] : [];
  const after = (shown.at(-1)?.end ?? line.end) < line.end ? [SPACE, ELLIPSIS] : [];
  return [...before, ...shown, ...after];
}

function excerpt(place: Pick<Excerpt, "line" | "paragraph">, cells: readonly Cell[]): Excerpt {
  const parts: { text: string; marked: boolean }[] = [];
  for (const { shown, marked } of cells) {
    const last = parts.at(-1);
    if (last?.marked === marked) last.text += shown;
    else parts.push({ text: shown, marked });
  }
  const tildes = cells.map(({ width, marked }) => (marked ? "~" : " ").repeat(width)).join("");
  return { ...place, parts, underline: tildes.includes("~") ? tildes.trimEnd() : `${" ".repeat(widthOf(cells))}~` };
}

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, { width }) => sum + width, 0);

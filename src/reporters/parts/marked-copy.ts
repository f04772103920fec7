import { firstOverlapping, overlaps, type Span } from "../../model/span.ts";
import { MASKED } from "./secret.ts";
import { glyphs } from "./visible.ts";

/** A passage of a copy, marked for the finding with this number. */
export interface Mark extends Span {
  readonly by: number;
}

/** Printable text that the same findings mark. */
export interface Run {
  readonly text: string;
  readonly by: readonly number[];
  /** Findings whose last passage ends with this run. */
  readonly closes: readonly number[];
}

/** What stands in one place of a copy: a grapheme, a line break, or `[masked]`. */
interface Cell extends Span {
  readonly shown: string;
}

/** UTF-16 units up to which a copy is shown whole: longer than any post, shorter than an article. */
const WHOLE = 1500;
/** UTF-16 units shown on each side of a mark in a longer copy. */
const AROUND = 240;
const CUT: Run = { text: " … ", by: [], closes: [] };

/** A copy as runs, in order; of a long one, only what stands near its marks, or its beginning. */
export function markedRuns(text: string, marks: readonly Mark[], secrets: readonly Span[]): readonly Run[] {
  const ends = new Map<number, number>();
  for (const { by, end } of marks) ends.set(by, Math.max(ends.get(by) ?? 0, end));
  return stretchesOf(text, marks).flatMap((stretch, index, all) => [
    ...(stretch.start > 0 ? [CUT] : []),
    ...runsOf(cellsOf(text, stretch, secrets), marks, ends),
    ...(index === all.length - 1 && stretch.end < text.length ? [CUT] : []),
  ]);
}

function stretchesOf(text: string, marks: readonly Mark[]): readonly Span[] {
  if (text.length <= WHOLE) return [{ start: 0, end: text.length }];
  const near: Span[] = [];
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const start = atSpace(text, Math.max(0, mark.start - AROUND), mark.start);
    const end = atSpace(text, Math.min(text.length, mark.end + AROUND), mark.end);
    const last = near.at(-1);
    if (last !== undefined && start <= last.end) near[near.length - 1] = { ...last, end: Math.max(last.end, end) };
    else near.push({ start, end });
  }
  return near.length > 0 ? near : [{ start: 0, end: atSpace(text, 2 * AROUND, 0) }];
}

/** The first white space from `edge` towards `mark`, if there is one near: no word and no grapheme is halved. */
function atSpace(text: string, edge: number, mark: number): number {
  if (edge === 0 || edge === text.length) return edge;
  const step = edge < mark ? 1 : -1;
  for (let at = edge; at !== mark; at += step) if (/\s/u.test(text[at]!)) return at;
  return mark;
}

function cellsOf(text: string, { start, end }: Span, secrets: readonly Span[]): readonly Cell[] {
  const cells: Cell[] = [];
  let hidden: Span | undefined;
  let at = start;
  for (const line of text.slice(start, end).split("\n")) {
    const length = line.endsWith("\r") ? line.length - 1 : line.length;
    const shown = [...glyphs(line.slice(0, length)), { start: line.length, end: line.length + 1, shown: "\n" }];
    for (const glyph of shown) {
      const span = { start: at + glyph.start, end: at + glyph.end };
      const secret = firstOverlapping(secrets, span);
      if (secret === undefined || secret !== hidden) {
        cells.push(secret === undefined ? { ...span, shown: glyph.shown } : { ...secret, shown: MASKED });
      }
      hidden = secret;
    }
    at += line.length + 1;
  }
  cells.pop(); // the line break after the last line
  return cells;
}

function runsOf(cells: readonly Cell[], marks: readonly Mark[], ends: ReadonlyMap<number, number>): readonly Run[] {
  const runs: { text: string; by: readonly number[]; closes: number[] }[] = [];
  const coming = marks.toSorted((a, b) => b.start - a.start);
  let open: readonly Mark[] = [];
  for (const cell of cells) {
    open = open.filter((mark) => overlaps(mark, cell));
    while (coming.length > 0 && coming.at(-1)!.start < cell.end) open = [...open, coming.pop()!];
    const by = [...new Set(open.filter((mark) => overlaps(mark, cell)).map((mark) => mark.by))].sort((a, b) => a - b);
    const last = runs.at(-1);
    if (last !== undefined && last.closes.length === 0 && last.by.join() === by.join()) last.text += cell.shown;
    else runs.push({ text: cell.shown, by, closes: [] });
    runs.at(-1)!.closes.push(...by.filter((number) => ends.get(number)! <= cell.end));
  }
  return runs;
}

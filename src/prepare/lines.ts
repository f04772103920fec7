import type { Passage } from "../model/finding.ts";
import type { Copy, Post, Source, Stretch } from "../model/post.ts";
import type { Span } from "../model/span.ts";

/** A point in the source, 1-based; columns count UTF-16 units. Null where it can't be known. */
export interface Point {
  readonly line: number | null;
  readonly column: number | null;
}

/** From the first unit of a passage to the unit after its last. */
export interface Extent {
  readonly start: Point;
  readonly end: Point;
}

/** The copy that a passage stands in, or undefined where it points at metadata. */
export function copyOf(post: Post, field: string): Copy | undefined {
  return post.copy.find((copy) => copy.field === field);
}

/** Where a passage stands in its source. What is no copy stands on its own line if that is known; something absent stands where its post does. */
export function extentOf(post: Post, { field, span }: Passage): Extent {
  const copy = copyOf(post, field);
  if (copy === undefined || span === null) {
    const ofPost = { line: post.lines?.[field] ?? post.source.line, column: null };
    return { start: ofPost, end: ofPost };
  }
  // The end belongs to the stretch of the last unit: the next stretch may be on another line.
  const last = Math.max(span.start, span.end - 1);
  return {
    start: pointIn(post, copy, span.start, stretchAt(copy, span.start)),
    end: pointIn(post, copy, span.end, stretchAt(copy, last)),
  };
}

/** The place of a passage: that of its post, with the line, the cell and the paragraph of its own that are known. */
export function sourceOf(post: Post, passage: Passage): Source {
  const { field } = passage;
  // One cell may hold several of a kind: `postlint_ignore[0]`.
  const cell = post.cells?.[field] ?? post.cells?.[field.replace(/\[\d+\]$/u, "")] ?? post.source.cell;
  const { line } = extentOf(post, passage).start;
  const { paragraph: first, ...source } = post.source;
  // A footnote stands in no paragraph of the body; metadata may stand anywhere.
  const isApart = post.paragraphs?.[field] === undefined && field !== "text" && copyOf(post, field) !== undefined;
  const paragraph = paragraphAt(post, field, passage.span?.start ?? 0) ?? (isApart ? undefined : first);
  return { ...source, line, cell, ...(paragraph !== undefined && { paragraph }) };
}

/** The number of the paragraph in which the unit at `offset` of a field stands; undefined where that can't be known. */
export const paragraphAt = ({ paragraphs }: Post, field: string, offset: number): number | undefined =>
  paragraphs?.[field]?.findLast(({ start }) => start <= offset)?.paragraph;

/** Where the unit at `offset` of a post's copy stands in the source. */
export function pointAt(post: Post, copy: Copy, offset: number): Point {
  return pointIn(post, copy, offset, stretchAt(copy, offset));
}

/** The lines of `text` that a span touches, without their line breaks, in order; never empty. */
export function linesAround(text: string, { start, end }: Span): readonly [Span, ...Span[]] {
  const lines: [Span, ...Span[]] = [lineAt(text, start)];
  for (let next = breakAfter(text, start); next !== -1 && next + 1 < end; next = breakAfter(text, next + 1)) {
    lines.push(lineAt(text, next + 1));
  }
  return lines;
}

function pointIn(post: Post, copy: Copy, offset: number, stretch: Stretch | undefined): Point {
  if (stretch === undefined) return { line: post.source.line, column: null };
  const before = copy.text.slice(stretch.start, offset);
  const lastBreak = stretch.breaks ? before.lastIndexOf("\n") : -1;
  const line = stretch.breaks ? stretch.line + before.split("\n").length - 1 : stretch.line;
  if (stretch.column === null) return { line, column: null };
  return { line, column: lastBreak === -1 ? stretch.column + before.length : before.length - lastBreak };
}

function stretchAt({ stretches }: Copy, offset: number): Stretch | undefined {
  return stretches.findLast((stretch) => stretch.start <= offset);
}

function lineAt(text: string, offset: number): Span {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const next = breakAfter(text, offset);
  const end = next === -1 ? text.length : next;
  return { start, end: end > start && text[end - 1] === "\r" && next !== -1 ? end - 1 : end };
}

/** Offset of the first `\n` from `offset` on, or -1. It ends a `\r\n` as well, so both count as one break. */
function breakAfter(text: string, offset: number): number {
  return text.indexOf("\n", offset);
}

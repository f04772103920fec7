import type { Passage } from "../../model/finding.ts";
import type { Post } from "../../model/post.ts";
import { copyOf, type Extent, extentOf, type Point } from "../../prepare/lines.ts";

/**
 * Where a passage stands, with columns that count UTF-8 bytes. A column is null where bytes before it on its line are no part
 * of the copy (a comment, say), since nobody here has seen them.
 */
export function utf8ExtentOf(post: Post, passage: Passage): Extent {
  const { start, end } = extentOf(post, passage);
  const text = copyOf(post, passage.field)?.text;
  if (text === undefined || passage.span === null) return { start, end };
  return { start: inBytes(text, passage.span.start, start), end: inBytes(text, passage.span.end, end) };
}

function inBytes(text: string, offset: number, { line, column }: Point): Point {
  if (column === null) return { line, column };
  const begin = offset - (column - 1);
  const isWholeLine = begin === 0 || (begin > 0 && text[begin - 1] === "\n");
  return { line, column: isWholeLine ? utf8Length(text.slice(begin, offset)) + 1 : null };
}

const utf8Length = (text: string): number => new TextEncoder().encode(text).length;

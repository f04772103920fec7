import stringWidth from "fast-string-width";
import { graphemesOf } from "../../model/graphemes.ts";

/** Printable text in exactly `width` columns of a terminal, cut with an ellipsis or filled with spaces. */
export function column(text: string, width: number): string {
  const shown = cut(text, width);
  return shown + " ".repeat(Math.max(0, width - stringWidth(shown)));
}

/** Printable text in at most `width` columns; a wide character or an emoji is never halved. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  return width < 1
    ? ""
    : `${fitting(segmentsOf(text), width - 1)
        .join("")
        .trimEnd()}…`;
}

/** As `cut`, but the end is kept: of `Week 29!D12` the cell says more than the sheet. */
export function cutAtStart(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  const shown = fitting(segmentsOf(text).reverse(), width - 1).reverse();
  return width < 1 ? "" : `…${shown.join("").trimStart()}`;
}

const segmentsOf = (text: string): string[] => Array.from(graphemesOf(text), ({ segment }) => segment);

/** The first of them that have room in so many columns. */
function fitting(segments: readonly string[], width: number): string[] {
  let left = width;
  const end = segments.findIndex((segment) => {
    left -= stringWidth(segment);
    return left < 0;
  });
  return segments.slice(0, end < 0 ? segments.length : end);
}

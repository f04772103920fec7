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
  let shown = "";
  let left = width - 1;
  for (const { segment } of graphemesOf(text)) {
    left -= stringWidth(segment);
    if (left < 0) break;
    shown += segment;
  }
  return width < 1 ? "" : `${shown.trimEnd()}…`;
}

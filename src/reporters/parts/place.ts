import type { Source } from "../../model/post.ts";

/** Where something stands in a source that has no lines to point at: a cell or a row of a table, a paragraph of a document. */
export interface PlaceWithin {
  readonly kind: "cell" | "row" | "paragraph";
  readonly sheet: string | null;
  /** `C7`, `row 7`, `paragraph 9` */
  readonly name: string;
}

/** The nearest that is known; null where only a line is, or nothing. */
export function placeWithin({ sheet, row, cell, paragraph }: Source): PlaceWithin | null {
  if (cell !== null) return { kind: "cell", sheet, name: cell };
  if (row !== null) return { kind: "row", sheet, name: `row ${row}` };
  return paragraph === undefined ? null : { kind: "paragraph", sheet, name: `paragraph ${paragraph}` };
}

/** `Week 29!C7: ` or `paragraph 9: ` before a message, for services that show lines only. Else nothing. */
export function placePrefix(source: Source): string {
  const within = placeWithin(source);
  return within === null ? "" : `${within.sheet === null ? "" : `${within.sheet}!`}${within.name}: `;
}

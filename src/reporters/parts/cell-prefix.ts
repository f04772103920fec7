import type { Source } from "../../model/post.ts";

/** `Week 29!C7: ` before a message, for services that show lines only: a spreadsheet has none to point at. Else nothing. */
export function cellPrefix({ sheet, row, cell }: Source): string {
  const name = cell ?? (row === null ? null : `row ${row}`);
  return name === null ? "" : `${sheet === null ? "" : `${sheet}!`}${name}: `;
}

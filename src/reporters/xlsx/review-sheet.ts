import type { SheetPart } from "../../containers/workbook-parts.ts";
import { editXml } from "../../containers/xml.ts";
import { columnName } from "../../model/cell-names.ts";
import { headingRowOf, type RowReview, rowsOf, type TableReview } from "../parts/row-reviews.ts";
import { visible } from "../parts/visible.ts";
import { NoReportError } from "../reporter.ts";
import { rangeOf } from "./cells.ts";
import { picturesOn } from "./pictures.ts";
import { commentsFor, verdictFor } from "./row-comments.ts";
import { freeColumn, readSheet, type Sheet } from "./sheet.ts";
import { openComments } from "./sheet-comments.ts";
import type { Styles } from "./styles.ts";
import { type Verdict, verdictColumn } from "./verdict-column.ts";
import { type Workbook, wordsIn } from "./workbook.ts";

export const HEADING = "postlint";

/** Writes the verdict column and the comments into one sheet. Its other cells and comments stay as they are. */
export async function reviewSheet(
  workbook: Workbook,
  { name, part }: SheetPart,
  review: TableReview,
  styles: Styles,
): Promise<void> {
  const xml = await workbook.parts.read(part);
  if (xml === null) throw new NoReportError(`has no part for its sheet ${visible(name)}`);
  const headingRow = headingRowOf(review);
  const strings = await workbook.sharedStrings();
  const sheet = await readSheet(xml, headingRow, (words) => wordsIn(words, strings) === HEADING);
  const comments = await openComments(workbook, part);

  const rows = rowsOf(review);
  const lastRow = Math.max(headingRow, ...rows.map(({ row }) => row));
  const covered = [
    ...(await picturesOn(workbook.parts, part, sheet)),
    ...[...comments.taken].flatMap((cell) => rangeOf(cell) ?? []),
  ];
  const column = sheet.ownColumn ?? freeColumn(sheet, headingRow, lastRow, covered);
  if (column === null) throw new NoReportError(`has no free column left in its sheet ${visible(name)}`);

  const edits = [
    ...verdictColumn(sheet, column, verdictsOf(sheet, headingRow, rows, styles)),
    ...(await comments.write(sheet, commentsFor(rows, columnName(column), comments.taken))),
  ];
  workbook.parts.put(part, editXml(xml, edits));
}

function verdictsOf(
  sheet: Sheet,
  headingRow: number,
  rows: readonly RowReview[],
  styles: Styles,
): ReadonlyMap<number, Verdict> {
  const heading = { words: HEADING, style: headingStyle(sheet, headingRow) ?? styles.bold };
  return new Map([[headingRow, heading], ...rows.map((row): [number, Verdict] => [row.row, verdictFor(row, styles)])]);
}

/** Our heading looks as the last one of the sheet does. */
function headingStyle({ rows }: Sheet, headingRow: number): number | null {
  const last = rows.get(headingRow)?.cells.findLast(({ filled }) => filled);
  const style = last?.element.attributes.get("s");
  return style === undefined ? null : Number(style);
}

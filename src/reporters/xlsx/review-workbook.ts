import type { Archive } from "../../containers/archive.ts";
import { REVIEW_TITLE } from "../../model/review-sheet.ts";
import { hasRows } from "../parts/row-reviews.ts";
import { reviewSheet } from "./review-sheet.ts";
import { readSheet } from "./sheet.ts";
import { NO_STYLES, type Styles, withStyles } from "./styles.ts";
import { type Account, summarySheet } from "./summary-sheet.ts";
import { openWorkbook, type Workbook, wordsIn } from "./workbook.ts";

/** Writes a review into a workbook. Answers the parts that change; all others stay as they are. */
export async function reviewWorkbook(archive: Archive, account: Account): Promise<ReadonlyMap<string, Uint8Array>> {
  const workbook = await openWorkbook(archive);
  const styles = await addStyles(workbook);
  for (const sheet of workbook.sheets) {
    const reviews = account.reviews.filter(({ source }) => source.sheet === sheet.name);
    const problems = account.problems.filter(({ source }) => source?.sheet === sheet.name);
    const review = { reviews, problems };
    if (hasRows(review)) await reviewSheet(workbook, sheet, review, styles);
  }
  await writeSummary(workbook, summarySheet(account, styles, workbook.namespace));
  return workbook.parts.changes();
}

async function addStyles({ parts, stylesPart }: Workbook): Promise<Styles> {
  const before = stylesPart === null ? null : await parts.read(stylesPart);
  if (stylesPart === null || before === null) return NO_STYLES;
  const { xml, styles } = await withStyles(before);
  if (xml !== before) parts.put(stylesPart, xml);
  return styles;
}

const SHEET_NAME = "postlint";

/** In the place of the one that an earlier review left, or as a new sheet behind the others. */
async function writeSummary(workbook: Workbook, xml: string): Promise<void> {
  const { sheets, parts } = workbook;
  const names = new Set(sheets.map(({ name }) => name.toLowerCase()));
  for (const { name, part } of sheets) {
    if (name.startsWith(SHEET_NAME) && (await isOurs(workbook, part))) return parts.put(part, xml);
  }
  let name = SHEET_NAME;
  for (let number = 2; names.has(name); number++) name = `${SHEET_NAME} ${number}`;
  await workbook.addSheet(name, xml);
}

async function isOurs(workbook: Workbook, part: string): Promise<boolean> {
  const xml = await workbook.parts.read(part);
  if (xml === null) return false;
  const strings = await workbook.sharedStrings();
  const found = await readSheet(xml, 1, (words) => wordsIn(words, strings)?.startsWith(REVIEW_TITLE) === true);
  return found.ownColumn === 1;
}

import type { Archive } from "../containers/archive.ts";
import { MOST_UNPACKED } from "../containers/package.ts";
import type { SheetPart } from "../containers/workbook-parts.ts";
import { describeMissing, describeNoCopy, type OpenTable, openTable, REVIEW_LEFT_OUT } from "./calendar/calendar.ts";
import type { SheetRow } from "./calendar/sheet.ts";
import { readOfficeFile } from "./office-file.ts";
import { postsOf } from "./post.ts";
import type { Reader, ReaderSettings, Reading } from "./reader.ts";
import { noPostIn, noteAt, placeAt, problemAt, quoted } from "./readings.ts";
import { openWorkbook, type Workbook } from "./xlsx/workbook.ts";
import { LargeSheetError, readWorksheet, type Worksheet } from "./xlsx/worksheet.ts";

/** Workbooks: a post a copy cell of every sheet that has a column for copy. */
export const xlsx: Reader = (source, settings) =>
  readOfficeFile(source, { what: "workbook", ending: ".xlsx" }, (bytes) => readArchive(bytes, source.name, settings));

async function* readArchive(bytes: Uint8Array, file: string, settings: ReaderSettings): AsyncGenerator<Reading> {
  const { openArchive } = await import("../containers/archive.ts");
  const archive = await openArchive(bytes, MOST_UNPACKED);
  // Its parts are no XML, so it has to be known before they are read.
  if (archive.names.includes("xl/workbook.bin")) return yield problemAt(placeAt(file, null), BINARY_WORKBOOK);
  const workbook = await openWorkbook(archive);
  if (workbook === null) yield problemAt(placeAt(file, null), NO_WORKBOOK);
  else yield* readSheets(archive, workbook, file, settings);
}

const BINARY_WORKBOOK =
  "This is a binary workbook (.xlsb). Save it as .xlsx (in Excel: Save As, Excel Workbook) and check that.";
const NO_WORKBOOK =
  "This is a zip file, but no workbook. Save the calendar as .xlsx (in Excel: Save As, Excel Workbook) and check that.";

async function* readSheets(
  archive: Archive,
  workbook: Workbook,
  file: string,
  settings: ReaderSettings,
): AsyncGenerator<Reading> {
  const words = await settings.headings();
  const opened: OpenSheet[] = [];
  for (const entry of workbook.sheets) {
    const place = { ...placeAt(file, null), sheet: entry.name };
    try {
      const content = await readWorksheet(archive, entry.part, workbook);
      const rows = inOrder(content.rows);
      const sheet = { file, name: entry.name, rows, epoch: workbook.epoch, maySlip: false };
      opened.push({ entry, content, table: await openTable(sheet, words, settings.map) });
    } catch (error) {
      if (!(error instanceof LargeSheetError)) throw error;
      yield problemAt(place, `This sheet ${error.message}. Delete what is no calendar, or split it.`);
    }
  }
  const calendars = opened.filter(({ table }) => table.heading.columns !== null);
  const read = postsOf(settings, { unknownWords: "note" });
  for (const open of opened) {
    const { entry, table } = open;
    yield* remarksOn(open, file);
    if (table.heading.columns === null) yield* withoutCopy(table, calendars.length > 0);
    else {
      const idPrefix = calendars.length > 1 ? `${entry.name}!` : "";
      yield* table.readings(read, words, { idPrefix, nearby: dateNear(open, calendars) });
    }
  }
  const missing = describeMissing(calendars.map(({ table }) => table.heading));
  if (missing !== null) yield problemAt(placeAt(file, null), missing);
  if (opened.every(({ table }) => table.isEmpty)) yield noPostIn(file);
}

/** The months of a calendar are sheets: where one names no year, the sheet before it may, or the one behind. */
function dateNear(open: OpenSheet, calendars: readonly OpenSheet[]): number | null {
  const at = calendars.indexOf(open);
  const nearest = [...calendars.slice(0, at).reverse(), ...calendars.slice(at + 1)];
  return nearest.map(({ table }) => table.firstDate).find((date) => date !== null) ?? null;
}

interface OpenSheet {
  readonly entry: SheetPart;
  readonly content: Worksheet;
  readonly table: OpenTable;
}

async function* inOrder(rows: readonly SheetRow[]): AsyncGenerator<SheetRow> {
  yield* rows;
}

/** What a person does not see on the screen counts all the same, and that is said. */
function* remarksOn({ entry, content, table }: OpenSheet, file: string): Generator<Reading> {
  if (table.heading.columns === null) return;
  const { hiddenRows, hiddenColumns } = content;
  const hidden = [
    ...(entry.isHidden ? ["the sheet itself"] : []),
    ...(hiddenRows > 0 ? [`${hiddenRows} ${hiddenRows === 1 ? "row" : "rows"}`] : []),
    ...(hiddenColumns.length > 0 ? [`column ${hiddenColumns.join(", ")}`] : []),
  ];
  if (hidden.length === 0) return;
  const message = `Something is hidden here and was read all the same: ${hidden.join(", ")}`;
  yield noteAt({ ...placeAt(file, null), sheet: entry.name }, message);
}

/** Beside a calendar, a sheet of notes or lists is no mistake; one that looks like a calendar may be. */
function* withoutCopy({ sheet, heading, isEmpty, isReview }: OpenTable, isBesideCalendar: boolean): Generator<Reading> {
  const place = { ...placeAt(sheet.file, null), sheet: sheet.name };
  if (isReview) yield noteAt(place, REVIEW_LEFT_OUT);
  if (isEmpty) return;
  if (!isBesideCalendar || heading.score >= WORTH_A_PROBLEM)
    yield problemAt({ ...place, row: heading.row }, describeNoCopy(heading));
  else
    yield noteAt(
      place,
      `This sheet has no column that holds copy, so it was not read as a calendar (${quoted(heading.cells.find((cell) => cell?.trim()) ?? "")} …)`,
    );
}

/** Score of a sheet without copy that can't be passed over: three headings that are known. */
const WORTH_A_PROBLEM = 6;

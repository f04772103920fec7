import { openParser, type RawRow, type RowParser } from "../containers/csv-parser.ts";
import { ALONE, describeMissing, describeNoCopy, openTable, REVIEW_LEFT_OUT } from "./calendar/calendar.ts";
import { EPOCH_1900 } from "./calendar/serial.ts";
import type { BrokenRow, SheetRow } from "./calendar/sheet.ts";
import { type Dialect, dialectOf } from "./csv/dialect.ts";
import { postsOf } from "./post.ts";
import type { Reader, Reading, SourceBytes } from "./reader.ts";
import { noPostIn, noteAt, placeAt, problemAt } from "./readings.ts";
import { describeBroken, guessedLinesOf } from "./utf8.ts";

/** CSV and TSV: a post a copy cell, under a heading row whose names are recognised. */
export const csv: Reader = async function* (source, settings) {
  const words = await settings.headings();
  const read = postsOf(settings, { unknownWords: "note" });
  const notes: Reading[] = [];
  const rows = rowsOf(source, (heading) => dialectOf(heading, source.name, words), notes);
  const sheet = { file: source.name, name: null, rows, epoch: EPOCH_1900, maySlip: true };
  const table = await openTable(sheet, words, settings.map);
  let hasPost = false;
  for await (const reading of table.readings(read, words, ALONE)) {
    yield* notes.splice(0);
    hasPost ||= reading.kind === "post" || reading.kind === "problem";
    yield reading;
  }
  yield* notes;
  if (table.heading.columns === null && !table.isEmpty) {
    const { row, line } = table.heading;
    yield problemAt({ ...placeAt(source.name, line), row }, describeNoCopy(table.heading));
    return;
  }
  const missing = describeMissing([table.heading]);
  if (missing !== null) yield problemAt(placeAt(source.name, null), missing);
  if (table.isReview) yield noteAt(placeAt(source.name, null), REVIEW_LEFT_OUT);
  if (!hasPost) yield noPostIn(source.name);
};

/** The rows, blank ones included, with what is wrong with the file among them. */
async function* rowsOf(
  source: SourceBytes,
  chooseDelimiter: (lines: readonly string[]) => Dialect,
  notes: Reading[],
): AsyncGenerator<SheetRow | BrokenRow> {
  const count = rowCounter();
  let parser: RowParser | null = null;
  for await (const batch of guessedLinesOf(source.bytes)) {
    if (batch.kind === "broken") {
      // The row that the broken line belongs to is not finished, so the parser is not asked for its rest.
      yield { problem: { source: placeAt(source.name, batch.line), message: describeBroken(batch) } };
      return;
    }
    if (batch.kind === "guessed") {
      notes.push(noteAt(placeAt(source.name, batch.line), WINDOWS_1252));
      continue;
    }
    let { texts } = batch;
    if (parser === null) {
      const { delimiter, saysSo } = chooseDelimiter(texts);
      parser = await openParser(delimiter);
      if (saysSo) {
        count({ cells: [], raw: "\n" });
        texts = texts.slice(1);
      }
    }
    for (const raw of await parser.take(`${texts.join("\n")}\n`)) yield* checkedRow(count(raw), raw, source.name);
  }
  if (parser === null) return;
  const { rows, isOpen } = await parser.end();
  for (const raw of rows) yield* checkedRow(count(raw), raw, source.name);
  if (isOpen) yield problemIn(count(null), source.name, UNCLOSED);
}

const WINDOWS_1252 =
  "This file is no UTF-8, so it was read as Windows-1252, as Excel saves it. If letters look wrong in what follows, save it as CSV UTF-8 and check it again";

/** Numbers rows and lines; asked without a row, it says where the next would start. */
function rowCounter(): (raw: RawRow | null) => SheetRow {
  let row = 0;
  let line = 1;
  return (raw) => {
    const cells = raw?.cells ?? [];
    const first = line;
    const breaks = raw === null ? 0 : raw.raw.split("\n").length - 1;
    line += breaks;
    row += 1;
    return { row, cells, lineOf: breaks > 1 ? (index) => first + breaksBefore(cells, index) : () => first };
  };
}

/** How many lines further down than its row a cell starts, because cells before it hold line breaks. */
const breaksBefore = (cells: readonly string[], index: number): number =>
  cells.slice(0, index).join("").split("\n").length - 1;

function* checkedRow(row: SheetRow, { cells, raw }: RawRow, file: string): Generator<SheetRow | BrokenRow> {
  if (cells.some((cell) => hasRunOn(cell, raw))) yield problemIn(row, file, RUN_ON);
  yield row;
}

const problemIn = ({ row, lineOf }: SheetRow, file: string, message: string): BrokenRow => ({
  problem: { source: { ...placeAt(file, lineOf(0)), row }, message },
});

const UNCLOSED =
  "A quotation mark that opens in this row is never closed, so nothing from here on was read. Close it, or double it if it is part of the copy.";
const RUN_ON =
  "A quotation mark that opens in this row is not closed at the end of its cell, so rows may have run together here. Close it, or double it if it is part of the copy.";

/**
 * Whether a cell that begins with a quotation mark got it from a quote that was opened and not closed.
 * Read properly, its quotes stand doubled in the source.
 */
const hasRunOn = (cell: string, raw: string): boolean =>
  cell.startsWith('"') && cell.includes("\n") && !raw.includes(cell.replaceAll('"', '""'));

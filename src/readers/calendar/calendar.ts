import type { Source } from "../../model/post.ts";
import { REVIEW_HEADINGS, REVIEW_TITLE } from "../../model/review-sheet.ts";
import type { Draft } from "../post.ts";
import type { Reading } from "../reader.ts";
import { noteAt, placeAt, problemAt, quoted } from "../readings.ts";
import type { ColumnMap, Columns } from "./columns.ts";
import { calendarDates, yearsIn } from "./dates.ts";
import { cellOf, draftsOf, placeOfRow, type Table } from "./draft.ts";
import { findHeading, guessedMap, type Heading } from "./heading-row.ts";
import type { Headings } from "./headings.ts";
import { describeLookAlikes, mappingOf } from "./mapping.ts";
import { remarks } from "./remarks.ts";
import { type BrokenRow, columnLetters, describeError, isBlank, type Sheet, type SheetRow } from "./sheet.ts";

/** A table of which the beginning has been looked at. */
export interface OpenTable {
  readonly sheet: Sheet;
  readonly heading: Heading;
  /** Whether it has no row that counts. */
  readonly isEmpty: boolean;
  /** Whether it is our own list of what was found, of which no row counts. */
  readonly isReview: boolean;
  /** The posts of the rows, with what there is to say of them. */
  readings(read: (draft: Draft) => readonly Reading[], words: Headings, among: Among): AsyncGenerator<Reading>;
  /** The first date of publication that has a year, in milliseconds since 1970 UTC; null where none of the first rows has one. */
  readonly firstDate: number | null;
}

/** What a table is told of the others of its file. */
export interface Among {
  /** Put before ids that are made of the row, where there are several tables. */
  readonly idPrefix: string;
  /** A date of the nearest table that has one. */
  readonly nearby: number | null;
}

export const ALONE: Among = { idPrefix: "", nearby: null };

/** Finds the heading of a table. Its first rows are held for that, and for the year of dates that lack one. */
export async function openTable(sheet: Sheet, words: Headings, map: ColumnMap): Promise<OpenTable> {
  const rows = sheet.rows[Symbol.asyncIterator]();
  const head: (SheetRow | BrokenRow)[] = [];
  while (head.length < ROWS_AHEAD) {
    const { value, done } = await rows.next();
    if (done) break;
    if (!isRow(value) || !isBlankRow(value)) head.push(value);
  }
  const written = head.filter(isRow);
  const isOurs = isReview(written);
  const known = isOurs ? [] : written;
  const heading = findHeading(known, words, map);
  return {
    sheet,
    heading,
    isEmpty: known.length === 0,
    isReview: isOurs,
    readings: (read, words, among) => readTable(sheet, heading, head, rows, read, words, among),
    firstDate: firstDateIn(sheet, heading, known),
  };
}

/** What we found in a workbook stands in it when it is handed back, and quotes copy; it is no copy, whatever its sheet is called. */
function isReview([first, ...others]: readonly SheetRow[]): boolean {
  if (!first?.cells[0]?.startsWith(REVIEW_TITLE)) return false;
  return others
    .slice(0, MOST_OPENING)
    .some(({ cells }) => REVIEW_HEADINGS.every((heading, index) => cells[index]?.trim() === heading));
}

/** Its headings stand below a few sentences. */
const MOST_OPENING = 8;

/** Said where such a table is left out: copy that somebody wrote into it is not read either. */
export const REVIEW_LEFT_OUT = "This is the list of what postlint found, so it was not read as posts";

/** How far ahead dates are looked at. */
const ROWS_AHEAD = 1000;

const isBlankRow = ({ cells, troubles }: SheetRow): boolean =>
  !cells.some((cell) => !isBlank(cell)) && (troubles === undefined || troubles.size === 0);

async function* readTable(
  sheet: Sheet,
  heading: Heading,
  head: readonly (SheetRow | BrokenRow)[],
  rest: AsyncIterator<SheetRow | BrokenRow>,
  read: (draft: Draft) => readonly Reading[],
  words: Headings,
  among: Among,
): AsyncGenerator<Reading> {
  const { columns } = heading;
  const known = head.filter(isRow);
  const headingRow = known[heading.index];
  const start = headingRow === undefined ? 0 : head.indexOf(headingRow) + 1;
  for (const row of columns === null ? head : head.slice(0, start)) if (!isRow(row)) yield brokenRow(row);
  if (columns === null) return;
  const place = placeOfTable(sheet, headingRow);
  const row = headingRow?.row ?? null;
  yield { kind: "mapping", mapping: mappingOf({ file: sheet.file, sheet: sheet.name, row }, columns) };
  const alike = describeLookAlikes(columns, words);
  if (alike !== null) yield noteAt(place.paragraph === undefined ? { ...place, row } : place, alike);
  const table: Table = {
    sheet,
    columns,
    headingRow: row,
    dates: calendarDates(sheet.epoch, yearsNear(sheet, known.slice(0, Math.max(0, heading.index))), among.nearby),
    remarks: remarks(place.paragraph === undefined),
    idPrefix: among.idPrefix,
  };
  foresee(table, head.slice(start).filter(isRow));
  for (const row of head.slice(start)) yield* readingsOf(table, row, read);
  for (;;) {
    const { value, done } = await rest.next();
    if (done) break;
    if (!isRow(value) || !isBlankRow(value)) yield* readingsOf(table, value, read);
  }
  yield* table.remarks.notes(place, columns.headings);
}

/** For what is about no row of it. A document may have several tables, so each stands where its heading does. */
function placeOfTable(sheet: Sheet, heading: SheetRow | undefined): Source {
  if (heading?.paragraphsOf !== undefined) return placeOfRow(sheet, heading);
  return { ...placeAt(sheet.file, null), sheet: sheet.name };
}

function firstDateIn({ epoch }: Sheet, { columns, index }: Heading, rows: readonly SheetRow[]): number | null {
  if (columns === null) return null;
  const dates = calendarDates(epoch, [], null);
  for (const row of rows.slice(index + 1)) {
    const date = cellOf(row, columns, "publish_at");
    const reading = isBlank(date) ? null : dates.publication(row.row, date!.trim());
    if (reading?.kind === "moment") return reading.moment.at;
  }
  return null;
}

const isRow = (row: SheetRow | BrokenRow): row is SheetRow => !("problem" in row);

const brokenRow = ({ problem }: BrokenRow): Reading => ({ kind: "problem", problem });

/** The years that the titles above the heading name, or else the sheet, or else the file. */
function yearsNear({ name, file }: Sheet, titles: readonly SheetRow[]): readonly number[] {
  const above = titles.flatMap(({ cells }) => cells.flatMap((cell) => yearsIn(cell ?? "")));
  return [above, yearsIn(name ?? ""), yearsIn(file)].find((years) => years.length > 0) ?? [];
}

function foresee({ columns, dates }: Table, rows: readonly SheetRow[]): void {
  for (const row of rows) {
    const date = cellOf(row, columns, "publish_at");
    if (!isBlank(date)) dates.foresee(row.row, date!.trim());
  }
}

/** A problem of a row knows its table's heading as a post does: its row may be the only one of which anything is said. */
function* readingsOf(
  table: Table,
  row: SheetRow | BrokenRow,
  read: (draft: Draft) => readonly Reading[],
): Generator<Reading> {
  const { headingRow } = table;
  for (const reading of isRow(row) ? readRow(table, row, read) : [brokenRow(row)]) {
    const isOfRow = reading.kind === "problem" && typeof reading.problem.source?.row === "number";
    yield isOfRow ? { ...reading, problem: { ...reading.problem, headingRow } } : reading;
  }
}

function* readRow(table: Table, row: SheetRow, read: (draft: Draft) => readonly Reading[]): Generator<Reading> {
  const { sheet, columns } = table;
  if (isHeadingAgain(row, columns)) return;
  if (sheet.maySlip && columns.headings.length > 0) {
    const width = columns.headings.length;
    if (row.cells.slice(width).some((cell) => !isBlank(cell))) {
      yield problemAt(placeOfRow(sheet, row), describeOverflow(row.cells.length, width));
    }
  }
  for (const { index } of columns.copy) {
    const trouble = troubleIn(row, index);
    if (trouble !== null) yield problemAt(placeOfRow(sheet, row, index), trouble);
  }
  const filled = columns.copy.filter(({ index }) => holdsCopy(row, index));
  if (filled.length > 0) for (const draft of draftsOf(table, row, filled)) yield* read(draft);
  else if (isDated(table, row)) table.remarks.withoutCopy(row.row, placeOfRow(sheet, row));
}

function holdsCopy(row: SheetRow, index: number): boolean {
  const { cells, carried } = row;
  if (isBlank(cells[index]) || carried?.has(index)) return false;
  return !NO_COPY.test(cells[index]!.trim()) && troubleIn(row, index) === null;
}

/** Why the copy of a cell can't be checked; null where it can. */
function troubleIn({ cells, troubles, carried }: SheetRow, index: number): string | null {
  const trouble = troubles?.get(index);
  if (trouble !== undefined) return trouble;
  const cell = cells[index]?.trim() ?? "";
  return ERROR.test(cell) && !carried?.has(index) ? describeError(cell) : null;
}

/** As Excel, LibreOffice and Google Sheets export them, in English, German and French. */
const ERROR =
  /^(?:#(?:REF!|VALUE!|NAME\?|DIV\/0!|N\/A|NULL!|NUM!|SPILL!|CALC!|ERROR!|BEZUG!|WERT!|ZAHL!|NV|VALEUR!|NOM\?|NOMBRE!)|Err:\d{3})$/u;

/** What people put where the copy will be. */
const NO_COPY = /^(?:t\.?b\.?[acd]\.?|to follow|to come|n\/?a|none|-+|–|—|\?+|\.+)$/iu;

function isDated({ columns, dates }: Table, row: SheetRow): boolean {
  const date = cellOf(row, columns, "publish_at");
  if (isBlank(date) || columns.copy.some(({ index }) => troubleIn(row, index) !== null || row.carried?.has(index)))
    return false;
  const { kind } = dates.publication(row.row, date!.trim());
  return kind === "moment" || kind === "impossible";
}

/** Long tables repeat their heading, for each week or page. */
function isHeadingAgain({ cells }: SheetRow, { headings, copy }: Columns): boolean {
  const same = (index: number) => !isBlank(cells[index]) && cells[index]!.trim() === headings[index]?.trim();
  return headings.length > 0 && copy.every(({ index }) => same(index));
}

const describeOverflow = (cells: number, width: number): string =>
  `This row has ${cells} cells, but the heading has ${width}: part of the copy may have slipped into another column. Put copy that holds the separator in double quotes.`;

/** Names of a map that none of the tables has, in a sentence; null where each was found somewhere. */
export function describeMissing(headings: readonly Heading[]): string | null {
  const [first, ...others] = headings;
  const missing = (first?.missing ?? []).filter((name) => others.every((other) => other.missing.includes(name)));
  if (missing.length === 0) return null;
  return `${describeAbsence(missing)}, so nothing was read from it. ${describeSeen(first!.cells)}.`;
}

const describeAbsence = (missing: readonly string[]): string =>
  `There is no column ${missing.map(quoted).join(" or ")} here`;

function describeSeen(cells: readonly (string | undefined)[]): string {
  const named = cells.flatMap((cell, index) => (isBlank(cell) ? [] : [`${columnLetters(index)} ${shown(cell!)}`]));
  const columns = `${named.slice(0, MOST_NAMED).join(", ")}${named.length > MOST_NAMED ? " …" : ""}`;
  return named.length === 0 ? "It has no headings" : `The columns seen are ${columns}`;
}

/** Says which columns a table has, and how to name the one with the copy. */
export function describeNoCopy({ cells, missing }: Heading): string {
  const unknown = missing.length === 0 ? "" : ` ${describeAbsence(missing)}.`;
  const guess = guessedMap(cells);
  const remedy =
    guess === null
      ? 'Head the column of the copy "Copy" (or text, caption, tweet, post, message), or say which it is, as in --map text=C, or text=C,text=D for several.'
      : `This row reads like a post, not like headings: put headings above it, "Copy" over the copy, or say what the columns hold, as in --map ${guess}.`;
  return `No column holds the copy.${unknown} ${describeSeen(cells)}. ${remedy}`;
}

const MOST_NAMED = 12;

/** Where the heading is missing, the first row is a draft, and a draft is not for a log. */
const shown = (heading: string): string =>
  heading.length <= 30 && !/\d(?:[\d ]*\d){3}/u.test(heading) ? quoted(heading) : "…";

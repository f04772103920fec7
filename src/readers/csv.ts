import type { Source } from "../model/post.ts";
import { type ColumnField, type Columns, type CopyColumn, columnLetters, recogniseColumns } from "./csv-columns.ts";
import { type Draft, postsOf } from "./post.ts";
import type { Reader, Reading, SourceBytes } from "./reader.ts";
import { noteAt, placeAt, problemAt, quoted } from "./readings.ts";
import { describeBroken, linesOf } from "./utf8.ts";

/** CSV and TSV: a post a copy cell, under a heading row whose names are recognised. */
export const csv: Reader = async function* (source, settings) {
  const read = postsOf(settings, { unknownWords: "note" });
  let columns: Columns | null = null;
  let width = 0;
  let hasPost = false;
  for await (const row of rowsOf(source)) {
    if ("kind" in row) {
      yield row;
      if (row.kind === "problem") hasPost = true;
    } else if (columns === null) {
      if (row.cells.every(isBlank)) continue;
      columns = recogniseColumns(row.cells);
      width = row.cells.length;
      if (columns === null) {
        yield problemAt(placeOf(source.name, row), describeNoCopy(row.cells));
        return;
      }
    } else {
      for (const reading of readRow(read, row, columns, width, source.name)) {
        hasPost ||= reading.kind !== "note";
        yield reading;
      }
    }
  }
  if (!hasPost) yield noteAt(placeAt(source.name, null), "This file has no post");
};

interface Row {
  /** As a spreadsheet counts: the heading is row 1. */
  readonly row: number;
  /** 1-based line of the source on which the row starts. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows, blank ones included, with what is wrong with the file among them. */
async function* rowsOf(source: SourceBytes): AsyncGenerator<Row | Reading> {
  const count = rowCounter();
  let parser: RowParser | null = null;
  for await (const batch of linesOf(source.bytes)) {
    if (batch.kind === "broken") {
      // The row that the broken line belongs to is not finished, so the parser is not asked for its rest.
      yield problemAt(placeAt(source.name, batch.line), describeBroken(batch));
      return;
    }
    parser ??= await openParser(delimiterOf(batch.texts[0]!, source.name));
    for (const raw of await parser.take(`${batch.texts.join("\n")}\n`)) yield* checkedRow(count(raw), raw, source.name);
  }
  if (parser === null) return;
  const { rows, isOpen } = await parser.end();
  for (const raw of rows) yield* checkedRow(count(raw), raw, source.name);
  if (isOpen) yield problemAt(placeOf(source.name, count(null)), UNCLOSED);
}

/** Numbers rows and lines; asked without a row, it says where the next would start. */
function rowCounter(): (raw: RawRow | null) => Row {
  let row = 0;
  let line = 1;
  return (raw) => {
    const counted = { row: ++row, line, cells: raw?.cells ?? [] };
    line += raw === null ? 0 : raw.raw.split("\n").length - 1;
    return counted;
  };
}

function* checkedRow(row: Row, { cells, raw }: RawRow, file: string): Generator<Row | Reading> {
  if (cells.some((cell) => hasRunOn(cell, raw))) yield problemAt(placeOf(file, row), RUN_ON);
  yield row;
}

const UNCLOSED =
  "A quotation mark that opens in this row is never closed, so nothing from here on was read. Close it, or double it if it is part of the copy.";
const RUN_ON =
  "A quotation mark that opens in this row is not closed at the end of its cell, so rows may have run together here. Close it, or double it if it is part of the copy.";

interface RawRow {
  readonly cells: readonly string[];
  /** As it stands in the source, with the line breaks within and after it. */
  readonly raw: string;
}

interface RowParser {
  /** The rows that are complete with this text, which ends with a line break. */
  take(text: string): Promise<readonly RawRow[]>;
  /** The last rows, and whether a quote was open at the end. */
  end(): Promise<{ readonly rows: readonly RawRow[]; readonly isOpen: boolean }>;
}

async function openParser(delimiter: string): Promise<RowParser> {
  const { parse } = await import("csv-parse");
  let rows: RawRow[] = [];
  const parser = parse({
    delimiter,
    record_delimiter: "\n",
    // Excel, too, takes a quote within a cell for a character, and a row may have fewer cells than the heading.
    relax_quotes: true,
    relax_column_count: true,
    raw: true,
    // Taken here and not out of the stream: an error at the end would throw away what the stream still holds.
    on_record: (row) => {
      // Under `raw` this is no list of cells, as the type has it, but an object that holds the list.
      const { record, raw } = row as unknown as { record: string[]; raw: string };
      rows.push({ cells: record, raw });
      return null;
    },
  });
  // With these settings the parser knows one failure: a quote that is open at the end.
  let isOpen = false;
  parser.on("error", () => {
    isOpen = true;
  });
  const taken = () => {
    const complete = rows;
    rows = [];
    return complete;
  };
  const done = (start: (callback: () => void) => void) => new Promise<void>((resolve) => start(resolve));
  return {
    async take(text) {
      await done((callback) => parser.write(text, callback));
      return taken();
    },
    async end() {
      parser.resume();
      await done((callback) => parser.end(callback));
      return { rows: taken(), isOpen };
    },
  };
}

/** The sign that is most frequent in the heading, outside quotes. */
function delimiterOf(heading: string, file: string): string {
  const bare = heading.replace(/"[^"]*"/gu, "");
  const usual = file.toLowerCase().endsWith(".tsv") ? ["\t", ",", ";"] : [",", ";", "\t"];
  const count = (sign: string) => bare.split(sign).length;
  return usual.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/**
 * Whether a cell that begins with a quotation mark got it from a quote that was opened and not closed.
 * Read properly, its quotes stand doubled in the source.
 */
const hasRunOn = (cell: string, raw: string): boolean =>
  cell.startsWith('"') && cell.includes("\n") && !raw.includes(cell.replaceAll('"', '""'));

function* readRow(
  read: ReturnType<typeof postsOf>,
  row: Row,
  columns: Columns,
  width: number,
  file: string,
): Generator<Reading> {
  const { cells } = row;
  if (cells.every(isBlank)) return;
  const filled = columns.copy.filter(({ index }) => !isBlank(cells[index]));
  if (cells.slice(width).some((cell) => !isBlank(cell))) {
    yield problemAt(placeOf(file, row), describeOverflow(cells.length, width));
  }
  if (filled.length === 0 && !isBlank(cellOf(cells, columns, "publish_at"))) {
    yield noteAt(placeOf(file, row), "This row has a date but no copy yet");
  }
  for (const column of filled) yield* read(draftOf(row, columns, column, file));
}

const isBlank = (cell: string | undefined): boolean => cell === undefined || cell.trim() === "";

const cellOf = (cells: readonly string[], { fields }: Columns, field: ColumnField): string | undefined => {
  const index = fields.get(field);
  return index === undefined ? undefined : (cells[index] ?? "");
};

const placeOf = (file: string, { row, line }: { row: number; line: number }, cell: string | null = null): Source => ({
  ...placeAt(file, line),
  row,
  cell,
});

function draftOf(row: Row, columns: Columns, column: CopyColumn, file: string): Draft {
  const { cells, line } = row;
  const letters = columnLetters(column.index);
  const isOnly = columns.copy.length === 1;
  return {
    fields: fieldsOf(cells, columns, column),
    derivedId: isOnly ? `row-${row.row}` : `row-${row.row}-${letters}`,
    idSuffix: isOnly ? "" : `-${letters}`,
    source: placeOf(file, row, `${letters}${row.row}`),
    wayBack: (field) => {
      const index =
        field === "text" ? column.index : columns.fields.get(field.endsWith(".alt") ? "alt" : (field as ColumnField));
      return [{ start: 0, line: line + breaksBefore(cells, index ?? 0), column: null, breaks: true }];
    },
  };
}

/** How many lines further down than its row a cell starts, because cells before it hold line breaks. */
const breaksBefore = (cells: readonly string[], index: number): number =>
  cells.slice(0, index).join("").split("\n").length - 1;

/** Keys of a post that a row fills as they are. */
const PLAIN_FIELDS = [
  "id",
  "title",
  "first_comment",
  "channel",
  "account",
  "author",
  "embargo_until",
  "permission",
  "campaign_starts_at",
  "approved_by",
  "approved_at",
  "status",
  "owner",
  "link",
] as const satisfies readonly ColumnField[];

const MEDIA_FIELDS = ["file", "alt", "credit", "licence", "consent"] as const satisfies readonly ColumnField[];

function fieldsOf(cells: readonly string[], columns: Columns, column: CopyColumn): Record<string, unknown> {
  const fields: Record<string, unknown> = { text: cells[column.index] };
  for (const field of PLAIN_FIELDS) {
    const cell = cellOf(cells, columns, field);
    if (cell !== undefined) fields[field] = cell;
  }
  if (column.channel !== null) fields.channel = column.channel;
  const publishAt = publishAtOf(cells, columns);
  if (publishAt !== undefined) fields.publish_at = publishAt;
  const media = MEDIA_FIELDS.map((field) => [field, cellOf(cells, columns, field)] as const);
  const given = media.filter(([, cell]) => !isBlank(cell));
  if (given.length > 0) fields.media = [Object.fromEntries(given)];
  return fields;
}

/** A date, together with the time where that has a column of its own. */
function publishAtOf(cells: readonly string[], columns: Columns): string | undefined {
  const date = cellOf(cells, columns, "publish_at");
  const time = cellOf(cells, columns, "time")?.trim();
  if (date === undefined || isBlank(date) || !time || /\d[:.]\d\d|\d ?[ap]m/iu.test(date)) return date;
  return /\d|noon|midday/iu.test(time) ? `${date.trim()} ${time}` : date;
}

const describeOverflow = (cells: number, width: number): string =>
  `This row has ${cells} cells, but the heading has ${width}: part of the copy may have slipped into another column. Put copy that holds the separator in double quotes.`;

function describeNoCopy(headings: readonly string[]): string {
  const seen = headings.slice(0, 12).map((heading) => (looksLikeName(heading) ? quoted(heading) : "…"));
  const columns = `${seen.join(", ")}${headings.length > 12 ? " …" : ""}`;
  return `No column holds the copy. The first row names ${columns}; name the column of the copy "copy" (or text, caption, tweet, post, message).`;
}

/** Where the heading is missing, the first row is a draft, and a draft is not for a log. */
const looksLikeName = (heading: string): boolean => heading.length <= 30 && !/\d(?:[\d ]*\d){3}/u.test(heading);

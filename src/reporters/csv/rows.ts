import { openParser } from "../../containers/csv-parser.ts";

/** A row with its place in the units of the file. */
export interface PlacedRow {
  /** As a spreadsheet counts. */
  readonly row: number;
  readonly start: number;
  /** Before the line break that ends it. */
  readonly end: number;
  /** In units of the file, not decoded. Empty for Excel's own line `sep=;`. */
  readonly cells: readonly string[];
}

/** The rows as the reader of CSV counts them: the same parser gets the same lines. What stands behind an open quote is no row. */
export async function placedRows(units: string, delimiter: string): Promise<readonly PlacedRow[]> {
  const lines = linesOf(units);
  const parser = await openParser(delimiter);
  const rows: PlacedRow[] = [];
  let next = 0;
  const place = (cells: readonly string[], count: number) => {
    rows.push({ row: rows.length + 1, start: lines[next]!.start, end: lines[next + count - 1]!.end, cells });
    next += count;
  };
  const take = (raws: Awaited<ReturnType<typeof parser.take>>) => {
    for (const { cells, raw } of raws) place(cells, raw.split("\n").length - 1);
  };
  if (SEPARATOR_LINE.test(lineAt(units, lines[0]))) place([], 1);
  for (let from = next; from < lines.length; from += BATCH) {
    const texts = lines.slice(from, from + BATCH).map((line) => lineAt(units, line));
    take(await parser.take(`${texts.join("\n")}\n`));
  }
  take((await parser.end()).rows);
  return rows;
}

export const SEPARATOR_LINE = /^sep=(.)$/u;

/** Lines that the parser gets at once. */
const BATCH = 2000;

interface Line {
  readonly start: number;
  readonly end: number;
}

/** A line break at the end of the file opens no further line. */
function linesOf(units: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { 0: found, index } of units.matchAll(/\r\n|\r|\n/gu)) {
    lines.push({ start, end: index });
    start = index + found.length;
  }
  if (start < units.length) lines.push({ start, end: units.length });
  return lines;
}

const lineAt = (units: string, line: Line | undefined): string =>
  line === undefined ? "" : units.slice(line.start, line.end);

/** Where the cells of a row begin, in units from its start: behind each delimiter that no quotes hold. */
export function cellStarts(row: string, delimiter: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < row.length; at++) {
    if (row[at] === '"' && at === starts.at(-1)) at = closingQuote(row, at);
    else if (row.startsWith(delimiter, at)) starts.push(at + delimiter.length);
  }
  return starts;
}

function closingQuote(row: string, opening: number): number {
  const [quoted] = /^"(?:[^"]|"")*/u.exec(row.slice(opening))!;
  return opening + quoted.length;
}

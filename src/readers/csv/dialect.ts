import { DELIMITERS } from "../../containers/csv-parser.ts";
import { HEADING_ROWS } from "../calendar/heading-row.ts";
import type { Headings } from "../calendar/headings.ts";
import { knownNames, meaningsOf } from "../calendar/headings.ts";

export interface Dialect {
  readonly delimiter: string;
  /** Whether the first line is Excel's own word about it, and no row: `sep=;`. */
  readonly saysSo: boolean;
}

/**
 * The sign that parts the cells, found by looking at the first lines: the one under which a line reads as a heading,
 * or else the one that is most frequent in a line. Prose holds commas, so counting alone would be misled.
 */
export function dialectOf(lines: readonly string[], file: string, words: Headings): Dialect {
  const said = /^sep=(.)$/u.exec(lines[0] ?? "")?.[1];
  if (said !== undefined) return { delimiter: said, saysSo: true };
  const signs = file.toLowerCase().endsWith(".tsv") ? ["\t", ...DELIMITERS] : DELIMITERS;
  const records = recordsIn(lines);
  const known = knownNames(words);
  const isKnown = (cell: string) => meaningsOf(cell).some((name) => known.has(name));
  const headings = (sign: string) => best(records, (record) => cellsIn(record, sign).filter(isKnown).length);
  const cells = (sign: string) => best(records, (record) => cellsIn(record, sign).length);
  const delimiter = signs.reduce((a, b) => {
    const more = headings(b) - headings(a);
    return more > 0 || (more === 0 && headings(a) === 0 && b !== BAR && cells(b) > cells(a)) ? b : a;
  });
  return { delimiter, saysSo: false };
}

/** Posts are full of bars ("Open day | 5 May | Free"), so only headings tell that one parts cells. */
const BAR = "|";

const best = (records: readonly string[], measure: (record: string) => number): number =>
  Math.max(0, ...records.map(measure));

/** Lines, those put together that a quoted cell spans. */
function recordsIn(lines: readonly string[]): readonly string[] {
  const records: string[] = [];
  let open: string | null = null;
  for (const line of lines.slice(0, LINES_SEEN)) {
    const record: string = open === null ? line : `${open}\n${line}`;
    const isOpen = (record.split('"').length - 1) % 2 === 1;
    if (!isOpen && record.trim() !== "") records.push(record);
    open = isOpen ? record : null;
    if (records.length === HEADING_ROWS) break;
  }
  if (open !== null) records.push(open.split("\n")[0]!);
  return records;
}

const LINES_SEEN = 200;

/** The cells of a record, near enough to count them. */
const cellsIn = (record: string, sign: string): readonly string[] =>
  record.replace(/"[^"]*"/gu, (cell) => cell.replaceAll(sign, " ").replaceAll('"', "")).split(sign);

import type { Source } from "../../model/post.ts";
import type { Draft } from "../post.ts";
import type { ReaderSettings, Reading } from "../reader.ts";
import { noteAt, placeAt, problemAt } from "../readings.ts";
import { describeMissing, type OpenTable, openTable } from "./calendar.ts";
import type { Heading } from "./heading-row.ts";
import { type ColumnField, type Headings, meaningsOf } from "./headings.ts";
import { EPOCH_1900 } from "./serial.ts";
import type { SheetRow } from "./sheet.ts";

/** Indices of paragraphs or lines, half-open. */
export interface Range {
  readonly first: number;
  readonly end: number;
}

/** A table that stands among the text of a document. */
export interface TableInText extends Range {
  readonly rows: readonly SheetRow[];
  readonly place: Source;
}

/** One of which each row is a post. */
export interface CalendarInText extends Range {
  readonly table: OpenTable;
}

/** The tables that have headings of a calendar, and notes on those that only look like it. */
export async function calendarsAmong(
  tables: readonly TableInText[],
  file: string,
  settings: ReaderSettings,
): Promise<{ readonly calendars: readonly CalendarInText[]; readonly notes: readonly Reading[] }> {
  const calendars: CalendarInText[] = [];
  const notes: Reading[] = [];
  for (const { first, end, rows, place } of tables) {
    const sheet = { file, name: null, rows: inOrder(rows), epoch: EPOCH_1900, maySlip: false, isInText: true };
    const words = await settings.headings();
    const table = await openTable(sheet, words, settings.map);
    if (isHeadOfCalendar(table.heading)) calendars.push({ table, first, end });
    else if (isLikeACalendar(table.heading, words)) notes.push(noteAt(place, NO_CALENDAR));
  }
  return { calendars, notes };
}

/** One heading alone may be the label of what stands beside it, as in a form. */
const isHeadOfCalendar = ({ columns, score }: Heading): boolean =>
  columns !== null && score > 0 && columns.copy.length + columns.fields.size > 1;

/** One heading of copy, or two others; days and times alone are when somebody has opened. */
function isLikeACalendar({ cells, score }: Heading, { fields, ...others }: Headings): boolean {
  const names = new Set(cells.flatMap((cell) => meaningsOf(cell ?? "")));
  const ranks = [...fields].flatMap(([field, ranks]) => (TIMES.includes(field) ? [] : [ranks]));
  const isBeyondTimes = [...ranks, others.copy, others.copyIfNoOther].some((ranks) =>
    [...names].some((name) => ranks.has(name)),
  );
  return score >= WORTH_A_NOTE && isBeyondTimes;
}

/** Score of a table that is told of, as it was read as text. */
const WORTH_A_NOTE = 3;

const TIMES: readonly ColumnField[] = ["publish_at", "time", "weekday"];

const NO_CALENDAR =
  'This table was read as one text with what stands around it. To have each row read as a post, head the column of the copy "Copy" and another one "Date" or "Channel"';

async function* inOrder(rows: readonly SheetRow[]): AsyncGenerator<SheetRow> {
  yield* rows;
}

/** What stands between the calendars, which are in its order. */
export const outsideOf = <Item>(calendars: readonly Range[], items: readonly Item[]): readonly Item[] =>
  [...calendars, { first: items.length }].flatMap(({ first }, index) =>
    items.slice(calendars[index - 1]?.end ?? 0, first),
  );

/** The posts of all calendars of a file. */
export async function* readCalendars(
  calendars: readonly CalendarInText[],
  file: string,
  read: (draft: Draft) => readonly Reading[],
  settings: ReaderSettings,
): AsyncGenerator<Reading> {
  const nearby = calendars.map(({ table }) => table.firstDate).find((date) => date !== null) ?? null;
  for (const [index, { table }] of calendars.entries()) {
    const idPrefix = calendars.length > 1 ? `table-${index + 1}-` : "";
    yield* table.readings(read, await settings.headings(), { idPrefix, nearby });
  }
  const missing = describeMissing(calendars.map(({ table }) => table.heading));
  if (missing !== null) yield problemAt(placeAt(file, null), missing);
}

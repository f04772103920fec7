import type { Post, Source } from "../../model/post.ts";
import { DateRead, EMBARGO_MINUTE } from "../meta.ts";
import { type MomentReading, weekdayNamed } from "../moment.ts";
import type { Draft } from "../post.ts";
import { altPlaces, onLine, placeAt } from "../readings.ts";
import type { Columns, CopyColumn } from "./columns.ts";
import { type CalendarDates, timeText } from "./dates.ts";
import { COLUMNS, type ColumnField } from "./headings.ts";
import { keyOf } from "./mapping.ts";
import type { Remarks } from "./remarks.ts";
import { columnLetters, isBlank, type Sheet, type SheetRow } from "./sheet.ts";

/** What the rows of one table have in common. */
export interface Table {
  readonly sheet: Sheet;
  readonly columns: Columns;
  /** Null where the table has no heading. */
  readonly headingRow: number | null;
  readonly dates: CalendarDates;
  readonly remarks: Remarks;
  /** Put before ids that are made of the row, where a workbook has several tables. */
  readonly idPrefix: string;
}

export function placeOfRow({ file, name }: Sheet, row: SheetRow, index: number | null = null): Source {
  const paragraphs = row.paragraphsOf?.(index ?? 0);
  if (paragraphs !== undefined) return { ...placeAt(file, null), paragraph: paragraphs[0].paragraph };
  const cell = index === null ? null : cellName(row, index);
  return { ...placeAt(file, row.lineOf(0)), sheet: name, row: row.row, cell };
}

const cellName = ({ row }: SheetRow, index: number): string => `${columnLetters(index)}${row}`;

export const cellOf = (row: SheetRow, { fields }: Columns, field: ColumnField): string | undefined => {
  const index = fields.get(field);
  return index === undefined ? undefined : (row.cells[index] ?? "");
};

/** The drafts of a row, one a copy cell of `filled`. */
export function draftsOf(table: Table, row: SheetRow, filled: readonly CopyColumn[]): readonly Draft[] {
  const shared = sharedFields(table, row);
  const places = fieldPlaces(row, table.columns);
  return filled.map((column) => {
    const { index } = column;
    const letters = columnLetters(index);
    const isOnly = table.columns.copy.length === 1;
    const lineOf = (field: string) => {
      const at = field === "text" ? index : places.indexes.get(field);
      return at === undefined ? null : row.lineOf(at);
    };
    return {
      fields: { ...shared, text: row.cells[index], ...channelOf(column, shared.channel) },
      derivedId: `${table.idPrefix}row-${row.row}${isOnly ? "" : `-${letters}`}`,
      idSuffix: isOnly ? "" : `-${letters}`,
      source: placeOfRow(table.sheet, row, index),
      wayBack: (field) => {
        const line = lineOf(field);
        return line === null ? onLine(null) : [{ start: 0, line, column: null, breaks: true }];
      },
      ...(table.headingRow !== null && { headingRow: table.headingRow }),
      ...(row.paragraphsOf === undefined
        ? { cells: { ...places.cells, text: cellName(row, index) } }
        : { paragraphs: { ...places.paragraphs, text: row.paragraphsOf(index) } }),
      ...(places.lines && { lines: places.lines }),
    };
  });
}

function channelOf({ channel, isSure }: CopyColumn, given: unknown): { readonly channel?: string } {
  if (channel === null || (!isSure && typeof given === "string" && given.trim() !== "")) return {};
  return { channel };
}

function sharedFields(table: Table, row: SheetRow): Record<string, unknown> {
  const publication = publicationOf(table, row);
  const near = publication?.kind === "moment" ? publication.moment.at : null;
  const fields: Record<string, unknown> = {};
  if (publication !== null) fields.publish_at = new DateRead(publication);
  for (const [field, index] of table.columns.fields) {
    const kind = COLUMNS[field];
    const cell = row.cells[index] ?? "";
    switch (kind) {
      case "plain":
        fields[field] = cell;
        break;
      case "date": {
        const reading = otherDate(table, row, field, near);
        if (reading !== null) fields[field] = new DateRead(reading);
        break;
      }
      case "media":
      case "publication":
      case "permission":
        break;
      default:
        kind satisfies never;
    }
  }
  const media = [...mediaInColumns(row, table.columns), ...(row.pictures ?? []).map(({ alt }) => ({ alt }))];
  if (media.length > 0) fields.media = media;
  return { ...fields, ...permissionOf(table, row, near) };
}

/** The one image that the columns of a row tell of, or none. */
function mediaInColumns(row: SheetRow, { fields }: Columns): readonly Readonly<Record<string, string>>[] {
  const cells = [...fields].flatMap(([field, index]) =>
    COLUMNS[field] === "media" && !isBlank(row.cells[index]) ? [[field, row.cells[index]!] as const] : [],
  );
  const image: Readonly<Record<string, string>> = Object.fromEntries(cells);
  // A credit alone says nothing of an image that needs words beside it.
  return image.file !== undefined || image.alt !== undefined ? [image] : [];
}

function permissionOf(table: Table, row: SheetRow, near: number | null): { readonly permission?: unknown } {
  const permission = cellOf(row, table.columns, "permission");
  const givenAt = otherDate(table, row, "permission_given_at", near);
  if (givenAt !== null) return { permission: { reference: permission ?? "", given_at: new DateRead(givenAt) } };
  return permission === undefined ? {} : { permission };
}

/** The date, together with the time and the weekday where they have columns of their own; null where there is no column or date. */
function publicationOf({ columns, dates, remarks }: Table, row: SheetRow): MomentReading | null {
  const column = columns.fields.get("publish_at");
  if (column === undefined) return null;
  const date = row.cells[column];
  if (isBlank(date)) {
    remarks.undated("date", column, row.row, null);
    return null;
  }
  const reading = withTime(dates, remarks, columns, row, date!.trim());
  remark(remarks, column, row, date!, reading);
  return withWeekday(reading, cellOf(row, columns, "weekday"));
}

function withTime(
  dates: CalendarDates,
  remarks: Remarks,
  columns: Columns,
  row: SheetRow,
  date: string,
): MomentReading {
  const column = columns.fields.get("time");
  const time = column === undefined ? "" : (row.cells[column] ?? "").trim();
  if (column === undefined || time === "" || HAS_TIME.test(date)) return dates.publication(row.row, date);
  const together = dates.publication(row.row, `${date} ${timeText(time, 0)}`);
  if (together.kind !== "wrong" && together.kind !== "open") return together;
  const alone = dates.publication(row.row, date);
  // "AM" leaves the day as it is, and "TBC" with a time is no date for another reason.
  if (alone.kind === "moment") remarks.undated("time", column, row.row, time);
  return alone;
}

const HAS_TIME = /\d:\d\d|\d\.\d\d ?[ap]m|\d ?[ap]m\b/iu;

function withWeekday(reading: MomentReading, written: string | undefined): MomentReading {
  if ((reading.kind !== "moment" && reading.kind !== "impossible") || reading.weekday !== null) return reading;
  return { ...reading, weekday: weekdayNamed((written ?? "").trim()) };
}

/** Null where there is no such column or nothing in it. */
function otherDate(
  { columns, dates, remarks }: Table,
  row: SheetRow,
  field: ColumnField,
  near: number | null,
): MomentReading | null {
  const column = columns.fields.get(field);
  const written = column === undefined ? undefined : row.cells[column];
  if (column === undefined || isBlank(written)) return null;
  const reading = dates.beside(row.row, written!.trim(), field === "embargo_until" ? EMBARGO_MINUTE : 0, near);
  remark(remarks, column, row, written!, reading);
  return reading;
}

function remark(remarks: Remarks, column: number, row: SheetRow, written: string, reading: MomentReading): void {
  if (reading.kind === "moment") {
    if (reading.isYearInferred) remarks.yearInferred(column, new Date(reading.moment.at).getUTCFullYear());
  } else if (reading.kind !== "none") remarks.undated("date", column, row.row, written);
}

interface FieldPlaces {
  readonly indexes: ReadonlyMap<string, number>;
  readonly cells: Readonly<Record<string, string>>;
  /** Of fields that start on another line than the row; undefined where none does. */
  readonly lines?: Readonly<Record<string, number>>;
  /** In a table of a document. */
  readonly paragraphs?: NonNullable<Post["paragraphs"]>;
}

function fieldPlaces(row: SheetRow, columns: Columns): FieldPlaces {
  const { fields } = columns;
  const indexes = new Map<string, number>();
  const cells: Record<string, string> = {};
  const lines: Record<string, number> = {};
  const first = row.lineOf(0);
  let hasLines = false;
  for (const [field, index] of fields) {
    if (field === "time" || field === "weekday") continue;
    const key = keyOf(field);
    indexes.set(key, index);
    cells[key] = cellName(row, index);
    const line = row.lineOf(index);
    if (line === null || line === first) continue;
    lines[key] = line;
    hasLines = true;
  }
  const { paragraphsOf } = row;
  if (paragraphsOf !== undefined) {
    const ofCells = [...indexes].map(([key, index]) => [key, paragraphsOf(index)] as const);
    const ofPictures = altPlaces(row.pictures ?? [], mediaInColumns(row, columns).length);
    return { indexes, cells, paragraphs: { ...Object.fromEntries(ofCells), ...ofPictures } };
  }
  return hasLines ? { indexes, cells, lines } : { indexes, cells };
}

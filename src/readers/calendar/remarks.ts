import type { Source } from "../../model/post.ts";
import type { Reading } from "../reader.ts";
import { noteAt, quoted } from "../readings.ts";
import { nameColumn } from "./mapping.ts";
import { columnLetters, isBlank } from "./sheet.ts";

/** What there is to say of the rows of a table, gathered so that a hundred rows do not say it a hundred times. */
export interface Remarks {
  /** A cell that should hold a date or a time, and holds none; `words` are null where it is blank. */
  undated(kind: "date" | "time", column: number, row: number, words: string | null): void;
  yearInferred(column: number, year: number): void;
  withoutCopy(row: number, place: Source): void;
  /** A place for what has none of its own. */
  notes(table: Source, headings: readonly (string | undefined)[]): readonly Reading[];
}

/** `hasNames` says whether cells have names, as in a spreadsheet: those in a table of a document have none. */
export function remarks(hasNames: boolean): Remarks {
  const undated = new Map<number, Undated>();
  const inferred = new Map<number, { rows: number; readonly years: Set<number> }>();
  const withoutCopy: RowWithoutCopy[] = [];
  let more = 0;
  return {
    undated(kind, column, row, words) {
      const seen = undated.get(column) ?? { kind, rows: 0, blank: 0, examples: [] };
      undated.set(column, seen);
      seen.rows += 1;
      if (words === null) seen.blank += 1;
      else if (seen.examples.length < MOST_NAMED)
        seen.examples.push(`${hasNames ? `${columnLetters(column)}${row}` : `row ${row}`} ${quoted(words)}`);
    },
    yearInferred(column, year) {
      const seen = inferred.get(column) ?? { rows: 0, years: new Set<number>() };
      seen.rows += 1;
      seen.years.add(year);
      inferred.set(column, seen);
    },
    withoutCopy(row, place) {
      if (withoutCopy.length < MOST_NAMED) withoutCopy.push({ row, place });
      else more += 1;
    },
    notes(table, headings) {
      const name = (column: number) => (hasNames ? nameColumn(column, headings) : nameByHeading(column, headings));
      const sentences = [
        ...[...inferred].map(([column, seen]) => describeInferred(name(column), seen)),
        ...[...undated].map(([column, seen]) => describeUndated(name(column), seen)),
      ];
      return [...sentences.map((sentence) => noteAt(table, sentence)), ...notesWithoutCopy(withoutCopy, more, table)];
    },
  };
}

const nameByHeading = (column: number, headings: readonly (string | undefined)[]): string =>
  `column ${isBlank(headings[column]) ? column + 1 : quoted(headings[column]!)}`;

interface Undated {
  readonly kind: "date" | "time";
  rows: number;
  blank: number;
  readonly examples: string[];
}

/** More than these are counted, not named. */
const MOST_NAMED = 3;

const rowsOf = (count: number): string => `${count} ${count === 1 ? "row" : "rows"}`;

const capitalised = (words: string): string => words[0]!.toUpperCase() + words.slice(1);

function describeInferred(column: string, { rows, years }: { rows: number; years: ReadonlySet<number> }): string {
  const named = [...years].sort().join(" and ");
  return `${capitalised(column)} leaves the year out in ${rowsOf(rows)}: ${named} was taken from what stands around them`;
}

function describeUndated(column: string, { kind, rows, blank, examples }: Undated): string {
  const unnamed = rows - blank - examples.length;
  const details = [
    ...(blank > 0 ? [`${blank} blank`] : []),
    ...examples,
    ...(unnamed > 0 ? [`${unnamed} more`] : []),
  ].join(", ");
  const checked =
    kind === "date" ? "the copy was checked there, but nothing that depends on the date" : "only the day counts there";
  return `${capitalised(column)} gives no ${kind} in ${rowsOf(rows)} (${details}): ${checked}`;
}

interface RowWithoutCopy {
  readonly row: number;
  readonly place: Source;
}

function notesWithoutCopy(rows: readonly RowWithoutCopy[], more: number, table: Source): readonly Reading[] {
  const [first] = rows;
  if (first === undefined) return [];
  if (rows.length === 1) return [noteAt(first.place, "This row has a date but no copy yet")];
  const named = rows.map(({ row }) => row).join(", ");
  const others = more > 0 ? ` and ${more} more` : "";
  return [noteAt(table, `${rows.length + more} rows have a date but no copy yet: rows ${named}${others}`)];
}

import { isChannelName } from "../channel.ts";
import { readMoment } from "../moment.ts";
import { type ColumnMap, type Columns, type Recognition, recognise } from "./columns.ts";
import type { Headings } from "./headings.ts";
import { columnLetters, isBlank, type SheetRow } from "./sheet.ts";

/** Where the heading of a table stands, and what it says. */
export interface Heading {
  /** Null where no column holds copy. */
  readonly columns: Columns | null;
  /** Index among the rows that were looked at; -1 where a map says all and the table has no heading. */
  readonly index: number;
  /** Place of the row that looks most like a heading; null where there is none. */
  readonly row: number | null;
  readonly line: number | null;
  /** The row that looks most like a heading, also where none holds copy. */
  readonly cells: readonly (string | undefined)[];
  /** How many columns were recognised, weighed. */
  readonly score: number;
  /** Names of the map that no column has. */
  readonly missing: readonly string[];
}

/** How far down a heading is looked for. */
export const HEADING_ROWS = 30;

/** Looks for the heading in the first rows, below titles and banners. `rows` are those that are not blank. */
export function findHeading(rows: readonly SheetRow[], words: Headings, map: ColumnMap): Heading {
  const candidates = rows.slice(0, HEADING_ROWS).map((row, index) => ({
    index,
    row,
    recognition: recognise(row.cells, words, map, (column) => below(rows, index, column)),
  }));
  const best = candidates
    .filter(({ recognition }) => recognition.score > 0)
    .reduce<(typeof candidates)[number] | null>(
      (a, b) => (a === null || isBetter(b.recognition, a.recognition) ? b : a),
      null,
    );
  if (best !== null) {
    const { columns, score, missing } = best.recognition;
    return { columns, index: best.index, ...placed(best.row), score, missing };
  }
  const missing = Object.values(map).flat();
  return headingByMap(candidates) ?? { columns: null, index: -1, ...placed(likeliest(rows)), score: 0, missing };
}

const isBetter = (a: Recognition, b: Recognition): boolean =>
  a.columns !== null && b.columns === null ? true : a.score > b.score && (a.columns !== null || b.columns === null);

const placed = (row: SheetRow | undefined): Pick<Heading, "row" | "line" | "cells"> => ({
  row: row?.row ?? null,
  line: row?.lineOf(0) ?? null,
  cells: row?.cells ?? [],
});

/** A map of letters needs no heading that we know: a row above the first post that has short words in each mapped column is one. */
function headingByMap(
  candidates: readonly { readonly index: number; readonly row: SheetRow; readonly recognition: Recognition }[],
): Heading | null {
  const [first] = candidates;
  if (first === undefined || first.recognition.columns === null) return null;
  const post = candidates.findIndex(({ row, recognition: { columns } }) => isPost(row, columns!));
  const heading = candidates.slice(0, post < 0 ? candidates.length : post).find(({ row, recognition: { columns } }) => {
    const mapped = [...columns!.copy.map(({ index }) => index), ...columns!.fields.values()];
    return mapped.every((index) => !isBlank(row.cells[index]) && row.cells[index]!.length <= LONGEST_HEADING);
  });
  const { columns, missing } = (heading ?? first).recognition;
  return {
    columns: heading === undefined ? { ...columns!, headings: [], unused: [] } : columns,
    index: heading?.index ?? -1,
    ...placed(heading?.row),
    score: 0,
    missing,
  };
}

const LONGEST_HEADING = 40;

/** Whether a row holds what no heading says: much copy, or a date. */
function isPost({ cells }: SheetRow, { copy, fields }: Columns): boolean {
  const date = cells[fields.get("publish_at") ?? -1];
  return (
    copy.some(({ index }) => (cells[index] ?? "").length > LONGEST_HEADING) ||
    (!isBlank(date) && readMoment(date!).kind !== "wrong")
  );
}

/**
 * What the columns of a row that reads like a post seem to hold, as a map says it; null where it does not read like one:
 * no date, no copy, or neither a cell too long for a heading nor a link beside the date.
 */
export function guessedMap(cells: readonly (string | undefined)[]): string | null {
  const date = cells.findIndex((cell) => !isBlank(cell) && readMoment(cell!, 0, () => LEAP_YEAR).kind === "moment");
  if (date < 0) return null;
  const link = cells.findIndex((cell) => /^\s*https?:/iu.test(cell ?? ""));
  const channel = cells.findIndex((cell) => isChannelName((cell ?? "").trim().toLowerCase()));
  const words = [...cells.keys()].filter(
    (index) => ![date, link, channel].includes(index) && /\p{L}/u.test(cells[index] ?? ""),
  );
  const [first] = words;
  if (first === undefined) return null;
  const copy = words.reduce((a, b) => (cells[b]!.length > cells[a]!.length ? b : a), first);
  if (link < 0 && cells[copy]!.trim().length <= LONGEST_HEADING) return null;
  return [
    { field: "publish_at", index: date },
    { field: "text", index: copy },
    { field: "link", index: link },
    { field: "channel", index: channel },
  ]
    .filter(({ index }) => index >= 0)
    .sort((a, b) => a.index - b.index)
    .map(({ field, index }) => `${field}=${columnLetters(index)}`)
    .join(",");
}

/** Has all days that may be written without their year. */
const LEAP_YEAR = 2024;

/** The first row with more than one cell, or the first. */
const likeliest = (rows: readonly SheetRow[]): SheetRow | undefined =>
  rows.find(({ cells }) => cells.filter((cell) => !isBlank(cell)).length > 1) ?? rows[0];

const below = (rows: readonly SheetRow[], index: number, column: number): readonly string[] =>
  rows
    .slice(index + 1, index + 1 + HEADING_ROWS)
    .flatMap(({ cells }) => (isBlank(cells[column]) ? [] : cells[column]!));

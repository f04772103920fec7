import { quoted } from "../readings.ts";
import type { Columns } from "./columns.ts";
import { COLUMNS, type ColumnField, type Headings } from "./headings.ts";
import { lookerFor } from "./look-alikes.ts";
import { columnLetters, isBlank } from "./sheet.ts";

/** What was recognised of a table. */
export interface Mapping {
  readonly file: string;
  readonly sheet: string | null;
  /** The row of the heading; null where the table has none. */
  readonly row: number | null;
  /** In the order of the table. */
  readonly columns: readonly MappedColumn[];
  /** Columns with a heading that are not read. */
  readonly unused: readonly Pick<MappedColumn, "letters" | "heading">[];
}

export interface MappedColumn {
  /** `text` or a key of a post. */
  readonly field: string;
  readonly letters: string;
  /** As written; empty where there is none. */
  readonly heading: string;
  /** The channel that the heading of a copy column names. */
  readonly channel: string | null;
}

export function mappingOf(
  place: Pick<Mapping, "file" | "sheet" | "row">,
  { copy, fields, headings, unused }: Columns,
): Mapping {
  const at = (index: number) => ({ letters: columnLetters(index), heading: (headings[index] ?? "").trim() });
  const columns = [
    ...copy.map(({ index, channel }) => ({ index, field: "text", channel })),
    ...[...fields].map(([field, index]) => ({ index, field: keyOf(field), channel: null })),
  ];
  return {
    ...place,
    columns: columns
      .sort((a, b) => a.index - b.index)
      .map(({ index, field, channel }) => ({ field, ...at(index), channel })),
    unused: unused.map(at),
  };
}

/** The key of a post under which a column's value ends up. */
export function keyOf(field: ColumnField): string {
  if (COLUMNS[field] === "media") return `media[0].${field}`;
  switch (field) {
    case "permission_given_at":
      return "permission.given_at";
    case "time":
      return "publish_at (time)";
    default:
      return field;
  }
}

/** One sentence about headings that are not known and look as if they mattered; null where there are none. */
export function describeLookAlikes({ headings, unused }: Columns, words: Headings): string | null {
  const looksLike = lookerFor(words);
  const alike = unused.flatMap((index): readonly Alike[] => {
    const field = OWN.test(headings[index]!) ? null : looksLike(headings[index]!);
    return field === null ? [] : [{ index, field }];
  });
  const [first] = alike;
  if (first === undefined) return null;
  const named = alike.slice(0, MOST_NAMED).map(({ index, field }) => `${nameColumn(index, headings)} (${field}?)`);
  const others = alike.length > named.length ? ` and ${alike.length - named.length} more` : "";
  const [subject, verb] = alike.length === 1 ? ["A column looks", "was"] : ["Some columns look", "were"];
  return `${subject} like something that postlint knows and ${verb} not read: ${named.join(", ")}${others}. ${remedyFor(alike)}`;
}

interface Alike {
  readonly index: number;
  readonly field: string;
}

/** Several columns may hold copy, but only one of them the date. */
function remedyFor(alike: readonly Alike[]): string {
  const [first] = alike;
  const same = alike.filter(({ field }) => field === first!.field);
  const shown = first!.field === "text" ? same.slice(0, MOST_MAPPED) : [first!];
  const map = shown.map(({ field, index }) => `${field}=${columnLetters(index)}`).join(",");
  return shown.length === 1
    ? `If that is what it holds, say --map ${map}.`
    : `If that is what they hold, say --map ${map}.`;
}

const MOST_MAPPED = 4;

/** More than these make no sentence that anybody reads. */
const MOST_NAMED = 12;

/** `column G "Emargo until"`. */
export const nameColumn = (index: number, headings: readonly (string | undefined)[]): string =>
  `column ${columnLetters(index)}${isBlank(headings[index]) ? "" : ` ${quoted(headings[index]!)}`}`;

/** A column that we added to a file when we handed it back: `postlint`, `postlint verdict`. */
const OWN = /^postlint\b/u;

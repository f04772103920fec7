import { distance } from "fastest-levenshtein";
import { quoted } from "../readings.ts";
import type { Columns } from "./columns.ts";
import { COLUMNS, type ColumnField, type Headings, meaningsOf } from "./headings.ts";
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
  const alike = unused.flatMap((index) => {
    const field = OWN.test(headings[index]!) ? null : looksLike(headings[index]!);
    return field === null ? [] : [{ index, field }];
  });
  const [first] = alike;
  if (first === undefined) return null;
  const named = alike.slice(0, MOST_NAMED).map(({ index, field }) => `${nameColumn(index, headings)} (${field}?)`);
  const others = alike.length > named.length ? ` and ${alike.length - named.length} more` : "";
  const [subject, verb] = alike.length === 1 ? ["A column looks", "was"] : ["Some columns look", "were"];
  return `${subject} like something that postlint knows and ${verb} not read: ${named.join(", ")}${others}. To have it read, say --map ${first.field}=${columnLetters(first.index)}.`;
}

/** More than these make no sentence that anybody reads. */
const MOST_NAMED = 12;

/** `column G "Emargo until"`. */
export const nameColumn = (index: number, headings: readonly (string | undefined)[]): string =>
  `column ${columnLetters(index)}${isBlank(headings[index]) ? "" : ` ${quoted(headings[index]!)}`}`;

/** A column that we added to a file when we handed it back: `postlint`, `postlint verdict`. */
const OWN = /^postlint\b/u;

/** What a heading looks like. Made once for a table, which may have a hundred thousand columns. */
function lookerFor(words: Headings): (heading: string) => ColumnField | "text" | null {
  const names = [...words.fields].flatMap(([field, ranks]) =>
    [...ranks.keys()].map((name) => ({ field, name, letters: lettersIn(name) })),
  );
  const byLength = new Map<number, typeof names>();
  const ofLength = (length: number) => {
    const known = byLength.get(length) ?? names.filter(({ name }) => Math.abs(name.length - length) <= MOST_TYPOS);
    byLength.set(length, known);
    return known;
  };
  return (heading) => {
    for (const name of meaningsOf(heading)) {
      const parts = name.split(" ");
      for (const [field, alike] of words.lookAlike) if (parts.some((word) => alike.includes(word))) return field;
      if (name.length < SHORTEST_TYPO || name.length > LONGEST_TYPO) continue;
      const letters = lettersIn(name);
      const near = ofLength(name.length).find(
        (other) => bitsIn(other.letters ^ letters) <= 2 * MOST_TYPOS && distance(name, other.name) <= MOST_TYPOS,
      );
      if (near !== undefined) return near.field;
    }
    return null;
  };
}

/** A bit for each letter that a name has: a wrong letter changes two of them at most, which is told sooner than a distance. */
function lettersIn(name: string): number {
  let letters = 0;
  for (let at = 0; at < name.length; at++) letters |= 1 << (name.charCodeAt(at) % 32);
  return letters;
}

function bitsIn(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

const MOST_TYPOS = 2;
/** Two letters more or less make another word of a short one. */
const SHORTEST_TYPO = 6;
const LONGEST_TYPO = 40;

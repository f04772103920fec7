import { columnName, columnOf } from "../../model/cell-names.ts";
import type { ParagraphStart } from "../../model/post.ts";
import type { Problem } from "../../model/report.ts";

/** A row of a calendar. Blank ones may be left out. */
export interface SheetRow {
  /** As a spreadsheet counts, from 1. */
  readonly row: number;
  /** From the first column on; undefined where there is no cell. */
  readonly cells: readonly (string | undefined)[];
  /** 1-based physical line on which a cell starts; null where the format has no lines. */
  readonly lineOf: (index: number) => number | null;
  /** The paragraphs of a cell, where it has no name: in a table of a document. */
  readonly paragraphsOf?: (index: number) => readonly [ParagraphStart, ...ParagraphStart[]];
  /** The pictures in its cells that have an alt text, in a table of a document. */
  readonly pictures?: readonly { readonly alt: string; readonly paragraph: number }[];
  /** Cells that only repeat the value of a merged cell further up. */
  readonly carried?: ReadonlySet<number>;
  /** What is wrong with a cell that shows something else than was written in it. */
  readonly troubles?: ReadonlyMap<number, string>;
}

/** Something that is wrong with a table between two of its rows. */
export interface BrokenRow {
  readonly problem: Problem;
}

/** A table of a calendar: a CSV file or one sheet of a workbook. */
export interface Sheet {
  readonly file: string;
  /** Null where the file is one table. */
  readonly name: string | null;
  readonly rows: AsyncIterable<SheetRow | BrokenRow>;
  /** Day 0 of its date numbers, in milliseconds since 1970 UTC. */
  readonly epoch: number;
  /** Whether a row with more cells than the heading has slipped: in a workbook each cell knows its column. */
  readonly maySlip: boolean;
}

export const isBlank = (cell: string | undefined): boolean => cell === undefined || cell.trim() === "";

/** What is wrong with a cell that shows an error of its spreadsheet. */
export const describeError = (error: string): string =>
  `This cell shows the error ${error} where its copy should be, so its copy was not checked. Mend its formula, save the calendar and check it again.`;

/** The letters of a column, from its 0-based index. */
export const columnLetters = (index: number): string => columnName(index + 1);

/** 0-based index of the column with these letters; null where they are none. */
export const columnIndex = (letters: string): number | null =>
  /^[a-z]{1,3}$/iu.test(letters) ? columnOf(letters) - 1 : null;

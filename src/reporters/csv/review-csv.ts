import { DELIMITERS } from "../../containers/csv-parser.ts";
import { columnOf } from "../../model/cell-names.ts";
import type { Post } from "../../model/post.ts";
import { clausesOf, gravest, NOT_CHECKED, type Remark, todoOf, verdictOf } from "../parts/review.ts";
import { hasRows, headingRowOf, type RowReview, rowsOf, type TableReview } from "../parts/row-reviews.ts";
import { visible } from "../parts/visible.ts";
import { LEVEL_WORDS } from "../sentence.ts";
import { type EncodedText, encodedText, spliced } from "./encoding.ts";
import { cellStarts, type PlacedRow, placedRows, SEPARATOR_LINE } from "./rows.ts";

/** All that a run says about one CSV file. */
export interface CsvReview extends TableReview {
  readonly starts: readonly CopyStart[];
}

/** How the copy of a post begins, and in which cell it stands. */
export interface CopyStart {
  readonly row: number;
  /** 0-based. */
  readonly column: number;
  readonly words: string;
}

export function copyStart({ source, copy: [{ text }] }: Post): readonly CopyStart[] {
  if (source.row === null || source.cell === null) return [];
  return [{ row: source.row, column: columnOf(source.cell) - 1, words: plain(text) }];
}

export const HEADINGS: readonly string[] = ["postlint verdict", "postlint clauses", "postlint what to do"];

/**
 * A copy of a CSV file with three cells behind each row that is not blank. All bytes of the file stay as they are; only the three
 * cells that an earlier review added are replaced.
 */
export async function reviewCsv(bytes: Uint8Array, review: CsvReview): Promise<Uint8Array> {
  if (!hasRows(review)) return bytes;
  const text = encodedText(bytes);
  const headingRow = headingRowOf(review);
  const { delimiter, rows } = await tableIn(text, review.starts, headingRow);
  const heading = rows.find(({ row }) => row === headingRow);
  const isReviewed = heading !== undefined && endsInHeadings(heading, text);
  const width = Math.max(...rows.map(({ cells }) => cells.length)) - (isReviewed ? HEADINGS.length : 0);
  const table = {
    text,
    delimiter,
    width,
    isReviewed,
    quotesAll: heading !== undefined && quotesAll(heading, text, delimiter),
  };
  // In a table without headings the first row is a post, which matters more than our headings.
  const told = new Map([[headingRow, HEADINGS], ...rowsOf(review).map((row) => [row.row, cellsFor(row)] as const)]);
  const edits = rows.flatMap((row) => (isBlank(row) ? [] : [addition(row, told.get(row.row) ?? NOTHING, table)]));
  return spliced(text, edits);
}

const NOTHING = ["", "", ""] as const;

interface Table {
  readonly text: EncodedText;
  readonly delimiter: string;
  /** Cells of the widest row, without ours. */
  readonly width: number;
  /** Whether ours are there from an earlier review. */
  readonly isReviewed: boolean;
  readonly quotesAll: boolean;
}

/** Our cells behind a row's own, with as many empty ones before them as the row is shorter than others. */
function addition(row: PlacedRow, cells: readonly string[], { text, delimiter, width, isReviewed, quotesAll }: Table) {
  const written = cells.map((cell) => delimiter + csvCell(cell, delimiter, quotesAll && cell !== "")).join("");
  const starts = isReviewed ? cellStarts(text.units.slice(row.start, row.end), delimiter) : [];
  const own = starts.length === width + HEADINGS.length ? starts[width] : undefined;
  if (own !== undefined) return { start: row.start + own - delimiter.length, end: row.end, words: written };
  const padding = delimiter.repeat(Math.max(0, width - row.cells.length));
  return { start: row.end, end: row.end, words: padding + written };
}

/** A cell that a spreadsheet takes for words, whatever they begin with. */
export function csvCell(words: string, delimiter: string, quoted: boolean): string {
  const safe = /^[=+\-@\t\r]/u.test(words) ? `'${words}` : words;
  const needsQuotes = quoted || safe.includes(delimiter) || /["\r\n]|^\s|\s$/u.test(safe);
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const isBlank = ({ cells }: PlacedRow): boolean =>
  cells.length === 0 || (cells.length === 1 && cells[0]!.trim() === "");

const endsInHeadings = ({ cells }: PlacedRow, text: EncodedText): boolean =>
  cells
    .slice(-HEADINGS.length)
    .map((cell) => text.decode(cell))
    .join("\n") === HEADINGS.join("\n");

/** Whether the file puts every cell in quotes, as its heading tells. */
function quotesAll({ start, end }: PlacedRow, { units }: EncodedText, delimiter: string): boolean {
  const row = units.slice(start, end);
  return cellStarts(row, delimiter).every((at) => row[at] === '"');
}

/**
 * The sign between the cells is the one under which the posts stand in the cells that the reader found them in, or, without a
 * post, the one that parts the headings most.
 */
async function tableIn(text: EncodedText, starts: readonly CopyStart[], headingRow: number) {
  const said = SEPARATOR_LINE.exec(text.units.split(/[\r\n]/u, 1)[0]!)?.[1];
  let best: { delimiter: string; rows: readonly PlacedRow[]; score: number } | undefined;
  for (const delimiter of said === undefined ? DELIMITERS : [said]) {
    const rows = await placedRows(text.units, delimiter);
    const right = starts.filter(({ row, column, words }) => {
      const cell = rows[row - 1]?.cells[column];
      return cell !== undefined && plain(text.decode(cell)).startsWith(words.slice(0, COMPARED));
    }).length;
    const score = starts.length > 0 ? right : (rows[headingRow - 1]?.cells.length ?? 0);
    if (best === undefined || score > best.score) best = { delimiter, rows, score };
    if (starts.length > 0 && right === starts.length) break;
  }
  return best!;
}

/** Characters by which a cell is known again. */
const COMPARED = 40;

const plain = (words: string): string => words.replace(/[\s\p{Cf}]+/gu, "");

function cellsFor({ reviews, problems }: RowReview): readonly string[] {
  const level = gravest(reviews);
  const unread = problems.map(({ message }) => `${NOT_CHECKED}: ${visible(message)}`);
  const verdict = level !== null ? LEVEL_WORDS[level] : problems.length > 0 ? NOT_CHECKED : verdictOf(reviews);
  const todo = reviews.flatMap((review) => review.remarks.map((remark) => sentenceOf(remark, reviews.length > 1)));
  return [verdict, clausesOf(reviews), [...unread, ...todo].join(" | ")];
}

/** `4.1 Confidential information: Take the number out.` */
function sentenceOf(remark: Remark, namesCell: boolean): string {
  const { cell, title } = remark;
  const where = namesCell && cell !== null ? `${cell}: ` : "";
  return `${where}${title}: ${todoOf(remark)}`;
}

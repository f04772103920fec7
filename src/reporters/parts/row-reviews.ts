import type { Problem } from "../../model/report.ts";
import type { Review } from "./review.ts";

/** What is said about one table: a sheet, or a CSV file. */
export interface TableReview {
  readonly reviews: readonly Review[];
  /** Their words are masked already. */
  readonly problems: readonly Problem[];
}

/** What is said about one row, which may hold several posts. */
export interface RowReview {
  readonly row: number;
  readonly reviews: readonly Review[];
  readonly problems: readonly Problem[];
}

/** Whether anything is said of one of its rows. What is said of the table as a whole has no row to stand in. */
export const hasRows = ({ reviews, problems }: TableReview): boolean =>
  reviews.length > 0 || problems.some(({ headingRow }) => headingRow !== undefined);

/** The row that our heading goes to, where anything is said of a row. */
export function headingRowOf({ reviews, problems }: TableReview): number {
  const told = [...reviews, ...problems.filter(({ headingRow }) => headingRow !== undefined)];
  const first = Math.min(...told.map(({ source }) => source?.row ?? 2));
  return told[0]!.headingRow ?? Math.max(1, first - 1);
}

export function rowsOf({ reviews, problems }: TableReview): readonly RowReview[] {
  const rows = new Map<number, { row: number; reviews: Review[]; problems: Problem[] }>();
  const told = (row: number) => {
    const entry = rows.get(row) ?? { row, reviews: [], problems: [] };
    rows.set(row, entry);
    return entry;
  };
  for (const review of reviews) if (review.source.row !== null) told(review.source.row).reviews.push(review);
  for (const problem of problems) if (problem.source?.row) told(problem.source.row).problems.push(problem);
  return [...rows.values()].sort((a, b) => a.row - b.row);
}

import { gravest, headlineOf, NOT_CHECKED, type Remark, type RemarkSaying, verdictOf } from "../parts/review.ts";
import type { RowReview } from "../parts/row-reviews.ts";
import { visible } from "../parts/visible.ts";
import type { Comment, CommentLine } from "./comments.ts";
import type { Styles } from "./styles.ts";
import type { Verdict } from "./verdict-column.ts";

export function verdictFor({ reviews, problems }: RowReview, { plain, levels }: Styles): Verdict {
  const level = gravest(reviews);
  if (level === null && problems.length > 0) return { words: NOT_CHECKED, style: levels.warning };
  const words = problems.length > 0 ? `${verdictOf(reviews)}. Not all of it could be checked` : verdictOf(reviews);
  return { words, style: level === null ? plain : levels[level] };
}

/**
 * A comment on each cell that a finding is about. What concerns a cell with a comment of its own goes to the verdict's cell,
 * as a cell can hold one comment only; so does why a row was not checked.
 */
export function commentsFor(
  rows: readonly RowReview[],
  verdictColumn: string,
  taken: ReadonlySet<string>,
): readonly Comment[] {
  const lines = new Map<string, CommentLine[]>();
  const say = (cell: string, said: readonly CommentLine[]) => lines.set(cell, [...(lines.get(cell) ?? []), ...said]);
  for (const { row, reviews, problems } of rows) {
    const ofVerdict = `${verdictColumn}${row}`;
    for (const { message } of problems) say(ofVerdict, [bold(NOT_CHECKED), plain(visible(message))]);
    for (const remark of reviews.flatMap(({ remarks }) => remarks)) {
      const own = remark.cell !== null && !taken.has(remark.cell);
      say(own ? remark.cell : ofVerdict, linesOf(remark, own ? null : remark.cell));
    }
  }
  return [...lines].map(([cell, said]) => ({ cell, lines: cutShort(said) }));
}

const bold = (words: string): CommentLine => ({ words, bold: true });
const plain = (words: string): CommentLine => ({ words, bold: false });

/** `about` names the cell where the comment stands on another. */
function linesOf(remark: Remark, about: string | null): readonly CommentLine[] {
  const { passage, sayings } = remark;
  return [
    bold(about === null ? headlineOf(remark) : `${about}: ${headlineOf(remark)}`),
    ...(passage === "" ? [] : [plain(`“${passage}”`)]),
    ...sayings.flatMap((saying, index) => sayingLines(index === 0 ? "Why" : "Also", saying)),
  ];
}

const sayingLines = (label: string, { why, advice, rewrite }: RemarkSaying): readonly CommentLine[] => [
  ...(why === "" ? [] : [plain(`${label}: ${why}`)]),
  ...(advice === "" ? [] : [plain(`Do: ${advice}`)]),
  ...(rewrite === "" ? [] : [plain(`Instead: “${rewrite}”`)]),
];

/** Nobody reads more in a box; the sheet of ours lists them all. */
const MOST_LINES = 40;

function cutShort(lines: readonly CommentLine[]): readonly CommentLine[] {
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), bold("… and more, on the sheet that lists what was found")];
}

import { columnOf, rowOf } from "../../model/cell-names.ts";
import type { Comment, CommentLine } from "./comments.ts";
import type { Grid } from "./grid.ts";

/** Where the box of a comment stands when it is shown, as a legacy drawing has it: a cell, 0-based, and pixels into it. */
export interface Anchor {
  readonly from: Corner;
  readonly to: Corner;
}

export interface Corner {
  readonly column: number;
  readonly columnOffset: number;
  readonly row: number;
  readonly rowOffset: number;
}

export type Boxes = (comment: Comment) => Anchor;

/** Boxes right of their cells, as large as their words need whatever the widths and heights of the cells below them. */
export function boxesOn(grid: Grid): Boxes {
  return ({ cell, lines }) => {
    const { width, height } = sizeOf(lines);
    const column = columnOf(cell) + 1;
    const row = Math.max(1, rowOf(cell) - 1);
    const right = grid.right(column, GAP + width);
    const bottom = grid.down(row, GAP + height);
    return {
      from: { column: column - 1, columnOffset: GAP, row: row - 1, rowOffset: GAP },
      to: { column: right.index - 1, columnOffset: right.rest, row: bottom.index - 1, rowOffset: bottom.rest },
    };
  };
}

/** Pixels of a box that shows all lines, up to half a screen. */
export function sizeOf(lines: readonly CommentLine[]): { readonly width: number; readonly height: number } {
  const units = lines.reduce((sum, { words }) => sum + words.length, 0);
  const width = units > LONG ? 520 : 380;
  const perLine = width / CHARACTER;
  const shown = lines.reduce(
    (sum, { words, bold }) => sum + Math.ceil(((bold ? 1.15 : 1) * words.length + 1) / perLine),
    0,
  );
  return { width, height: Math.min(TALLEST, shown * LINE + PADDING) };
}

/** Measured for Tahoma 9 on screen, in pixels, a little generous: a box too small hides the end of what to do. */
const CHARACTER = 6;
const LINE = 15;
const PADDING = 14;
/** Between a box and its cell. */
const GAP = 12;
const TALLEST = 560;
/** Characters from which on a box is wide. */
const LONG = 600;

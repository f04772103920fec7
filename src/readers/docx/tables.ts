import type { SheetRow } from "../calendar/sheet.ts";
import type { Paragraph, WordCell, WordTable } from "./paragraphs.ts";

/** The rows of a table as a calendar has them. What is merged over several rows counts for each of them. */
export function sheetRowsOf({ rows }: WordTable, paragraphs: readonly Paragraph[]): readonly SheetRow[] {
  let hanging: readonly Placed[] = [];
  return rows.map((row, index) => {
    const taken = new Set(hanging.flatMap(columnsOf));
    const own: Placed[] = [];
    let column = 0;
    for (const cell of row) {
      while (taken.has(column)) column += 1;
      const placed = {
        column,
        width: Math.min(cell.columns, MOST_COLUMNS),
        rowsLeft: cell.rows,
        ...contentOf(cell, paragraphs),
      };
      own.push(placed);
      column += placed.width;
    }
    const all = [...own, ...hanging];
    const carried = new Set(hanging.map(({ column }) => column));
    hanging = all.flatMap((cell) => (cell.rowsLeft > 1 ? { ...cell, rowsLeft: cell.rowsLeft - 1 } : []));
    const cells: string[] = [];
    for (const { column, text } of all) cells[column] = text;
    const first = row[0]?.first ?? 1;
    const paragraphOf = (at: number) => own.find(({ column }) => column === at)?.paragraph ?? first;
    return { row: index + 1, cells, carried, lineOf: () => null, paragraphOf };
  });
}

/** Word has no table with more. */
const MOST_COLUMNS = 63;

interface Placed {
  readonly column: number;
  readonly width: number;
  /** This one included. */
  readonly rowsLeft: number;
  readonly text: string;
  readonly paragraph: number;
}

const columnsOf = ({ column, width }: Placed): readonly number[] =>
  Array.from({ length: width }, (_, at) => column + at);

/** The words of a cell, and the number of the paragraph in which they begin. */
function contentOf({ first, end }: WordCell, paragraphs: readonly Paragraph[]) {
  const own = paragraphs.slice(first - 1, end - 1);
  const text = own
    .map((paragraph) => paragraph.text)
    .join("\n")
    .trim();
  return { text, paragraph: own.find((paragraph) => paragraph.text.trim() !== "")?.number ?? first };
}

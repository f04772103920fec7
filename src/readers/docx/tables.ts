import type { ParagraphStart } from "../../model/post.ts";
import type { SheetRow } from "../calendar/sheet.ts";
import { textOfParagraphs, type WordCell, type WordDocument, type WordPicture, type WordTable } from "./paragraphs.ts";

/** The rows of a table as a calendar has them. What is merged over several rows counts for each of them. */
export function sheetRowsOf({ rows }: WordTable, document: WordDocument): readonly SheetRow[] {
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
        ...contentOf(cell, document),
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
    const nowhere = [{ start: 0, paragraph: first }] as const;
    const paragraphsOf = (at: number) => own.find(({ column }) => column === at)?.paragraphs ?? nowhere;
    return { row: index + 1, cells, carried, lineOf: () => null, paragraphsOf, pictures: picturesIn(row, document) };
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
  readonly paragraphs: readonly [ParagraphStart, ...ParagraphStart[]];
}

const columnsOf = ({ column, width }: Placed): readonly number[] =>
  Array.from({ length: width }, (_, at) => column + at);

const contentOf = ({ first, end }: WordCell, { paragraphs }: WordDocument) =>
  textOfParagraphs(paragraphs.slice(first - 1, end - 1)) ?? {
    text: "",
    paragraphs: [{ start: 0, paragraph: first }] as const,
  };

const picturesIn = (row: readonly WordCell[], { pictures }: WordDocument): readonly WordPicture[] =>
  pictures.filter(({ paragraph }) => row.some(({ first, end }) => paragraph >= first && paragraph < end));

import { relationshipId } from "../../containers/package.ts";
import { walkXml, type XmlElement } from "../../containers/xml.ts";
import { columnOf } from "../../model/cell-names.ts";
import { type CellRange, LAST_COLUMN, rangeOf } from "./cells.ts";

/** What of a worksheet matters to whoever writes a column and comments into it. */
export interface Sheet {
  readonly xml: string;
  readonly root: XmlElement;
  /** The elements directly under the root, in their order. */
  readonly children: readonly XmlElement[];
  /** Those of `cols`: widths of runs of columns. */
  readonly columns: readonly XmlElement[];
  readonly rows: ReadonlyMap<number, SheetRow>;
  readonly merged: readonly CellRange[];
  /** Relationship ids of what lies over the cells; null where there is nothing. */
  readonly drawing: string | null;
  readonly legacyDrawing: string | null;
  /** Where our heading stands from an earlier review. */
  readonly ownColumn: number | null;
}

export interface SheetRow {
  readonly number: number;
  readonly element: XmlElement;
  /** Of the cells that `readSheet` was asked to keep, from left to right. */
  readonly cells: readonly SheetCell[];
}

export interface SheetCell {
  readonly column: number;
  readonly element: XmlElement;
  /** Whether it holds anything but a style. */
  readonly filled: boolean;
}

/** What a cell says, as far as can be told without the workbook's other parts. */
export interface CellWords {
  /** Words that stand in the cell itself. */
  readonly inline: string | null;
  /** Index of words in the table of shared strings. */
  readonly shared: number | null;
}

/**
 * Reads a worksheet once. Of the cells only those from the heading row down are kept that stand right of the headings or
 * under a heading of ours: a long calendar has some hundred thousand others.
 */
export async function readSheet(
  xml: string,
  headingRow: number,
  isOurHeading: (words: CellWords) => boolean,
): Promise<Sheet> {
  const children: XmlElement[] = [];
  const columns: XmlElement[] = [];
  const merged: CellRange[] = [];
  const rows = new Map<number, SheetRow>();
  let root: XmlElement | undefined;
  let row: RowSoFar = emptyRow();
  let cell: CellSoFar = EMPTY_CELL;
  let lastHeading = 0;
  let ownColumn: number | null = null;
  let lastRow = 0;

  const endCell = (element: XmlElement) => {
    const column = columnOf(element.attributes.get("r") ?? "") || row.lastColumn + 1;
    row.lastColumn = column;
    const words = wordsOf(element, cell);
    row.cells.push({ column, element, filled: cell.filled, ...(isOurHeading(words) ? { ours: true } : {}) });
    cell = EMPTY_CELL;
  };
  const endRow = (element: XmlElement) => {
    const number = Number(element.attributes.get("r") ?? lastRow + 1);
    lastRow = number;
    if (number === headingRow) {
      ownColumn = row.cells.find(({ ours }) => ours)?.column ?? null;
      lastHeading = row.cells.findLast(({ filled }) => filled)?.column ?? 0;
    }
    const kept = row.cells.filter(
      ({ column }) => column > lastHeading || column === ownColumn || number === headingRow,
    );
    rows.set(number, { number, element, cells: number < headingRow ? [] : kept });
    row = emptyRow();
  };

  await walkXml(xml, (element) => {
    const parent = element.parents.at(-1);
    const depth = element.parents.length;
    if (depth === 0) root = element;
    if (depth === 1) children.push(element);
    if (parent === "cols" && element.name === "col") columns.push(element);
    if (element.name === "mergeCell") merged.push(...[rangeOf(element.attributes.get("ref") ?? "")].filter(isThere));
    if (parent === "c" && CONTENT.has(element.name)) cell = { ...cell, filled: true };
    if (parent === "c" && element.name === "v") cell = { ...cell, value: element.text };
    if (element.name === "t" && element.parents.includes("is")) cell = { ...cell, inline: cell.inline + element.text };
    if (element.name === "c" && parent === "row") endCell(element);
    if (element.name === "row" && parent === "sheetData") endRow(element);
  });
  const relationship = (name: string) => {
    const child = children.find((one) => one.name === name);
    return child === undefined ? null : relationshipId(child);
  };
  return {
    xml,
    root: root!,
    children,
    columns,
    rows,
    merged,
    drawing: relationship("drawing"),
    legacyDrawing: relationship("legacyDrawing"),
    ownColumn,
  };
}

/** The first column right of the headings in which no cell, merged area or picture stands from the headings down; null where all are in use. */
export function freeColumn(
  sheet: Sheet,
  headingRow: number,
  lastRow: number,
  covered: readonly CellRange[],
): number | null {
  const headings = sheet.rows.get(headingRow)?.cells.filter(({ filled }) => filled) ?? [];
  const rows = [...sheet.rows.values()];
  const used = new Set(rows.flatMap(({ cells }) => cells.filter(({ filled }) => filled).map(({ column }) => column)));
  const areas = [...sheet.merged, ...covered].filter(({ top, bottom }) => top <= lastRow && bottom >= headingRow);
  const isUsed = (column: number) =>
    used.has(column) || areas.some(({ left, right }) => left <= column && column <= right);
  let column = (headings.at(-1)?.column ?? 0) + 1;
  while (column <= LAST_COLUMN && isUsed(column)) column += 1;
  return column <= LAST_COLUMN ? column : null;
}

/** What makes a cell more than a style. */
const CONTENT: ReadonlySet<string> = new Set(["v", "f", "is"]);

interface CellSoFar {
  readonly filled: boolean;
  readonly value: string;
  readonly inline: string;
}

interface RowSoFar {
  lastColumn: number;
  readonly cells: (SheetCell & { readonly ours?: true })[];
}

const EMPTY_CELL: CellSoFar = { filled: false, value: "", inline: "" };
const emptyRow = (): RowSoFar => ({ lastColumn: 0, cells: [] });

function wordsOf({ attributes }: XmlElement, { value, inline }: CellSoFar): CellWords {
  switch (attributes.get("t")) {
    case "s":
      return { inline: null, shared: Number(value) };
    case "inlineStr":
      return { inline, shared: null };
    default:
      return { inline: null, shared: null };
  }
}

const isThere = <T>(value: T | null): value is T => value !== null;

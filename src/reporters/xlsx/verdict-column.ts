import { appendTo, attributeText, setAttributes, type XmlEdit, type XmlElement } from "../../containers/xml.ts";
import { columnName } from "../../model/cell-names.ts";
import { rangeOf, referenceOf, textCell } from "./cells.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

/** What is written into a cell of our column. */
export interface Verdict {
  readonly words: string;
  /** Index of a cell format; null for none. */
  readonly style: number | null;
}

/** Edits that write one column: a verdict a row, by its number. Rows that the sheet has not are left out. */
export function verdictColumn(
  sheet: Sheet,
  column: number,
  verdicts: ReadonlyMap<number, Verdict>,
): readonly XmlEdit[] {
  const cells = [...verdicts].flatMap(([number, verdict]) => {
    const row = sheet.rows.get(number);
    return row === undefined ? [] : rowEdits(sheet, row, column, verdict);
  });
  return [...cells, ...dimensionEdits(sheet, column), ...widthEdits(sheet, column)];
}

/** An edit that lets a sheet refer to the drawing of its comments. */
export function legacyDrawing({ root, children }: Sheet, id: string, namespace: string): XmlEdit {
  const next = children.find(comesAfterLegacyDrawing);
  const at = next?.start ?? root.closing;
  const text = `<${root.prefix}legacyDrawing xmlns:r="${attributeText(namespace)}" r:id="${attributeText(id)}"/>`;
  return { start: at, end: at, text };
}

/** In the order that the standard sets for the children of a worksheet. */
const AFTER_LEGACY_DRAWING: ReadonlySet<string> = new Set([
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
]);

/** Excel wraps `controls` and `oleObjects` in `mc:AlternateContent`, and nothing else there. */
const comesAfterLegacyDrawing = ({ name }: XmlElement): boolean =>
  AFTER_LEGACY_DRAWING.has(name) || name === "AlternateContent";

function rowEdits({ xml, root }: Sheet, row: SheetRow, column: number, { words, style }: Verdict): readonly XmlEdit[] {
  const markup = textCell(root.prefix, `${columnName(column)}${row.number}`, words, style);
  if (row.element.empty) return [appendTo(xml, row.element, markup)];
  const own = row.cells.find((cell) => cell.column === column);
  if (own !== undefined) return [{ start: own.element.start, end: own.element.end, text: markup }];
  const next = row.cells.find((cell) => cell.column > column);
  const at = next?.element.start ?? row.element.closing;
  return [...spanEdits(xml, row.element, column), { start: at, end: at, text: markup }];
}

/** `spans` names the columns that a row has cells in. */
function spanEdits(xml: string, row: XmlElement, column: number): readonly XmlEdit[] {
  const [first, last] = row.attributes.get("spans")?.split(":").map(Number) ?? [];
  if (first === undefined || last === undefined || last >= column) return [];
  return [setAttributes(xml, row, { spans: `${first}:${column}` })];
}

function dimensionEdits({ xml, children }: Sheet, column: number): readonly XmlEdit[] {
  const dimension = children.find(({ name }) => name === "dimension");
  const range = rangeOf(dimension?.attributes.get("ref") ?? "");
  if (dimension === undefined || range === null || range.right >= column) return [];
  return [setAttributes(xml, dimension, { ref: referenceOf({ ...range, right: column }) })];
}

/** In characters of the workbook's usual font: room for "Do not publish: 4.1, 2.3, 4.3". */
const WIDTH = "32";

function widthEdits({ xml, root, children, columns }: Sheet, column: number): readonly XmlEdit[] {
  const own = `<${root.prefix}col min="${column}" max="${column}" width="${WIDTH}" customWidth="1"/>`;
  const list = children.find(({ name }) => name === "cols");
  if (list === undefined) {
    const rows = children.find(({ name }) => name === "sheetData")!;
    return [{ start: rows.start, end: rows.start, text: `<${root.prefix}cols>${own}</${root.prefix}cols>` }];
  }
  const covering = columns.find((one) => minOf(one) <= column && column <= maxOf(one));
  if (covering !== undefined) return [splitAround(xml, covering, column)];
  const next = columns.find((one) => minOf(one) > column);
  return [next === undefined ? appendTo(xml, list, own) : { start: next.start, end: next.start, text: own }];
}

/** A run of columns with one of them made as wide as a verdict, and shown. */
function splitAround(xml: string, run: XmlElement, column: number): XmlEdit {
  const tagOf = (min: number, max: number, more: Readonly<Record<string, string>> = {}) =>
    min > max ? "" : setAttributes(xml, run, { min: `${min}`, max: `${max}`, ...more }).text;
  const own = tagOf(column, column, { width: WIDTH, customWidth: "1", hidden: "0" });
  const text = tagOf(minOf(run), column - 1) + own + tagOf(column + 1, maxOf(run));
  return { start: run.start, end: run.opened, text };
}

const minOf = ({ attributes }: XmlElement): number => Number(attributes.get("min"));
const maxOf = ({ attributes }: XmlElement): number => Number(attributes.get("max"));

import { elementText } from "../../containers/xml.ts";
import { columnName, columnOf, rowOf } from "../../model/cell-names.ts";

/** A rectangle of cells, 1-based and both ends included. */
export interface CellRange {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What a worksheet can hold. */
export const LAST_COLUMN = 16_384;

/** `A1:D14` or `D14`; null for what is neither. */
export function rangeOf(reference: string): CellRange | null {
  const [from = "", to = from] = reference.split(":");
  const range = { left: columnOf(from), top: rowOf(from), right: columnOf(to), bottom: rowOf(to) };
  return Object.values(range).every((side) => side > 0) ? range : null;
}

export const referenceOf = ({ left, top, right, bottom }: CellRange): string =>
  `${columnName(left)}${top}:${columnName(right)}${bottom}`;

/**
 * A cell that holds words: always a string, whatever they begin with, so nothing of a draft becomes a formula.
 * The words stand in the cell itself, and the workbook's table of shared strings stays as it is.
 */
export function textCell(prefix: string, cell: string, words: string, style: number | null): string {
  const styled = style === null ? "" : ` s="${style}"`;
  return `<${prefix}c r="${cell}"${styled} t="inlineStr"><${prefix}is>${textElement(prefix, words)}</${prefix}is></${prefix}c>`;
}

/** Excel reads `_x0041_` in words as the character with that number; written like this it does not. */
export const textElement = (prefix: string, words: string): string =>
  `<${prefix}t xml:space="preserve">${elementText(cut(words).replace(/_(?=x[0-9A-F]{4}_)/giu, "_x005F_"))}</${prefix}t>`;

/** A cell holds 32,767 characters; Excel calls a workbook damaged that has more. */
const MOST_CHARACTERS = 32_000;

const cut = (words: string): string =>
  words.length <= MOST_CHARACTERS ? words : `${words.slice(0, MOST_CHARACTERS)}…`;

import { isOn } from "../../containers/xml.ts";
import type { Sheet } from "./sheet.ts";

/** The sizes of a sheet's columns and rows in pixels, by their 1-based numbers. */
export interface Grid {
  /** The column in which `pixels` from the left of `column` on end, and how far into it. */
  right(column: number, pixels: number): Reach;
  /** The row in which `pixels` from the top of `row` on end, and how far into it. */
  down(row: number, pixels: number): Reach;
}

export interface Reach {
  readonly index: number;
  readonly rest: number;
}

export function gridOf({ rows, columns, children }: Sheet): Grid {
  const format = children.find(({ name }) => name === "sheetFormatPr")?.attributes;
  const usualWidth = pixelsOfWidth(Number(format?.get("defaultColWidth") ?? format?.get("baseColWidth") ?? 9));
  const usualHeight = pixelsOfHeight(Number(format?.get("defaultRowHeight") ?? 15));
  const widths = columns.map(({ attributes }) => ({
    min: Number(attributes.get("min")),
    max: Number(attributes.get("max")),
    width: isOn(attributes.get("hidden")) ? 0 : pixelsOfWidth(Number(attributes.get("width") ?? 9)),
  }));
  const widthOf = (column: number) =>
    widths.find(({ min, max }) => min <= column && column <= max)?.width ?? usualWidth;
  const heightOf = (row: number) => {
    const attributes = rows.get(row)?.element.attributes;
    if (isOn(attributes?.get("hidden"))) return 0;
    const height = attributes?.get("ht");
    return height === undefined ? usualHeight : pixelsOfHeight(Number(height));
  };
  return {
    right: (column, pixels) => reach(column, pixels, widthOf),
    down: (row, pixels) => reach(row, pixels, heightOf),
  };
}

/** Excel's own arithmetic for a digit of 7 pixels, which Calibri 11 has. */
const pixelsOfWidth = (characters: number): number => Math.trunc(characters * 7 + 5);
const pixelsOfHeight = (points: number): number => Math.round((points * 96) / 72);

/** Hidden columns and rows have no size; this bounds the walk over them. */
const FARTHEST = 2000;

function reach(first: number, pixels: number, sizeOf: (index: number) => number): Reach {
  let index = first;
  let rest = pixels;
  while (index < first + FARTHEST && rest > sizeOf(index)) {
    rest -= sizeOf(index);
    index += 1;
  }
  return { index, rest: Math.round(rest) };
}

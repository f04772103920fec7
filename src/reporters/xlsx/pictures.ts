import { walkXml } from "../../containers/xml.ts";
import type { CellRange } from "./cells.ts";
import type { EditedPackage } from "./editing.ts";
import { type Grid, gridOf } from "./grid.ts";
import type { Sheet } from "./sheet.ts";

/** The cells that charts and pictures of a sheet lie over. One that stands at no cell is left out. */
export async function picturesOn(parts: EditedPackage, sheetPart: string, sheet: Sheet): Promise<readonly CellRange[]> {
  const related = await parts.targetsOf(sheetPart);
  const drawing = related.find(({ id }) => id === sheet.drawing)?.part;
  const xml = drawing === undefined ? null : await parts.read(drawing);
  return xml === null ? [] : anchorsIn(xml, gridOf(sheet));
}

/** Between two cells, or from one cell on in the picture's own size. */
async function anchorsIn(xml: string, grid: Grid): Promise<readonly CellRange[]> {
  const ranges: CellRange[] = [];
  const known = new Map<string, number>();
  await walkXml(xml, ({ name, parents, text, attributes }) => {
    const parent = parents.at(-1) ?? "";
    if (parent === "from" || parent === "to") known.set(`${parent} ${name}`, Number(text) + 1);
    if (name === "ext" && parent === "oneCellAnchor") {
      for (const side of ["cx", "cy"]) known.set(side, Number(attributes.get(side)) / UNITS_PER_PIXEL);
    }
    if (name !== "oneCellAnchor" && name !== "twoCellAnchor") return;
    const [left = 1, top = 1] = [known.get("from col"), known.get("from row")];
    const right = known.get("to col") ?? grid.right(left, known.get("cx") ?? 0).index;
    const bottom = known.get("to row") ?? grid.down(top, known.get("cy") ?? 0).index;
    ranges.push({ left, top, right, bottom });
    known.clear();
  });
  return ranges;
}

/** English metric units, of which an inch has 914,400 and 96 pixels. */
const UNITS_PER_PIXEL = 9525;

import type { XmlEdit } from "../../containers/xml.ts";
import { NoReportError } from "../reporter.ts";
import { boxesOn } from "./comment-boxes.ts";
import { lastBlockOf, NO_SHAPES, withoutShapes, withShapes } from "./comment-shapes.ts";
import { type Comment, inSheetOrder, NO_COMMENTS, readComments, withComments } from "./comments.ts";
import type { EditedPackage } from "./editing.ts";
import { gridOf } from "./grid.ts";
import type { Sheet } from "./sheet.ts";
import { legacyDrawing } from "./verdict-column.ts";
import type { Workbook } from "./workbook.ts";

/** The comments of one sheet, and the boxes that they are shown in. */
export interface SheetComments {
  /** Cells that hold a comment by someone else. */
  readonly taken: ReadonlySet<string>;
  /** Puts ours in the place of those of an earlier review. Answers what changes in the sheet itself. */
  write(sheet: Sheet, comments: readonly Comment[]): Promise<readonly XmlEdit[]>;
}

export async function openComments({ parts, namespace }: Workbook, sheetPart: string): Promise<SheetComments> {
  const place = (await parts.targetsOf(sheetPart)).find(({ type }) => type === "comments")?.part ?? null;
  const xml = place === null ? null : await parts.read(place);
  const comments = await readComments(xml ?? NO_COMMENTS.replace("{namespace}", namespace));
  return {
    taken: comments.taken,
    async write(sheet, given) {
      if (given.length === 0 && comments.own.size === 0) return [];
      const ours = inSheetOrder(given);
      const text = withComments(comments, ours);
      if (place !== null) parts.put(place, text);
      else await parts.relate(sheetPart, "comments", await parts.add("xl/comments", "xml", COMMENTS_TYPE, text));
      return drawBoxes(parts, sheetPart, sheet, comments.own, ours);
    },
  };
}

const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";

async function drawBoxes(
  parts: EditedPackage,
  sheetPart: string,
  sheet: Sheet,
  earlier: ReadonlySet<string>,
  comments: readonly Comment[],
): Promise<readonly XmlEdit[]> {
  const related = await parts.targetsOf(sheetPart);
  const place = related.find(({ id }) => id === sheet.legacyDrawing)?.part ?? null;
  const vml = (place === null ? null : await parts.readBytesAsText(place)) ?? NO_SHAPES;
  const drawn = withShapes(withoutShapes(vml, earlier), comments, boxesOn(gridOf(sheet)), (await lastBlock(parts)) + 1);
  if (drawn === null) throw new NoReportError("can't be edited: the drawing of its comments has no end");
  if (place !== null) {
    parts.putBytesOfText(place, drawn);
    return [];
  }
  const added = await parts.add("xl/drawings/vmlDrawing", "vml", VML_TYPE, drawn);
  const id = await parts.relate(sheetPart, "vmlDrawing", added);
  return sheet.legacyDrawing === null ? [legacyDrawing(sheet, id, parts.relationshipNamespace)] : [];
}

/** Of all drawings of the workbook. */
async function lastBlock(parts: EditedPackage): Promise<number> {
  let last = 0;
  for (const name of parts.names().filter((one) => one.toLowerCase().endsWith(".vml"))) {
    last = Math.max(last, lastBlockOf((await parts.readBytesAsText(name)) ?? ""));
  }
  return last;
}

import { columnOf, rowOf } from "../../model/cell-names.ts";
import type { Boxes } from "./comment-boxes.ts";
import type { Comment } from "./comments.ts";

/**
 * Comments need a box each in a "legacy drawing", written in VML. Such a part is often no well-formed XML (Excel itself writes
 * `<br>` into it), and may be in any encoding; so it is edited as bytes, one character each, at marks that are plain ASCII.
 */
export type VmlText = string;

export const NO_SHAPES: VmlText = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
 <o:shapelayout v:ext="edit">
  <o:idmap v:ext="edit" data=""/>
 </o:shapelayout>
</xml>`;

/** Ids of shapes are dealt out in blocks, and no block may be used by two drawings of a workbook. */
export const SHAPES_PER_BLOCK = 1024;

/** The last block that a drawing uses; 0 where it uses none. */
export function lastBlockOf(vml: VmlText): number {
  const ids = Array.from(vml.matchAll(/_x0000_s(\d+)/gu), ([, id]) => Math.floor(Number(id) / SHAPES_PER_BLOCK));
  const blocks = Array.from(vml.matchAll(IDMAP), ([, , data = ""]) => data.split(",").map(Number)).flat();
  return [...ids, ...blocks].reduce((last, block) => Math.max(last, block), 0);
}

/** How many blocks so many shapes take: the first id of each is not used. */
export const blocksFor = (shapes: number): number => Math.ceil(shapes / (SHAPES_PER_BLOCK - 1));

/** The drawing without the boxes of the comments in these cells. */
export function withoutShapes(vml: VmlText, cells: ReadonlySet<string>): VmlText {
  const places = new Set([...cells].map((cell) => `${rowOf(cell) - 1},${columnOf(cell) - 1}`));
  return vml.replace(SHAPE, (shape) => {
    const isNote = /ObjectType\s*=\s*["']Note["']/u.test(shape);
    const [row, column] = ["Row", "Column"].map(
      (name) => new RegExp(`<(?:\\w+:)?${name}>\\s*(\\d+)`, "u").exec(shape)?.[1],
    );
    return isNote && places.has(`${row},${column}`) ? "" : shape;
  });
}

/** The drawing with a box for each comment. Null where it has no end, so that nothing can be added. */
export function withShapes(
  vml: VmlText,
  comments: readonly Comment[],
  boxOf: Boxes,
  firstBlock: number,
): VmlText | null {
  const end = vml.lastIndexOf("</xml>");
  if (end < 0) return null;
  const type = vml.includes('id="_x0000_t202"') ? "" : SHAPE_TYPE;
  const shapes = comments.map((comment, index) => shapeOf(comment, boxOf, idOf(index, firstBlock)));
  const blocks = Array.from({ length: blocksFor(comments.length) }, (_, index) => firstBlock + index);
  const mapped = vml.slice(0, end).replace(IDMAP, (_, before: string, data: string, after: string) => {
    const used = data.split(",").filter((block) => block.trim() !== "");
    return `${before}${[...used, ...blocks].join(",")}${after}`;
  });
  return `${mapped}${type}${shapes.join("")}${vml.slice(end)}`;
}

/** Whatever the prefixes are: Excel writes `v:shape` and `o:idmap`, others make up their own. */
const SHAPE = /<((?:\w+:)?shape)\b(?:(?!<\/\1>)[\s\S])*<\/\1>\s*/gu;
const IDMAP = /(<(?:\w+:)?idmap\b[^>]*\bdata\s*=\s*["'])([^"']*)(["'])/gu;

const idOf = (index: number, firstBlock: number): number => {
  const perBlock = SHAPES_PER_BLOCK - 1;
  return (firstBlock + Math.floor(index / perBlock)) * SHAPES_PER_BLOCK + 1 + (index % perBlock);
};

const NAMESPACES = `xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"`;

const SHAPE_TYPE = ` <v:shapetype ${NAMESPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">
  <v:stroke joinstyle="miter"/>
  <v:path gradientshapeok="t" o:connecttype="rect"/>
 </v:shapetype>
`;

function shapeOf(comment: Comment, boxOf: Boxes, id: number): string {
  const { from, to } = boxOf(comment);
  const anchor = [from, to].flatMap(({ column, columnOffset, row, rowOffset }) => [
    column,
    columnOffset,
    row,
    rowOffset,
  ]);
  return ` <v:shape ${NAMESPACES} id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">
  <v:fill color2="#ffffe1"/>
  <v:shadow on="t" color="black" obscured="t"/>
  <v:path o:connecttype="none"/>
  <v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>
  <x:ClientData ObjectType="Note">
   <x:MoveWithCells/>
   <x:SizeWithCells/>
   <x:Anchor>${anchor.join(", ")}</x:Anchor>
   <x:AutoFill>False</x:AutoFill>
   <x:Row>${rowOf(comment.cell) - 1}</x:Row>
   <x:Column>${columnOf(comment.cell) - 1}</x:Column>
  </x:ClientData>
 </v:shape>
`;
}

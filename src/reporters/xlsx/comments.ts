import { appendTo, attributeText, editXml, walkXml, type XmlEdit, type XmlElement } from "../../containers/xml.ts";
import { columnOf, rowOf } from "../../model/cell-names.ts";
import { textElement } from "./cells.ts";

/** A comment of ours: lines, of which some are bold. */
export interface Comment {
  /** `D14` */
  readonly cell: string;
  readonly lines: readonly CommentLine[];
}

export interface CommentLine {
  readonly words: string;
  readonly bold: boolean;
}

/** The comments that a sheet has. */
export interface Comments {
  readonly xml: string;
  /** Cells with a comment by someone else. It stays as it is: a cell can hold one only. */
  readonly taken: ReadonlySet<string>;
  /** Cells with a comment of ours from an earlier review. */
  readonly own: ReadonlySet<string>;
  readonly elements: readonly XmlElement[];
}

export const AUTHOR = "postlint";

/** `{namespace}` stands for that of the workbook. */
export const NO_COMMENTS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<comments xmlns="{namespace}"><authors></authors><commentList></commentList></comments>`;

export async function readComments(xml: string): Promise<Comments> {
  const elements: XmlElement[] = [];
  await walkXml(xml, (element) => void elements.push(element));
  const ours = ownAuthor(elements);
  const all = elements.filter(isComment);
  const cellsOf = (list: readonly XmlElement[]) => new Set(list.map(({ attributes }) => attributes.get("ref") ?? ""));
  return {
    xml,
    taken: cellsOf(all.filter(({ attributes }) => Number(attributes.get("authorId")) !== ours)),
    own: cellsOf(all.filter(({ attributes }) => Number(attributes.get("authorId")) === ours)),
    elements,
  };
}

/** The sheet's comments with ours among them, in the place of those that we left there earlier. */
export function withComments({ xml, elements }: Comments, comments: readonly Comment[]): string {
  const authors = elements.filter(({ name }) => name === "author");
  const [authorList, list] = ["authors", "commentList"].map((name) => elements.find((one) => one.name === name)!);
  const known = ownAuthor(elements);
  const author = known ?? authors.length;
  const { prefix } = list!;
  const earlier = elements.filter((one) => isComment(one) && Number(one.attributes.get("authorId")) === known);
  const edits: readonly XmlEdit[] = [
    ...earlier.map(({ start, end }) => ({ start, end, text: "" })),
    ...(known === null ? [appendTo(xml, authorList!, `<${prefix}author>${AUTHOR}</${prefix}author>`)] : []),
    appendTo(
      xml,
      list!,
      inSheetOrder(comments)
        .map((comment) => markupOf(comment, author, prefix))
        .join(""),
    ),
  ];
  return editXml(xml, edits);
}

export const inSheetOrder = (comments: readonly Comment[]): readonly Comment[] =>
  comments.toSorted((a, b) => rowOf(a.cell) - rowOf(b.cell) || columnOf(a.cell) - columnOf(b.cell));

const isComment = ({ name, parents }: XmlElement): boolean => name === "comment" && parents.at(-1) === "commentList";

function ownAuthor(elements: readonly XmlElement[]): number | null {
  const index = elements.filter(({ name }) => name === "author").findIndex(({ text }) => text === AUTHOR);
  return index < 0 ? null : index;
}

function markupOf({ cell, lines }: Comment, author: number, prefix: string): string {
  const runs = lines.map(({ words, bold }, index) => {
    const weight = bold ? `<${prefix}b/>` : "";
    const ending = index === lines.length - 1 ? "" : "\n";
    const look = `<${prefix}rPr>${weight}<${prefix}sz val="9"/><${prefix}color indexed="81"/><${prefix}rFont val="Tahoma"/><${prefix}family val="2"/></${prefix}rPr>`;
    return `<${prefix}r>${look}${textElement(prefix, words + ending)}</${prefix}r>`;
  });
  return `<${prefix}comment ref="${attributeText(cell)}" authorId="${author}"><${prefix}text>${runs.join("")}</${prefix}text></${prefix}comment>`;
}

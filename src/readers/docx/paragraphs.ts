import { type Archive, BrokenArchiveError, openArchive } from "../../containers/archive.ts";
import { targetsOf } from "../../containers/package.ts";
import type { ParagraphStart } from "../../model/post.ts";
import { type WordsBeside, wordsBeside } from "./beside.ts";

export interface Paragraph {
  /** From 1, empty ones counted. */
  readonly number: number;
  readonly text: string;
  /** 1 to 6 where it is a heading, 1 for a title. */
  readonly level: number | null;
}

/** Paragraphs by their numbers, the last one not included. */
export interface ParagraphRange {
  readonly first: number;
  readonly end: number;
}

export interface WordTable extends ParagraphRange {
  readonly rows: readonly (readonly WordCell[])[];
}

export interface WordCell extends ParagraphRange {
  /** How many columns and rows it is merged over; the rows below do not have it again. */
  readonly columns: number;
  readonly rows: number;
}

export interface WordDocument {
  /** Those in tables included. */
  readonly paragraphs: readonly Paragraph[];
  /** In the order of the document; one that stands in another is a part of its cell. */
  readonly tables: readonly WordTable[];
  /** In the order of the document. */
  readonly pictures: readonly WordPicture[];
  readonly beside: WordsBeside;
}

/** A picture with an alt text. */
export interface WordPicture {
  readonly alt: string;
  /** The number of the paragraph in which it stands, or behind which. */
  readonly paragraph: number;
}

/** Reads a Word document; null where the archive holds none. Throws a `BrokenArchiveError` or a `BrokenXmlError`. */
export async function readDocument(bytes: Uint8Array, limit: number): Promise<WordDocument | null> {
  const archive = await openArchive(bytes, limit);
  const main = (await targetsOf(archive, "")).find(({ type }) => type === "officeDocument");
  if (main === undefined || !main.part.startsWith("word/")) return null;
  await unpackTextParts(archive);
  const body = bodyReader();
  await convert(bytes, (document) => {
    body.visit(document);
    return document;
  });
  const { paragraphs, tables, pictures } = body;
  const bare = (words: string) => words.replace(/\s+/gu, "");
  const read = new Set([...paragraphs.map(({ text }) => text), ...pictures.map(({ alt }) => alt)].map(bare));
  const beside = await wordsBeside(archive, main.part, (words) => read.has(bare(words)));
  return { paragraphs, tables, pictures, beside };
}

/** The words of paragraphs without the space around them, and where each begins in them; null where there are none. */
export function textOfParagraphs(all: readonly Pick<Paragraph, "number" | "text">[]) {
  const written = all.slice(all.findIndex(hasWords), all.findLastIndex(hasWords) + 1);
  const [first] = written;
  if (first === undefined) return null;
  const paragraphs: [ParagraphStart, ...ParagraphStart[]] = [{ start: 0, paragraph: first.number }];
  let text = first.text.trimStart();
  for (const paragraph of written.slice(1)) {
    text += "\n";
    if (paragraph.number !== paragraphs.at(-1)!.paragraph)
      paragraphs.push({ start: text.length, paragraph: paragraph.number });
    text += paragraph.text;
  }
  return { text: text.trimEnd(), paragraphs };
}

const hasWords = ({ text }: Pick<Paragraph, "text">): boolean => text.trim() !== "";

/** Gathers what stands in an element, in its order. */
function bodyReader() {
  const paragraphs: Paragraph[] = [];
  const tables: WordTable[] = [];
  const pictures: WordPicture[] = [];
  const visitAll = ({ children = [] }: Element, isInTable: boolean): ParagraphRange => {
    const first = paragraphs.length + 1;
    for (const child of children) visit(child, isInTable);
    return { first, end: paragraphs.length + 1 };
  };
  const visit = (element: Element, isInTable = false): void => {
    if (element.type === "paragraph") {
      const level = levelOf(element.styleName ?? "");
      paragraphs.push({ number: paragraphs.length + 1, text: textOf(element), level });
      keepPictures(element);
    } else if (element.type === "image") {
      // mammoth puts an old-style picture behind its paragraph.
      keepPictures(element);
    } else if (element.type === "table" && !isInTable) {
      const first = paragraphs.length + 1;
      const rows = (element.children ?? []).map(({ children = [] }) =>
        children.map((cell) => ({ ...visitAll(cell, true), columns: cell.colSpan ?? 1, rows: cell.rowSpan ?? 1 })),
      );
      tables.push({ first, end: paragraphs.length + 1, rows });
    } else visitAll(element, isInTable);
  };
  const keepPictures = (element: Element): void => {
    for (const alt of altTextsIn(element)) pictures.push({ alt, paragraph: Math.max(1, paragraphs.length) });
  };
  return { paragraphs, tables, pictures, visit };
}

function altTextsIn({ type, altText, children = [] }: Element): readonly string[] {
  if (type === "image") return altText == null || altText.trim() === "" ? [] : [altText.trim()];
  return children.flatMap(altTextsIn);
}

/** mammoth unpacks without a bound, so the parts that it reads are unpacked here before, where there is one. */
async function unpackTextParts(archive: Archive): Promise<void> {
  for (const name of archive.names) if (/\.(?:xml|rels)$/iu.test(name)) await archive.read(name);
}

/** What mammoth makes of a document; only the keys that are used here. */
interface Element {
  readonly type: string;
  readonly children?: readonly Element[];
  readonly value?: string;
  readonly styleName?: string | null;
  readonly altText?: string | null;
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

/** mammoth hands its reading of the document on before it makes HTML of it, and the reading is all that is wanted. */
async function convert(bytes: Uint8Array, take: (document: Element) => Element): Promise<void> {
  const { default: mammoth } = await import("mammoth");
  const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
  try {
    await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { transformDocument: take, convertImage });
  } catch (error) {
    throw new BrokenArchiveError("can't be read: a part of it is damaged", { cause: error });
  }
}

function textOf(element: Element): string {
  switch (element.type) {
    case "text":
      return element.value ?? "";
    case "tab":
      return "\t";
    case "break":
      return "\n";
    case "noteReference":
    case "commentReference":
    case "image":
      return "";
    default:
      return (element.children ?? []).map(textOf).join("");
  }
}

/** Word keeps the English names of its own styles, whatever language it speaks. */
function levelOf(styleName: string): number | null {
  if (/^title$/iu.test(styleName)) return 1;
  const level = /^heading ([1-6])$/iu.exec(styleName)?.[1];
  return level === undefined ? null : Number(level);
}

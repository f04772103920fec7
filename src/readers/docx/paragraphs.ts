import { type Archive, BrokenArchiveError, openArchive } from "../../containers/archive.ts";
import { targetsOf, walkPart } from "../../containers/package.ts";

export interface Paragraph {
  /** From 1, empty ones counted. */
  readonly number: number;
  readonly text: string;
  /** 1 to 6 where it is a heading, 1 for a title. */
  readonly level: number | null;
}

export interface WordDocument {
  /** Those in tables included. */
  readonly paragraphs: readonly Paragraph[];
  /** What else holds words: `header`, `footnotes` … */
  readonly aside: readonly string[];
}

/** Reads a Word document; null where the archive holds none. Throws a `BrokenArchiveError` or a `BrokenXmlError`. */
export async function readDocument(bytes: Uint8Array, limit: number): Promise<WordDocument | null> {
  const archive = await openArchive(bytes, limit);
  const main = [...(await targetsOf(archive, "")).values()].find(({ type }) => type === "officeDocument");
  if (main === undefined || !main.part.startsWith("word/")) return null;
  await unpackTextParts(archive);
  const paragraphs: Paragraph[] = [];
  const gather = (element: Element) => {
    if (element.type !== "paragraph") return (element.children ?? []).forEach(gather);
    paragraphs.push({ number: paragraphs.length + 1, text: textOf(element), level: levelOf(element.styleName ?? "") });
  };
  await convert(bytes, (document) => {
    gather(document);
    return document;
  });
  return { paragraphs, aside: await partsAside(archive, main.part) };
}

/** Parts that Word prints around the copy or beside it. */
const ASIDE = ["header", "footer", "footnotes", "endnotes", "comments"];

async function partsAside(archive: Archive, main: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const { type, part } of (await targetsOf(archive, main)).values()) {
    if (!ASIDE.includes(type) || found.has(type)) continue;
    await walkPart(archive, part, ({ name, text }) => {
      if (name === "t" && text.trim() !== "") found.add(type);
    });
  }
  return ASIDE.filter((type) => found.has(type));
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

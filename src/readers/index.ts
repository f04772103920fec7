import { type Ending, endingOf, endingsWith, formatEnding } from "./formats.ts";
import { json } from "./json.ts";
import { jsonl } from "./jsonl.ts";
import { markdown } from "./markdown.ts";
import type { Reader } from "./reader.ts";
import { stdin } from "./stdin.ts";
import { text } from "./text.ts";

/** A reader that is loaded when it first reads: most runs meet no such file. */
const lazily = (load: () => Promise<Reader>): Reader =>
  async function* (source, settings) {
    const reader = await load();
    yield* reader(source, settings);
  };

const csv = lazily(async () => (await import("./csv.ts")).csv);
const xlsx = lazily(async () => (await import("./xlsx.ts")).xlsx);
const ics = lazily(async () => (await import("./ics.ts")).ics);
const docx = lazily(async () => (await import("./docx.ts")).docx);
const yaml = lazily(async () => (await import("./yaml.ts")).yaml);

/** The reader of every format. */
export const readers = {
  ".txt": text,
  ".md": markdown,
  ".csv": csv,
  ".tsv": csv,
  ".xlsx": xlsx,
  ".ics": ics,
  ".docx": docx,
  ".jsonl": jsonl,
  ".json": json,
  ".yaml": yaml,
  ".yml": yaml,
} satisfies Readonly<Record<Ending, Reader>>;

/** Endings that are read only when a person names the file or a pattern matches it. */
export const NAMED_ENDINGS: readonly string[] = endingsWith(({ inFolders }) => !inFolders);

/** Endings that are read wherever a folder is. */
export const FOLDER_ENDINGS: readonly string[] = endingsWith(({ inFolders }) => inFolders);

/** Endings of drafts in formats that are not read, and how to save them instead. */
const OTHER_FORMATS: Readonly<Record<string, string>> = {
  ".doc": "the old Word format. Save it as .docx (in Word: Save As, Word Document)",
  ".odt": "an OpenDocument text. Save it as .docx (in LibreOffice: File, Save As)",
  ".rtf": "a rich text file. Save it as .docx or as plain text (.txt)",
  ".pages": "a Pages document. Export it as .docx (in Pages: File, Export To, Word)",
  ".eml": "an e-mail. Put the words of the post alone into a .txt or .docx file",
  ".msg": "an e-mail. Put the words of the post alone into a .txt or .docx file",
  ".pdf": "a PDF. Export what it was made from as .docx or .xlsx, or paste its words into a .txt file",
  ".ppt": "a presentation. Put its words into a .docx or .txt file",
  ".pptx": "a presentation. Put its words into a .docx or .txt file",
  ".xls": "the old Excel format. Save it as .xlsx (in Excel: Save As, Excel Workbook)",
  ".xlsb": "a binary workbook. Save it as .xlsx (in Excel: Save As, Excel Workbook)",
  ".ods": "an OpenDocument spreadsheet. Save it as .xlsx (in LibreOffice: File, Save As)",
  ".numbers": "a Numbers spreadsheet. Export it as .xlsx (in Numbers: File, Export To, Excel)",
};

/** Endings that drafts have and that no reader reads. */
export const UNREADABLE_ENDINGS: readonly string[] = Object.keys(OTHER_FORMATS);

/** Why a file with an ending that none reads can't be checked, and what would be right. */
export function describeUnreadable(name: string): string {
  const other = OTHER_FORMATS[endingOf(name)];
  const read = Object.keys(readers).join(", ");
  return other === undefined ? `postlint reads files that end in ${read}.` : `This is ${other} and check that.`;
}

/** The reader for a source's name (`-` is standard input); null for an ending that none reads. */
export function readerFor(name: string): Reader | null {
  if (name === "-") return stdin;
  const ending = formatEnding(name);
  return ending === null ? null : readers[ending];
}

import { MOST_UNPACKED } from "../containers/package.ts";
import { allOf } from "../model/listing.ts";
import { describeMissing, type OpenTable, openTable } from "./calendar/calendar.ts";
import type { Heading } from "./calendar/heading-row.ts";
import { EPOCH_1900 } from "./calendar/serial.ts";
import type { SheetRow } from "./calendar/sheet.ts";
import { type Paragraph, type ParagraphRange, readDocument, type WordDocument } from "./docx/paragraphs.ts";
import { sheetRowsOf } from "./docx/tables.ts";
import type { KeptLine } from "./markdown-lines.ts";
import { readOfficeFile } from "./office-file.ts";
import { postsOf } from "./post.ts";
import type { Reader, ReaderSettings, Reading } from "./reader.ts";
import { NO_COPY_YET, noPostIn, noteAt, placeAt, problemAt } from "./readings.ts";
import { guessLevel, isWritten, sectionsOf, UNDER_NO_HEADING, uniqueSlug } from "./sections.ts";
import { nameOf } from "./text.ts";

/** Word documents: one post, or one under each of the headings that label posts, as in Markdown; of a table with the headings of a calendar, one a row. */
export const docx: Reader = (source, settings) =>
  readOfficeFile(source, { what: "document", ending: ".docx" }, async function* (bytes) {
    const here = placeAt(source.name, null);
    const document = await readDocument(bytes, MOST_UNPACKED);
    if (document === null) {
      yield problemAt(here, NO_DOCUMENT);
      return;
    }
    const read = postsOf(settings, { unknownWords: "note" });
    const { calendars, notes } = await calendarsIn(document, source.name, settings);
    const outside = paragraphsOutside(calendars, document.paragraphs);
    // A title above a calendar is no copy.
    if (calendars.length === 0 || outside.some(({ level, text }) => level === null && text.trim() !== ""))
      yield* readParagraphs(outside, source.name, read);
    yield* notes;
    yield* readCalendars(calendars, source.name, read, settings);
    if (document.aside.length > 0) yield noteAt(here, describeAside(document.aside));
  });

const NO_DOCUMENT =
  "This is a zip file, but no Word document. Save the draft as .docx (in Word: Save As, Word Document) and check that.";

const describeAside = (aside: readonly string[]): string =>
  `This document has words in its ${allOf(aside)}, which were not read: what is copy goes into the body`;

/** A table of which each row is a post. */
interface Calendar extends ParagraphRange {
  readonly table: OpenTable;
}

/** `calendars` are in the order of the document. */
const paragraphsOutside = (
  calendars: readonly ParagraphRange[],
  paragraphs: readonly Paragraph[],
): readonly Paragraph[] =>
  [...calendars, { first: paragraphs.length + 1 }].flatMap(({ first }, index) =>
    paragraphs.slice((calendars[index - 1]?.end ?? 1) - 1, first - 1),
  );

/** The tables that have headings of a calendar, and notes on those that only look like it. */
async function calendarsIn(
  { tables, paragraphs }: WordDocument,
  file: string,
  settings: ReaderSettings,
): Promise<{ readonly calendars: readonly Calendar[]; readonly notes: readonly Reading[] }> {
  const calendars: Calendar[] = [];
  const notes: Reading[] = [];
  for (const table of tables) {
    const { first, end } = table;
    const rows = inOrder(sheetRowsOf(table, paragraphs));
    const sheet = { file, name: null, rows, epoch: EPOCH_1900, maySlip: false };
    const opened = await openTable(sheet, await settings.headings(), settings.map);
    if (isHeadOfCalendar(opened.heading)) calendars.push({ table: opened, first, end });
    else if (opened.heading.score >= LIKE_A_CALENDAR) notes.push(noteAt(placed(file, first).source, NO_CALENDAR));
  }
  return { calendars, notes };
}

/** One heading alone may be the label of what stands beside it, as in a form. */
const isHeadOfCalendar = ({ columns, score }: Heading): boolean =>
  columns !== null && score > 0 && columns.copy.length + columns.fields.size > 1;

/** One heading of copy, or two others. */
const LIKE_A_CALENDAR = 3;

const NO_CALENDAR =
  'This table was read as one text with what stands around it. To have each row read as a post, head the column of the copy "Copy" and another one "Date" or "Channel"';

async function* inOrder(rows: readonly SheetRow[]): AsyncGenerator<SheetRow> {
  yield* rows;
}

async function* readCalendars(
  calendars: readonly Calendar[],
  file: string,
  read: ReturnType<typeof postsOf>,
  settings: ReaderSettings,
): AsyncGenerator<Reading> {
  for (const [index, { table }] of calendars.entries()) {
    const nearby = calendars.map(({ table }) => table.firstDate).find((date) => date !== null) ?? null;
    const idPrefix = calendars.length > 1 ? `table-${index + 1}-` : "";
    yield* table.readings(read, await settings.headings(), { idPrefix, nearby });
  }
  const missing = describeMissing(calendars.map(({ table }) => table.heading));
  if (missing !== null) yield problemAt(placeAt(file, null), missing);
}

function* readParagraphs(
  paragraphs: readonly Paragraph[],
  file: string,
  read: ReturnType<typeof postsOf>,
): Generator<Reading> {
  const lines = paragraphs.flatMap(linesOf);
  const level = guessLevel(lines);
  const sections = level === null ? null : sectionsOf(lines, level);
  if (sections === null) {
    const first = lines.find(isWritten);
    if (first === undefined) yield noPostIn(file);
    else yield* read({ fields: { text: textIn(lines) }, derivedId: nameOf(file), ...placed(file, first.line) });
    return;
  }
  const outside = sections.aside.find(isWritten);
  if (outside !== undefined) {
    yield noteAt(placed(file, outside.line).source, UNDER_NO_HEADING);
  }
  const taken = new Map<string, number>();
  for (const { label, line, lines: own } of sections.posts) {
    const derivedId = uniqueSlug(label, taken);
    if (own.some(isWritten)) yield* read({ fields: { text: textIn(own) }, derivedId, ...placed(file, line) });
    else yield noteAt(placed(file, line).source, NO_COPY_YET);
  }
}

/** A document has no lines but paragraphs, so those are counted; a break within one is a line of its text. */
function linesOf({ number, text, level }: Paragraph): readonly KeptLine[] {
  const heading = level === null || text.trim() === "" ? null : { level, label: text.trim() };
  return text.split("\n").map((piece) => ({ line: number, pieces: [{ column: 1, text: piece }], heading }));
}

const textIn = (lines: readonly KeptLine[]): string =>
  lines
    .map(({ pieces }) => pieces.map(({ text }) => text).join(""))
    .join("\n")
    .trim();

const placed = (file: string, paragraph: number) => ({
  source: { ...placeAt(file, null), paragraph },
  wayBack: () => [],
});

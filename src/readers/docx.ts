import { MOST_UNPACKED } from "../containers/package.ts";
import { allOf } from "../model/listing.ts";
import { describeMissing, type OpenTable, openTable } from "./calendar/calendar.ts";
import type { Heading } from "./calendar/heading-row.ts";
import { EPOCH_1900 } from "./calendar/serial.ts";
import type { SheetRow } from "./calendar/sheet.ts";
import type { WordsBeside } from "./docx/beside.ts";
import {
  type Paragraph,
  type ParagraphRange,
  readDocument,
  textOfParagraphs,
  type WordDocument,
  type WordPicture,
} from "./docx/paragraphs.ts";
import { sheetRowsOf } from "./docx/tables.ts";
import type { KeptLine } from "./markdown-lines.ts";
import { readOfficeFile } from "./office-file.ts";
import { type Draft, postsOf } from "./post.ts";
import type { Reader, ReaderSettings, Reading } from "./reader.ts";
import { altPlaces, NO_COPY_YET, noPostIn, noteAt, placeAt, problemAt } from "./readings.ts";
import { guessLevel, sectionsOf, UNDER_NO_HEADING, uniqueSlug } from "./sections.ts";
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
    const { shown, margins, hasComments } = document.beside;
    const { calendars, notes } = await calendarsIn(document, source.name, settings);
    const outside = paragraphsOutside(calendars, document.paragraphs);
    const pictures = picturesOutside(calendars, document.pictures);
    // A title above a calendar is no copy, and a logo no post.
    const hasCopy = calendars.length === 0 || outside.some(({ level, text }) => level === null && text.trim() !== "");
    const beside = hasCopy ? shown : withDrawings(shown, pictures);
    const read = withFirst(postsOf(settings, { unknownWords: "note" }), beside);
    if (hasCopy) yield* readParagraphs(outside, pictures, source.name, read.draft);
    yield* notes;
    yield* readCalendars(calendars, source.name, read.draft, settings);
    if (read.isWaiting()) yield noteAt(here, NO_FIRST);
    if (margins.length > 0) yield noteAt(here, inMargins(margins));
    if (hasComments) yield noteAt(here, COMMENTS);
  });

const withDrawings = (shown: WordsBeside["shown"], pictures: readonly WordPicture[]): WordsBeside["shown"] =>
  pictures.length === 0
    ? shown
    : { ...shown, drawings: [shown.drawings ?? [], pictures.map(({ alt }) => alt)].flat().join("\n") };

const inMargins = (margins: readonly string[]): string =>
  `This document has words in its ${allOf(margins)}, which were not read: what is copy goes into the body`;

const NO_DOCUMENT =
  "This is a zip file, but no Word document. Save the draft as .docx (in Word: Save As, Word Document) and check that.";

/** Comments are said between those who write, so what they hold is none of what is published. */
const COMMENTS = "This document has comments, which were not read: what is copy goes into the body";

/** What is shown around the body belongs to no post more than to another, so it is checked once, with the first. */
function withFirst(read: ReadDraft, beside: WordsBeside["shown"]) {
  let isWaiting = Object.keys(beside).length > 0;
  return {
    isWaiting: () => isWaiting,
    draft: (draft: Draft): readonly Reading[] => {
      const given = isWaiting ? { ...draft, beside } : draft;
      isWaiting = false;
      return read(given);
    },
  };
}

const NO_FIRST =
  "This document has words around its body, in a footnote or a text box for one, but no post, so they were not read";

type ReadDraft = ReturnType<typeof postsOf>;

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

const picturesOutside = (
  calendars: readonly ParagraphRange[],
  pictures: readonly WordPicture[],
): readonly WordPicture[] => pictures.filter((picture) => !calendars.some((calendar) => holds(calendar, picture)));

const holds = ({ first, end }: ParagraphRange, { paragraph }: WordPicture): boolean =>
  paragraph >= first && paragraph < end;

/** The tables that have headings of a calendar, and notes on those that only look like it. */
async function calendarsIn(
  document: WordDocument,
  file: string,
  settings: ReaderSettings,
): Promise<{ readonly calendars: readonly Calendar[]; readonly notes: readonly Reading[] }> {
  const calendars: Calendar[] = [];
  const notes: Reading[] = [];
  for (const table of document.tables) {
    const { first, end } = table;
    const rows = inOrder(sheetRowsOf(table, document));
    const sheet = { file, name: null, rows, epoch: EPOCH_1900, maySlip: false };
    const opened = await openTable(sheet, await settings.headings(), settings.map);
    if (isHeadOfCalendar(opened.heading)) calendars.push({ table: opened, first, end });
    else if (opened.heading.score >= WORTH_A_NOTE) notes.push(noteAt(placed(file, first).source, NO_CALENDAR));
  }
  return { calendars, notes };
}

/** One heading alone may be the label of what stands beside it, as in a form. */
const isHeadOfCalendar = ({ columns, score }: Heading): boolean =>
  columns !== null && score > 0 && columns.copy.length + columns.fields.size > 1;

/** Score of a table that is told of, as it was read as text: one heading of copy, or two others. */
const WORTH_A_NOTE = 3;

const NO_CALENDAR =
  'This table was read as one text with what stands around it. To have each row read as a post, head the column of the copy "Copy" and another one "Date" or "Channel"';

async function* inOrder(rows: readonly SheetRow[]): AsyncGenerator<SheetRow> {
  yield* rows;
}

async function* readCalendars(
  calendars: readonly Calendar[],
  file: string,
  read: ReadDraft,
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
  pictures: readonly WordPicture[],
  file: string,
  read: ReadDraft,
): Generator<Reading> {
  const lines = paragraphs.flatMap(linesOf);
  const level = guessLevel(lines);
  const sections = level === null ? null : sectionsOf(lines, level);
  if (sections === null) {
    const content = contentOf(lines, pictures);
    if (content === null) yield noPostIn(file);
    else yield* read({ ...content.draft, derivedId: nameOf(file), ...placed(file, content.first) });
    return;
  }
  const aside = contentOf(sections.aside, pictures);
  if (aside !== null) {
    yield noteAt(placed(file, aside.first).source, UNDER_NO_HEADING);
  }
  const taken = new Map<string, number>();
  for (const { label, line, lines: own } of sections.posts) {
    const derivedId = uniqueSlug(label, taken);
    const content = contentOf(own, pictures);
    if (content !== null) yield* read({ ...content.draft, derivedId, ...placed(file, line) });
    else yield noteAt(placed(file, line).source, NO_COPY_YET);
  }
}

/** A document has no lines but paragraphs, so those are counted; a break within one is a line of its text. */
function linesOf({ number, text, level }: Paragraph): readonly KeptLine[] {
  const heading = level === null || text.trim() === "" ? null : { level, label: text.trim() };
  return text.split("\n").map((piece) => ({ line: number, pieces: [{ column: 1, text: piece }], heading }));
}

/** The words of lines and the pictures in their paragraphs, with where each stands; null where there are none. */
function contentOf(lines: readonly KeptLine[], all: readonly WordPicture[]) {
  const numbers = new Set(lines.map(({ line }) => line));
  const pictures = all.filter(({ paragraph }) => numbers.has(paragraph));
  const words = textOfParagraphs(
    lines.map(({ line, pieces }) => ({ number: line, text: pieces.map(({ text }) => text).join("") })),
  );
  const first = words?.paragraphs[0].paragraph ?? pictures[0]?.paragraph;
  if (first === undefined) return null;
  const media = pictures.map(({ alt }) => ({ alt }));
  return {
    first,
    draft: {
      fields: { text: words?.text ?? "", ...(media.length > 0 && { media }) },
      paragraphs: { ...(words && { text: words.paragraphs }), ...altPlaces(pictures) },
    },
  };
}

const placed = (file: string, paragraph: number) => ({
  source: { ...placeAt(file, null), paragraph },
  wayBack: () => [],
});

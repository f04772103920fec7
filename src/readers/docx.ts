import { MOST_UNPACKED } from "../containers/package.ts";
import { calendarsAmong, outsideOf, readCalendars } from "./calendar/in-text.ts";
import type { WordsBeside } from "./docx/beside.ts";
import { type Paragraph, readDocument, textOfParagraphs, type WordPicture } from "./docx/paragraphs.ts";
import { sheetRowsOf } from "./docx/tables.ts";
import type { KeptLine } from "./markdown-lines.ts";
import { readOfficeFile } from "./office-file.ts";
import { type Draft, postsOf } from "./post.ts";
import type { Reader, Reading } from "./reader.ts";
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
    const { shown, hasComments } = document.beside;
    const read = withFirst(postsOf(settings, { unknownWords: "note" }), shown);
    const tables = document.tables.map((table) => ({
      ...{ first: table.first - 1, end: table.end - 1 },
      rows: sheetRowsOf(table, document),
      place: placed(source.name, table.first).source,
    }));
    const { calendars, notes } = await calendarsAmong(tables, source.name, settings);
    const outside = outsideOf(calendars, document.paragraphs);
    const pictures = picturesAt(outside, document.pictures);
    // A title above a calendar is no copy.
    const hasCopy = pictures.length > 0 || outside.some(({ level, text }) => level === null && text.trim() !== "");
    if (calendars.length === 0 || hasCopy) yield* readParagraphs(outside, pictures, source.name, read.draft);
    yield* notes;
    yield* readCalendars(calendars, source.name, read.draft, settings);
    if (read.isWaiting()) yield noteAt(here, NO_FIRST);
    if (hasComments) yield noteAt(here, COMMENTS);
  });

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
  "This document has words around its body, in its header or footer for one, but no post, so they were not read";

type ReadDraft = ReturnType<typeof postsOf>;

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
  const pictures = picturesAt(
    lines.map(({ line }) => ({ number: line })),
    all,
  );
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

function picturesAt(
  paragraphs: readonly Pick<Paragraph, "number">[],
  all: readonly WordPicture[],
): readonly WordPicture[] {
  const numbers = new Set(paragraphs.map(({ number }) => number));
  return all.filter(({ paragraph }) => numbers.has(paragraph));
}

const placed = (file: string, paragraph: number) => ({
  source: { ...placeAt(file, null), paragraph },
  wayBack: () => [],
});

import { MOST_UNPACKED } from "../containers/package.ts";
import { type Paragraph, readDocument } from "./docx/paragraphs.ts";
import type { KeptLine } from "./markdown-lines.ts";
import { readOfficeFile } from "./office-file.ts";
import { postsOf } from "./post.ts";
import type { Reader, Reading } from "./reader.ts";
import { noteAt, placeAt, problemAt } from "./readings.ts";
import { guessLevel, isWritten, sectionsOf, uniqueSlug } from "./sections.ts";
import { nameOf } from "./text.ts";

/** Word documents: one post, or one under each of the headings that label posts, as in Markdown. */
export const docx: Reader = (source, settings) =>
  readOfficeFile(source, { what: "document", ending: ".docx" }, async function* (bytes) {
    const here = placeAt(source.name, null);
    const document = await readDocument(bytes, MOST_UNPACKED);
    if (document === null) {
      yield problemAt(here, NO_DOCUMENT);
      return;
    }
    yield* readParagraphs(document.paragraphs, source.name, postsOf(settings));
    if (document.aside.length > 0) yield noteAt(here, describeAside(document.aside));
  });

const NO_DOCUMENT =
  "This is a zip file, but no Word document. Save the draft as .docx (in Word: Save As, Word Document) and check that.";

const describeAside = (aside: readonly string[]): string =>
  `This document has words in its ${listed(aside)}, which were not read: what is copy goes into the body`;

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

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
    if (first === undefined) yield noteAt(placeAt(file, null), "This file has no post");
    else yield* read({ fields: { text: textIn(lines) }, derivedId: nameOf(file), ...placed(file, first.line) });
    return;
  }
  const outside = sections.aside.find(isWritten);
  if (outside !== undefined) {
    yield noteAt(
      placed(file, outside.line).source,
      "What stands here is under no heading of a post and was not checked",
    );
  }
  const taken = new Map<string, number>();
  for (const { label, line, lines: own } of sections.posts) {
    const derivedId = uniqueSlug(label, taken);
    if (own.some(isWritten)) yield* read({ fields: { text: textIn(own) }, derivedId, ...placed(file, line) });
    else yield noteAt(placed(file, line).source, "This post has no copy yet");
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

import { type Draft, postsOf } from "./post.ts";
import type { Reader, Reading } from "./reader.ts";
import { noPostIn, noteAt, placeAt, problemAt } from "./readings.ts";
import { describeBroken, linesOf } from "./utf8.ts";

/** Plain text: one post, or several separated by lines of three dashes or more. */
export const text: Reader = async function* (source, settings) {
  const read = postsOf(settings);
  const readPart = function* (part: Part, id: string): Generator<Reading> {
    yield* read(draftOf(source.name, part, id));
    if (hasMailHeaders(part.text)) yield noteAt(placeAt(source.name, part.line), AN_EMAIL);
  };
  let waiting: Part | null = null;
  let count = 0;
  let broken: Reading | null = null;
  for await (const part of partsOf(source)) {
    if ("kind" in part) {
      broken = part;
      break;
    }
    // The first part waits: only a second one shows that the file holds several.
    if (waiting !== null) yield* readPart(waiting, `post-${++count}`);
    waiting = part;
  }
  if (waiting !== null) {
    const isAlone = count === 0 && broken === null;
    yield* readPart(waiting, isAlone ? nameOf(source.name) : `post-${++count}`);
  }
  if (broken !== null) yield broken;
  else if (waiting === null) yield noPostIn(source.name);
};

/** Whether a text begins as a mail that was forwarded or saved does. A post may say "From:" once, but names no subject with it. */
function hasMailHeaders(text: string): boolean {
  const top = text.slice(0, LONGEST_HEADERS).split("\n", MOST_HEADERS);
  return [/^(?:from|de|von):\s*\S/iu, /^(?:subject|objet|betreff):/iu].every((header) =>
    top.some((line) => header.test(line)),
  );
}

/** UTF-16 units; of many addresses, those behind are not looked at. */
const LONGEST_HEADERS = 2000;
const MOST_HEADERS = 12;

const AN_EMAIL =
  "This reads like an e-mail with its headers, and was checked as one post. Keep only the words that are to be published";

/** The id of a post that is alone in its file. */
export const nameOf = (file: string): string => (file === "-" ? "post-1" : file.slice(file.lastIndexOf("/") + 1));

/** A part's lines from its first to its last that is not blank; `line` is the 1-based number of the first. */
interface Part {
  readonly line: number;
  readonly text: string;
}

const SEPARATOR = /^-{3,}[ \t]*$/u;

/** The parts that are not blank; last a problem where the bytes are no text, and then without the part that holds it. */
async function* partsOf(source: Parameters<Reader>[0]): AsyncGenerator<Part | Reading> {
  let start = 1;
  let lines: string[] = [];
  for await (const batch of linesOf(source.bytes)) {
    if (batch.kind === "broken") {
      yield problemAt(placeAt(source.name, batch.line), describeBroken(batch));
      return;
    }
    for (const [index, line] of batch.texts.entries()) {
      if (!SEPARATOR.test(line)) {
        lines.push(line);
        continue;
      }
      const part = partFrom(lines, start);
      if (part !== null) yield part;
      start = batch.first + index + 1;
      lines = [];
    }
  }
  const part = partFrom(lines, start);
  if (part !== null) yield part;
}

function partFrom(lines: readonly string[], start: number): Part | null {
  const isWritten = (line: string) => line.trim() !== "";
  const first = lines.findIndex(isWritten);
  if (first < 0) return null;
  const last = lines.findLastIndex(isWritten);
  return { line: start + first, text: lines.slice(first, last + 1).join("\n") };
}

function draftOf(file: string, part: Part, derivedId: string): Draft {
  return {
    fields: { text: part.text },
    derivedId,
    source: placeAt(file, part.line),
    wayBack: () => [{ start: 0, line: part.line, column: 1, breaks: true }],
  };
}

import { joined } from "../containers/bytes.ts";
import { knownNames, meaningsOf } from "./calendar/headings.ts";
import { type FileKind, kindOfBytes } from "./file-kind.ts";
import { json } from "./json.ts";
import { jsonl } from "./jsonl.ts";
import type { Reader, ReaderSettings, SourceBytes } from "./reader.ts";
import { noteAt, placeAt, problemAt } from "./readings.ts";
import { text } from "./text.ts";
import { encodingOf, splitLines } from "./utf8.ts";
import { isRecord, own } from "./values.ts";

/** Standard input has no ending, so its first line tells: JSON Lines, JSON or plain text. */
export const stdin: Reader = async function* (source, settings) {
  const { reader, bytes, firstLine, kind } = await sniff(source.bytes);
  if (kind === "zip") {
    yield problemAt(placeAt(source.name, null), OFFICE_FILE);
    return;
  }
  if (reader === text && (await headsTable(firstLine, settings))) yield noteAt(placeAt(source.name, 1), TABLE);
  yield* reader({ ...source, bytes }, settings);
};

const OFFICE_FILE =
  "This is a workbook, a Word document or another zip file, and what is piped in has no ending that would tell which. Save it with its ending (.xlsx, .docx) and name the file.";

const TABLE =
  "This line reads like the headings of a table, but what is piped in was read as text. Save it with its ending (.csv, .tsv) and name the file.";

/** Most of its cells are what people head columns with. */
async function headsTable(line: string, { headings }: ReaderSettings): Promise<boolean> {
  const cells = line.split(/[,;\t|]/u).map((cell) => cell.replace(/"/gu, "").trim());
  if (cells.length < 2 || cells.some((cell) => cell.length > LONGEST_HEADING)) return false;
  const known = knownNames(await headings());
  const headed = cells.filter((cell) => meaningsOf(cell).some((name) => known.has(name)));
  return headed.length >= 2 && 2 * headed.length > cells.length;
}

const LONGEST_HEADING = 30;

interface Sniffed {
  readonly reader: Reader;
  /** All the bytes, those that were looked at included. */
  readonly bytes: SourceBytes["bytes"];
  readonly firstLine: string;
  readonly kind: FileKind;
}

async function sniff(bytes: SourceBytes["bytes"]): Promise<Sniffed> {
  const chunks = bytes[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  const firstLine = await look(chunks, seen, NEWLINE);
  const byFirstLine = readerByFirstLine(firstLine);
  const start = { firstLine, kind: kindOfBytes(joined(seen)) };
  if (byFirstLine !== "unsure") return { ...start, reader: byFirstLine, bytes: replay(seen, chunks) };
  // JSON over several lines is read whole anyway.
  const whole = await look(chunks, seen, null);
  return { ...start, reader: readerByWhole(whole), bytes: replay(seen, chunks) };
}

const NEWLINE = 0x0a;

/** Text up to the first line that is not blank, or all of it. It is only looked at, so bytes that are no text don't matter here. */
async function look(chunks: AsyncIterator<Uint8Array>, seen: Uint8Array[], until: number | null): Promise<string> {
  for (let hasLine = false; !hasLine; ) {
    const { value, done } = await chunks.next();
    if (done) break;
    seen.push(value);
    hasLine = until !== null && value.includes(until) && linesBelowBlank(seen).length > 1;
  }
  return until === null ? decoded(seen) : linesBelowBlank(seen)[0]!;
}

/** The lines from the first one that is not blank on. */
const linesBelowBlank = (chunks: readonly Uint8Array[]): readonly string[] => splitLines(decoded(chunks).trimStart());

/** A character of which a part is still to come is left out. */
function decoded(chunks: readonly Uint8Array[]): string {
  const bytes = joined(chunks);
  return new TextDecoder(encodingOf(bytes)).decode(bytes, { stream: true });
}

async function* replay(seen: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* seen;
  yield* { [Symbol.asyncIterator]: () => rest };
}

function readerByFirstLine(line: string): Reader | "unsure" {
  const start = line.trimStart()[0];
  if (start !== "{" && start !== "[") return text;
  const value = parsed(line);
  if (isRecord(value)) return Array.isArray(own(value, "posts")) ? json : jsonl;
  return "unsure";
}

/** Copy may begin with `[NAME]` or `{{name}}`; only what looks like keys or a list of posts is JSON that went wrong. */
function readerByWhole(whole: string): Reader {
  if (parsed(whole) !== undefined) return json;
  if (splitLines(whole).some((line) => line.startsWith("{") && isRecord(parsed(line)))) return jsonl;
  return /^\s*(?:\{\s*"|\[\s*[{"])/u.test(whole) ? json : text;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

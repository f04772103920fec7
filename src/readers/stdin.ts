import { joined } from "../containers/bytes.ts";
import { json } from "./json.ts";
import { jsonl } from "./jsonl.ts";
import type { Reader, SourceBytes } from "./reader.ts";
import { text } from "./text.ts";
import { encodingOf, splitLines } from "./utf8.ts";
import { isRecord, own } from "./values.ts";

/** Standard input has no ending, so its first line tells: JSON Lines, JSON or plain text. */
export const stdin: Reader = async function* (source, settings) {
  const { reader, bytes } = await sniff(source.bytes);
  yield* reader({ ...source, bytes }, settings);
};

interface Sniffed {
  readonly reader: Reader;
  /** All the bytes, those that were looked at included. */
  readonly bytes: SourceBytes["bytes"];
}

async function sniff(bytes: SourceBytes["bytes"]): Promise<Sniffed> {
  const chunks = bytes[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  const firstLine = await look(chunks, seen, NEWLINE);
  const byFirstLine = readerByFirstLine(firstLine);
  if (byFirstLine !== "unsure") return { reader: byFirstLine, bytes: replay(seen, chunks) };
  // JSON over several lines is read whole anyway.
  const whole = await look(chunks, seen, null);
  return { reader: readerByWhole(whole), bytes: replay(seen, chunks) };
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

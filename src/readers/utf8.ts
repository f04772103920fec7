import { joined } from "../containers/bytes.ts";
import { decodeWindows1252, NO_SIGN } from "../containers/windows-1252.ts";

/** Why bytes are no text that can be read. */
export type Unreadable = "binary" | "not-utf-8" | "not-utf-16";

export interface Broken {
  readonly kind: "broken";
  readonly reason: Unreadable;
  /** 1-based; the line that could not be read. */
  readonly line: number;
}

/** Whole lines without their breaks; `first` is the 1-based number of the first. */
export interface Lines {
  readonly kind: "lines";
  readonly first: number;
  readonly texts: readonly string[];
}

/** From this line (1-based) on, the bytes were taken for Windows-1252. */
export interface Guessed {
  readonly kind: "guessed";
  readonly line: number;
}

/**
 * The lines of a source as they come, many at a time: a promise for each line would cost more than reading it. It is UTF-8,
 * or UTF-16 if it begins with that mark. Breaks are `\n`, `\r\n` and `\r`. Where the bytes are neither, the last item says so
 * and the unfinished line is dropped.
 */
export const linesOf = (bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Lines | Broken> =>
  linesFrom(decode(bytes, "strict")) as AsyncGenerator<Lines | Broken>;

/** The same, but what is no UTF-8 is taken for Windows-1252, unless letters before it were UTF-8. */
export const guessedLinesOf = (bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Lines | Broken | Guessed> =>
  linesFrom(decode(bytes, "guess"));

async function* linesFrom(pieces: ReturnType<typeof decode>): AsyncGenerator<Lines | Broken | Guessed> {
  let first = 1;
  let unfinished: string[] = [];
  let heldBack = "";
  for await (const piece of pieces) {
    if (piece === GUESSED) {
      yield { kind: "guessed", line: first };
      continue;
    }
    if (typeof piece !== "string") {
      yield { kind: "broken", reason: piece.reason, line: first };
      return;
    }
    // A carriage return at the end of a piece may be half of a break.
    const whole = heldBack + piece;
    heldBack = whole.endsWith("\r") ? "\r" : "";
    const texts = splitLines(heldBack === "" ? whole : whole.slice(0, -1));
    const rest = texts.pop()!;
    if (texts.length === 0) {
      unfinished.push(rest);
      continue;
    }
    texts[0] = unfinished.join("") + texts[0];
    unfinished = [rest];
    yield { kind: "lines", first, texts };
    first += texts.length;
  }
  const last = unfinished.join("");
  if (last !== "" || heldBack !== "") yield { kind: "lines", first, texts: [last] };
}

/** The whole text of a source, line breaks as they are. */
export async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string | Broken> {
  const pieces: string[] = [];
  for await (const piece of decode(bytes, "strict")) {
    if (piece === GUESSED) continue;
    if (typeof piece !== "string") {
      return { kind: "broken", reason: piece.reason, line: splitLines(pieces.join("")).length };
    }
    pieces.push(piece);
  }
  return pieces.join("");
}

export const splitLines = (text: string): string[] => text.split(text.includes("\r") ? /\r\n|\r|\n/u : "\n");

/** What is wrong with the bytes and what to do, in a sentence or two. */
export function describeBroken({ reason, line }: Broken): string {
  switch (reason) {
    case "binary":
      return "This is a binary file, not text. Save the draft as plain text (UTF-8) and check that.";
    case "not-utf-16":
      return `This file begins like UTF-16, but line ${line} is none, and nothing from there on was read. Save the file as UTF-8 (in Excel: "CSV UTF-8"; in Notepad: encoding "UTF-8") and check it again.`;
    case "not-utf-8":
      return `Line ${line} is not UTF-8 text, and nothing from there on was read. Save the file as UTF-8 (in Excel: "CSV UTF-8"; in Notepad: encoding "UTF-8") and check it again.`;
    default:
      return reason satisfies never;
  }
}

const GUESSED = Symbol("from here on Windows-1252");

type Piece = string | typeof GUESSED | { readonly reason: Unreadable };

/** Decoded text without its byte order mark; where the bytes can't be read, the last item says why. */
async function* decode(chunks: AsyncIterable<Uint8Array>, mode: "strict" | "guess"): AsyncGenerator<Piece> {
  const rest = chunks[Symbol.asyncIterator]();
  const start = await firstBytes(rest);
  const encoding = encodingOf(start);
  const again = withStart(start, rest);
  yield* encoding === "utf-8" ? decodeUtf8(again, mode) : decodeUtf16(again, encoding);
}

/** As many as a byte order mark has, if there are so many. */
async function firstBytes(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let bytes: Uint8Array = NOTHING;
  while (bytes.length < BYTE_ORDER_MARK.length) {
    const { value, done } = await chunks.next();
    if (done) break;
    bytes = joined([bytes, value]);
  }
  return bytes;
}

async function* withStart(start: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (start.length > 0) yield start;
  yield* { [Symbol.asyncIterator]: () => rest };
}

/** What a source is written in, by its first two bytes. */
export function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

async function* decodeUtf16(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Piece> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of chunks) {
    const text = decoded(decoder, chunk, true);
    if (text === null) return yield { reason: "not-utf-16" };
    if (text.includes("\0")) return yield { reason: "binary" };
    if (text !== "") yield text;
  }
  if (decoded(decoder, NOTHING, false) === null) yield { reason: "not-utf-16" };
}

async function* decodeUtf8(chunks: AsyncIterable<Uint8Array>, mode: "strict" | "guess"): AsyncGenerator<Piece> {
  let isFirst = true;
  let mayGuess = mode === "guess";
  let isGuessed = false;
  for await (const bytes of wholePieces(chunks)) {
    if (bytes.includes(0)) return yield { reason: "binary" };
    const content = isFirst && hasMark(bytes) ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;
    isFirst = false;
    const text = isGuessed ? windows1252(content) : decoded(strict, content, false);
    if (text !== null) {
      mayGuess &&= isGuessed || isAscii(content);
      if (text !== "") yield text;
      continue;
    }
    const valid = firstInvalid(content);
    if (valid > 0) yield lenient.decode(content.subarray(0, valid));
    const rest = content.subarray(valid);
    const guess = mayGuess && !isGuessed && isAscii(content.subarray(0, valid)) ? windows1252(rest) : null;
    if (guess === null) return yield { reason: "not-utf-8" };
    isGuessed = true;
    yield GUESSED;
    yield guess;
  }
}

/** The bytes, cut between characters of UTF-8. */
async function* wholePieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let carried: Uint8Array = NOTHING;
  for await (const chunk of chunks) {
    const bytes = carried.length === 0 ? chunk : joined([carried, chunk]);
    const end = wholeCharacters(bytes);
    carried = bytes.slice(end);
    if (end > 0) yield bytes.subarray(0, end);
  }
  if (carried.length > 0) yield carried;
}

const NOTHING = new Uint8Array(0);
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/** Null where the bytes are none of the encoding: what a strict decoder refuses, it throws. */
function decoded(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array, stream: boolean): string | null {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    return null;
  }
}

/** Null where a byte is one that Windows-1252 does not have. */
function windows1252(bytes: Uint8Array): string | null {
  const text = decodeWindows1252(bytes);
  return text.includes(NO_SIGN) ? null : text;
}

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

const hasMark = (bytes: Uint8Array): boolean => BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte);

/** The lenient decoder puts U+FFFD for what is invalid, so encoding its text again differs first at that place. */
function firstInvalid(bytes: Uint8Array): number {
  const again = new TextEncoder().encode(lenient.decode(bytes));
  let index = 0;
  while (index < bytes.length && bytes[index] === again[index]) index++;
  return index;
}

/** How many bytes come before a character that the end cuts in two. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return back < sequenceLength(byte) ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

const sequenceLength = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2);

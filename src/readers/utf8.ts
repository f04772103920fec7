/** Why bytes are no text that can be read. */
export type Unreadable = "binary" | "not-utf-8" | "utf-16";

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

/**
 * The lines of a UTF-8 source as they come, many at a time: a promise for each line would cost more than reading it.
 * Breaks are `\n`, `\r\n` and `\r`. Where the bytes are no UTF-8, the last item says so and the unfinished line is dropped.
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Lines | Broken> {
  let first = 1;
  let unfinished: string[] = [];
  let heldBack = "";
  for await (const piece of decode(bytes)) {
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

/** The whole text of a UTF-8 source, line breaks as they are. */
export async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string | Broken> {
  const pieces: string[] = [];
  for await (const piece of decode(bytes)) {
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
    case "utf-16":
      return 'This file is saved as UTF-16, not UTF-8. Save it again as UTF-8 (in Excel: "CSV UTF-8"; in Notepad: encoding "UTF-8").';
    case "not-utf-8":
      return `Line ${line} is not UTF-8 text, and nothing from there on was read. Save the file as UTF-8 (in Excel: "CSV UTF-8"; in Notepad: encoding "UTF-8") and check it again.`;
    default:
      return reason satisfies never;
  }
}

/** Decoded text without its byte order mark; where the bytes are no UTF-8, the last item says why. */
async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string | { readonly reason: Unreadable }> {
  let carried = NOTHING;
  let atStart = true;
  for await (const chunk of chunks) {
    const bytes = joined(carried, chunk);
    const isLongEnough = !atStart || bytes.length >= BYTE_ORDER_MARK.length;
    const end = isLongEnough ? wholeCharacters(bytes) : 0;
    carried = bytes.slice(end);
    if (end === 0) continue;
    const { text, reason } = decodePiece(bytes.subarray(0, end), atStart);
    atStart = false;
    if (text !== "") yield text;
    if (reason !== null) return yield { reason };
  }
  if (carried.length === 0) return;
  const { text, reason } = decodePiece(carried, atStart);
  if (text !== "") yield text;
  if (reason !== null) yield { reason };
}

const NOTHING = new Uint8Array(0);
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

function decodePiece(bytes: Uint8Array, atStart: boolean): { text: string; reason: Unreadable | null } {
  if (atStart && isUtf16(bytes)) return { text: "", reason: "utf-16" };
  if (bytes.includes(0)) return { text: "", reason: "binary" };
  const hasMark = atStart && BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte);
  const content = hasMark ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;
  try {
    return { text: strict.decode(content), reason: null };
  } catch {
    return { text: lenient.decode(content.subarray(0, firstInvalid(content))), reason: "not-utf-8" };
  }
}

const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

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

function joined(before: Uint8Array, after: Uint8Array): Uint8Array<ArrayBuffer> | Uint8Array {
  if (before.length === 0) return after;
  const all = new Uint8Array(before.length + after.length);
  all.set(before);
  all.set(after, before.length);
  return all;
}

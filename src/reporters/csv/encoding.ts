import { joined } from "../../containers/bytes.ts";
import { decodeWindows1252, encodeWindows1252 } from "../../containers/windows-1252.ts";

/**
 * A text file as units that lead straight back to its bytes: one character of `units` is one byte, or two in UTF-16. What parts
 * cells and rows is plain ASCII, which stands for itself in each of the encodings.
 */
export interface EncodedText {
  readonly units: string;
  readonly bytesPerUnit: 1 | 2;
  /** The bytes of the file from one unit to another; the byte order mark is before the first. */
  slice(start: number, end: number): Uint8Array;
  /** The byte order mark, if there is one. */
  readonly mark: Uint8Array;
  /** Words in the file's encoding. What it has no sign for is a question mark. */
  encode(words: string): Uint8Array;
  /** What units say. */
  decode(units: string): string;
}

export function encodedText(bytes: Uint8Array): EncodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return utf16(bytes, true);
  if (first === 0xfe && second === 0xff) return utf16(bytes, false);
  const markLength = first === 0xef && second === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const content = bytes.subarray(markLength);
  const isUtf8 = decodes(content);
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
  return {
    units: bytesAsText(content),
    bytesPerUnit: 1,
    mark: bytes.subarray(0, markLength),
    slice: (start, end) => content.subarray(start, end),
    encode: isUtf8 ? (words) => new TextEncoder().encode(words) : encodeWindows1252,
    decode: (units) => (isUtf8 ? utf8.decode(textAsBytes(units)) : decodeWindows1252(textAsBytes(units))),
  };
}

function utf16(bytes: Uint8Array, littleEndian: boolean): EncodedText {
  const content = bytes.subarray(2);
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const units: string[] = [];
  for (let at = 0; at + 1 < content.length; at += 2) units.push(String.fromCharCode(view.getUint16(at, littleEndian)));
  return {
    units: units.join(""),
    bytesPerUnit: 2,
    mark: bytes.subarray(0, 2),
    slice: (start, end) => content.subarray(start * 2, end * 2),
    decode: (text) => text,
    encode(words) {
      const written = new DataView(new ArrayBuffer(words.length * 2));
      for (let at = 0; at < words.length; at++) written.setUint16(at * 2, words.charCodeAt(at), littleEndian);
      return new Uint8Array(written.buffer);
    },
  };
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** In runs, as a call can't take any number of arguments. */
function bytesAsText(bytes: Uint8Array): string {
  const runs: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) runs.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return runs.join("");
}

const textAsBytes = (units: string): Uint8Array => Uint8Array.from(units, (unit) => unit.charCodeAt(0));

/** A file with texts put in at offsets of its units, in their order; `end` cuts out what stood there. */
export function spliced(
  text: EncodedText,
  edits: readonly { start: number; end: number; words: string }[],
): Uint8Array {
  const pieces: Uint8Array[] = [text.mark];
  let at = 0;
  for (const { start, end, words } of edits) {
    pieces.push(text.slice(at, start), text.encode(words));
    at = end;
  }
  pieces.push(text.slice(at, text.units.length));
  return joined(pieces);
}

import { crc32 } from "node:zlib";
import { bytesOf } from "./mutations.ts";

/** A zip file whose parts are stored as they are: to compress them would be most of the work of a run. */
export function stored(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const named = bytesOf(name);
    const shared = sharedHead(named.length, content);
    const local = Buffer.concat([words(0x0403_4b50), shared, named, content]);
    const entry = Buffer.concat([words(0x0201_4b50), halves(20), shared, halves(0, 0, 0), words(0, offset), named]);
    files.push(local);
    directory.push(entry);
    offset += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = directory.length;
  const end = Buffer.concat([words(0x0605_4b50), halves(0, 0, count, count), words(size, offset), halves(0)]);
  return Buffer.concat([...files, ...directory, end]);
}

/** What the local header and the directory have in common (APPNOTE 4.3.7): version, flags, method, time, date, sum, sizes, lengths. */
function sharedHead(nameLength: number, content: Uint8Array): Buffer {
  return Buffer.concat([
    halves(20, 0, 0, 0, 33),
    words(crc32(content), content.length, content.length),
    halves(nameLength, 0),
  ]);
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, 4 * at);
  return bytes;
}

function halves(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, 2 * at);
  return bytes;
}

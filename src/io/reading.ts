import { closeSync, createReadStream, fstatSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { attempt, IoError } from "./io-error.ts";

export async function* standardInput(): AsyncGenerator<Uint8Array> {
  yield* withIoErrors("-", () => process.stdin);
}

async function* withIoErrors(path: string, open: () => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* open();
  } catch (error) {
    throw new IoError(path, "read", error);
  }
}

export const readFile = (path: string, absolute: string): AsyncIterable<Uint8Array> =>
  withIoErrors(path, () => bytesOf(absolute));

/** Not by way of the thread pool: for a few small files that nothing can go on without, it takes a multiple of the time. */
export const readWhole = (path: string, absolute: string): Uint8Array =>
  attempt(path, "read", () => readFileSync(absolute));

export function openBytes(path: string, absolute: string): (start: number, end: number) => Uint8Array {
  const file = attempt(path, "read", () => openSync(absolute, "r"));
  return (start, end) => {
    // Not filled with zeros first: a rule set has some megabytes.
    const bytes = Buffer.allocUnsafeSlow(end - start);
    const length = attempt(path, "read", () => readSync(file, bytes, 0, bytes.length, start));
    return bytes.subarray(0, length);
  };
}

/** A file is read as it is asked for, without the streams of Node: to load them takes longer than to check a draft. */
function bytesOf(absolute: string): AsyncIterable<Uint8Array> {
  return statSync(absolute).isFile() ? chunksOf(absolute) : createReadStream(absolute);
}

async function* chunksOf(absolute: string): AsyncGenerator<Uint8Array> {
  const file = openSync(absolute, "r");
  try {
    let left = fstatSync(file).size;
    for (;;) {
      const chunk = new Uint8Array(CHUNK);
      const length = readSync(file, chunk);
      // A file that is cut while it is read would otherwise look like one that was read to its end.
      if (length === 0 && left > 0) throw Object.assign(new Error("shorter"), { code: "POSTLINT_SHORTER" });
      if (length === 0) return;
      left -= length;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** Bytes, as many as a stream of Node reads at a time. */
const CHUNK = 64 * 1024;

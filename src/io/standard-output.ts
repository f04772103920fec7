import { fstatSync, statSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { devNull } from "node:os";
import type { Output } from "./io.ts";
import { IoError } from "./io-error.ts";
import { identityOfStats } from "./paths.ts";

/**
 * Standard output (1) or standard error (2). It is written to directly, as Node's own streams load its network code first, which takes
 * a tenth of the time of a check. Only where a pipe is full and does not wait, and on a terminal, the stream takes over.
 */
export function standardOutput(descriptor: 1 | 2): Output {
  const isTTY = isTerminal(descriptor);
  let stream: NodeJS.WriteStream | null = isTTY ? streamOf(descriptor) : null;
  let closed = false;
  let failure: unknown = null;
  const fail = (error: unknown) => {
    closed = true;
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") failure = error;
  };
  stream?.on("error", fail);
  const handOver = (bytes: Uint8Array) => {
    stream = streamOf(descriptor);
    stream.on("error", fail);
    stream.write(bytes);
  };
  return {
    isTTY,
    columns: stream?.columns ?? null,
    get identity() {
      return identityOfDescriptor(descriptor);
    },
    write: (chunk) => {
      if (closed) return;
      if (stream !== null) stream.write(chunk);
      else writeDirectly(descriptor, Buffer.from(chunk as Uint8Array), handOver, fail);
    },
    drained: async () => {
      if (!closed && stream !== null && stream.writableLength > 0) await flushed(stream);
      if (failure !== null) throw new IoError(NAMES[descriptor], "written", failure);
    },
  };
}

function identityOfDescriptor(descriptor: 1 | 2): string | null {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFile() ? identityOfStats(stats) : null;
  } catch {
    return null;
  }
}

/** Whether 0, 1 or 2 is a terminal. Asking what it is otherwise first spares all others the loading of what knows terminals. */
export function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    const status = fstatSync(descriptor);
    if (!status.isCharacterDevice() || status.rdev === statSync(devNull).rdev) return false;
  } catch {
    return false;
  }
  const { isatty } = createRequire(import.meta.url)("node:tty") as typeof import("node:tty");
  return isatty(descriptor);
}

function writeDirectly(
  descriptor: number,
  bytes: Uint8Array,
  handOver: (rest: Uint8Array) => void,
  fail: (error: unknown) => void,
): void {
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EAGAIN") handOver(bytes.subarray(written));
    else fail(error);
  }
}

const NAMES = { 1: "standard output", 2: "standard error" } as const;

const streamOf = (descriptor: 1 | 2): NodeJS.WriteStream => (descriptor === 1 ? process.stdout : process.stderr);

/** The callback of a write comes when everything before it is gone, and also when the stream has failed. */
const flushed = (stream: NodeJS.WriteStream): Promise<void> => new Promise((done) => stream.write("", () => done()));

import {
  closeSync,
  createReadStream,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { isTerminal, standardOutput } from "./standard-output.ts";

export type PathKind = "file" | "folder" | "other";

export interface Entry {
  readonly name: string;
  /** A link counts as the file that it leads to. */
  readonly kind: PathKind | "linked folder" | "broken link";
}

/** What tells that a file is no longer the one it was. */
export interface Stamp {
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since 1970 UTC. */
  readonly modified: number;
}

export interface Input {
  readonly isTTY: boolean;
  /** Read once. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface Output {
  readonly isTTY: boolean;
  /** Columns of the terminal; null where there is none. */
  readonly columns: number | null;
  /** After the other end has closed the pipe, what is written goes nowhere, quietly. */
  write(chunk: string | Uint8Array): void;
  /** Resolves once what was written no longer piles up in memory. Throws an `IoError` where writing failed. */
  drained(): Promise<void>;
}

/** A file that appears whole, or not at all. */
export interface OutputFile {
  write(chunk: string | Uint8Array): void;
  /** Puts the file in its place. */
  commit(): void;
  /** Leaves whatever stood there before. After `commit` it does nothing. */
  discard(): void;
}

/** What git said. */
export interface GitAnswer {
  readonly code: number;
  readonly out: Uint8Array;
  readonly err: string;
}

/**
 * All that postlint knows of the outside. Paths are absolute or relative to `cwd`.
 * What the outside refuses is thrown as an `IoError`, and nothing else is.
 */
export interface Io {
  readonly cwd: string;
  /** The folder of the package: `package.json` and `rules/` are in it. */
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How many things the machine can do at a time. */
  readonly cores: number;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  now(): Date;
  /** Milliseconds with fractions since the process began: what durations are measured by. */
  elapsed(): number;
  /** Null where nothing is there. Follows links. */
  kindOf(path: string): Promise<PathKind | null>;
  /** What stands behind a path: the same words for two paths that lead to one file. Null where nothing is there. */
  identityOf(path: string): Promise<string | null>;
  /** In no particular order. */
  list(folder: string): Promise<readonly Entry[]>;
  /** Files that match, relative to `cwd`, in no particular order; nothing in a dot folder that the pattern does not name. */
  glob(pattern: string): Promise<readonly string[]>;
  readFile(path: string): AsyncIterable<Uint8Array>;
  /** A small file of our own kind, in one go. */
  readWhole(path: string): Promise<Uint8Array>;
  /** Reads from `start` to `end`, or to where the file ends. The file stays open until the process ends. */
  openBytes(path: string): (start: number, end: number) => Uint8Array;
  /** Null where no file is. */
  stampOf(path: string): Promise<Stamp | null>;
  /** Creates the folders above it. A new file that is `executable` is a program, such as a hook of git. */
  createFile(path: string, kind?: "executable"): OutputFile;
  /** Runs git in `cwd`. Throws an `IoError` where there is none. */
  git(argv: readonly string[], input?: string): Promise<GitAnswer>;
}

/** Something the outside refused. The message names no path, so that it reads well behind one. */
export class IoError extends Error {
  override readonly name = "IoError";
  readonly path: string;

  constructor(path: string, doing: string, cause: unknown) {
    super(`cannot be ${doing} (${reasonOf(cause)})`, { cause });
    this.path = path;
  }
}

/** What no walk through folders and no glob looks into, besides names that begin with a dot. */
export const NEVER_WALKED = "node_modules";

/** Reads a small file of our own kind (rules, configuration) whole. Not UTF-8 is an `IoError` too. */
export async function readText(io: Pick<Io, "readWhole">, path: string): Promise<string> {
  const bytes = await io.readWhole(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new IoError(path, "read", error);
  }
}

/** One for the process, made when it is first written to: a program that only loads rules has no use for them. */
let stdout: Output | undefined;
let stderr: Output | undefined;

/** The real thing. `home` is the folder of the package. */
export function processIo(home = packageFolder()): Io {
  const cwd = process.cwd();
  const at = (path: string) => resolve(cwd, path);
  return {
    cwd,
    home,
    env: process.env,
    get cores() {
      return availableParallelism();
    },
    stdin: { isTTY: isTerminal(0), bytes: standardInput() },
    get stdout() {
      stdout ??= standardOutput(1, "standard output", refusedWriting);
      return stdout;
    },
    get stderr() {
      stderr ??= standardOutput(2, "standard error", refusedWriting);
      return stderr;
    },
    now: () => new Date(),
    elapsed: () => performance.now(),
    kindOf: (path) => kindOf(path, at(path)),
    identityOf: (path) => identityOf(path, at(path)),
    list: (folder) => list(folder, at(folder)),
    glob: async (pattern) => {
      const { glob } = await import("tinyglobby");
      return glob(pattern, {
        cwd,
        expandDirectories: false,
        ignore: `**/${NEVER_WALKED}/**`,
        followSymbolicLinks: false,
      });
    },
    readFile: (path) => withIoErrors(path, () => bytesOf(at(path))),
    readWhole: async (path) => readWhole(path, at(path)),
    openBytes: (path) => openBytes(path, at(path)),
    stampOf: async (path) => stampOf(path, at(path)),
    createFile: (path, kind) => createFile(path, { absolute: at(path), cwd }, kind),
    git: async (argv, input = "") => (await import("./git.ts")).git(cwd, argv, input),
  };
}

/** The nearest folder with a package.json: how far above this code that is depends on whether it was bundled. */
function packageFolder(): string {
  let folder = new URL(".", import.meta.url);
  while (!existsSync(new URL("package.json", folder)) && folder.pathname !== "/") folder = new URL("..", folder);
  return fileURLToPath(folder);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "it is on a disk that takes no changes",
  ENOENT: "it does not exist",
  ENOTDIR: "a part of its path is a file, not a folder",
  EISDIR: "it is a folder",
  ENOSPC: "the disk is full",
  EMFILE: "too many files are open",
  ELOOP: "its links lead round in a circle",
  ENAMETOOLONG: "its name is too long",
  ENXIO: "nothing is behind it",
  POSTLINT_SHORTER: "it became shorter while it was read",
  ERR_ENCODING_INVALID_ENCODED_DATA: "it is not UTF-8 text",
};

function reasonOf(cause: unknown): string {
  const code = (cause as { code?: unknown } | null)?.code;
  if (typeof code === "string") return REASONS[code] ?? `the system says ${code}`;
  return cause instanceof Error ? cause.message : String(cause);
}

async function* standardInput(): AsyncGenerator<Uint8Array> {
  yield* withIoErrors("-", () => process.stdin);
}

async function* withIoErrors(path: string, open: () => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* open();
  } catch (error) {
    throw new IoError(path, "read", error);
  }
}

/** Not by way of the thread pool: for a few small files that nothing can go on without, it takes a multiple of the time. */
const readWhole = (path: string, absolute: string): Uint8Array => attempt(path, "read", () => readFileSync(absolute));

function openBytes(path: string, absolute: string): (start: number, end: number) => Uint8Array {
  const file = attempt(path, "read", () => openSync(absolute, "r"));
  return (start, end) => {
    const bytes = new Uint8Array(end - start);
    const length = attempt(path, "read", () => readSync(file, bytes, 0, bytes.length, start));
    return bytes.subarray(0, length);
  };
}

function stampOf(path: string, absolute: string): Stamp | null {
  const stats = attempt(path, "read", () => statSync(absolute, { throwIfNoEntry: false }));
  return stats?.isFile() ? { size: stats.size, modified: stats.mtimeMs } : null;
}

const refusedWriting = (name: string, cause: unknown): IoError => new IoError(name, "written", cause);

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

async function kindOf(path: string, absolute: string): Promise<PathKind | null> {
  const stats = statsOf(path, absolute);
  return stats === null ? null : kindOfStats(stats);
}

async function identityOf(path: string, absolute: string): Promise<string | null> {
  const stats = statsOf(path, absolute);
  return stats === null ? null : `${stats.dev}:${stats.ino}`;
}

function statsOf(path: string, absolute: string): Stats | null {
  try {
    return statSync(absolute);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw new IoError(path, "read", error);
  }
}

function kindOfStats(stats: { isFile(): boolean; isDirectory(): boolean }): PathKind {
  if (stats.isFile()) return "file";
  return stats.isDirectory() ? "folder" : "other";
}

async function list(folder: string, absolute: string): Promise<readonly Entry[]> {
  try {
    return readdirSync(absolute, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      kind: entry.isSymbolicLink() ? kindOfLink(join(absolute, entry.name)) : kindOfStats(entry),
    }));
  } catch (error) {
    throw new IoError(folder, "read", error);
  }
}

/** Links to folders are kept apart: walking into them could go round in a circle. */
function kindOfLink(absolute: string): Entry["kind"] {
  try {
    const stats = statSync(absolute);
    return stats.isDirectory() ? "linked folder" : kindOfStats(stats);
  } catch {
    return "broken link";
  }
}

interface Place {
  readonly absolute: string;
  readonly cwd: string;
}

/** Written beside its place and moved there at the end, so that no reader ever meets half a report. */
function createFile(path: string, { absolute, cwd }: Place, executable: "executable" | undefined): OutputFile {
  return attempt(path, "written", () => {
    const stats = statSync(absolute, { throwIfNoEntry: false });
    const kind = stats ? kindOfStats(stats) : "file";
    if (kind === "folder") throw Object.assign(new Error("a folder"), { code: "EISDIR" });
    // Such as /dev/stdout, which is a link to wherever the shell led it.
    if (kind === "other" || absolute.startsWith("/dev/")) return openedInPlace(path, absolute);
    refuseStray(absolute, isAbsolute(path) ? dirname(absolute) : sharedFolder(cwd, absolute));
    makeFolder(dirname(absolute));
    const mode = stats?.mode ?? (executable ? 0o777 : undefined);
    return openedBeside(path, stats ? realpathSync(absolute) : absolute, mode);
  });
}

/**
 * A folder of drafts may come from a stranger, with links in it: none of them may lead a report out of the folder that was asked for,
 * over a file elsewhere. What stands above that folder is the business of whoever named it.
 */
function refuseStray(absolute: string, asked: string): void {
  const real = realPath(absolute);
  if (isWithin(real, realPath(asked))) return;
  throw new Error(`a link leads from there to ${real}; if that is the place, name it itself`);
}

/** The working folder; for a path that leads out of it by its own words, the one above both. */
function sharedFolder(cwd: string, absolute: string): string {
  let folder = cwd;
  while (!isWithin(absolute, folder)) folder = dirname(folder);
  return folder;
}

const isWithin = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

/** Where a path leads, whether or not anything is there yet. */
function realPath(absolute: string): string {
  const stats = lstatSync(absolute, { throwIfNoEntry: false });
  if (stats === undefined) return join(realPath(dirname(absolute)), basename(absolute));
  if (!stats.isSymbolicLink() || statSync(absolute, { throwIfNoEntry: false })) return realpathSync(absolute);
  return realPath(resolve(dirname(absolute), readlinkSync(absolute)));
}

/** One by one: Node's own `recursive` never comes back from a place such as /proc, where nothing can be made. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** A device or a named pipe can't be replaced, only written to. */
function openedInPlace(path: string, absolute: string): OutputFile {
  const file = openSync(absolute, "w");
  return outputFile(path, file, () => closeSync(file));
}

function openedBeside(path: string, target: string, mode: number | undefined): OutputFile {
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  // Never through what stands under that name already, such as a link that someone put there.
  rmSync(beside, { force: true });
  const file = openSync(beside, "wx", mode);
  if (unfinished.size === 0) onInterrupt("on");
  unfinished.add(beside);
  return outputFile(path, file, (keep) => {
    unfinished.delete(beside);
    if (unfinished.size === 0) onInterrupt("off");
    closeSync(file);
    try {
      if (keep) renameSync(beside, target);
    } finally {
      rmSync(beside, { force: true });
    }
  });
}

/** Files begun and not yet in their place. Someone who interrupts a run should find none of them. */
const unfinished = new Set<string>();

function onInterrupt(turn: "on" | "off"): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process[turn](signal, leave);
}

function leave(_signal: NodeJS.Signals, number: number): void {
  for (const path of unfinished) rmSync(path, { force: true });
  process.exit(128 + number);
}

/** Gathers small writes, since a report comes in many short pieces. A failure shows when the file is committed. */
function outputFile(path: string, file: number, finish: (keep: boolean) => void): OutputFile {
  let waiting: Uint8Array[] = [];
  let size = 0;
  let finished = false;
  let failure: unknown = null;
  const flush = () => {
    try {
      if (failure === null) for (const bytes of waiting) writeAll(file, bytes);
    } catch (error) {
      failure = error;
    }
    waiting = [];
    size = 0;
  };
  const end = (keep: boolean) => {
    if (finished) return;
    finished = true;
    finish(keep);
  };
  return {
    write: (chunk) => {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      waiting.push(bytes);
      size += bytes.length;
      if (size > 65_536) flush();
    },
    commit: () => {
      flush();
      attempt(path, "written", () => end(failure === null));
      if (failure !== null) throw new IoError(path, "written", failure);
    },
    discard: () => attempt(path, "written", () => end(false)),
  };
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from);
}

function attempt<T>(path: string, doing: "read" | "written", action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new IoError(path, doing, error);
  }
}

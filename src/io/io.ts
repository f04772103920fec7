import { IoError } from "./io-error.ts";

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
  /** What stands behind the file that it goes into, as `identityOf` says it; null where it goes elsewhere. */
  readonly identity: string | null;
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

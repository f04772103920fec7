import { join, posix, resolve } from "node:path";
import { glob } from "tinyglobby";
import { type Entry, type Io, NEVER_WALKED, type Output, type PathKind } from "../src/io/io.ts";
import { IoError } from "../src/io/io-error.ts";

/** What a run meets. Paths are relative to the folder where postlint is started, or absolute. */
export interface Scene {
  /** A file that holds an error code can't be read: `{ refuses: "EACCES" }`. */
  readonly files?: Readonly<Record<string, string | Uint8Array | { readonly refuses: string }>>;
  /** What is piped in; without it standard input is a terminal. */
  readonly stdin?: string;
  /** Whether standard output is a terminal. */
  readonly terminal?: boolean;
  /** The file that standard output goes into. */
  readonly into?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** An absolute folder. */
  readonly cwd?: string;
}

export interface MemoryIo extends Io {
  readonly out: () => string;
  readonly err: () => string;
  /** The files that there are now, by absolute path, with the text of each. */
  readonly files: ReadonlyMap<string, string>;
  /** Null where there are no bytes under that path. */
  readonly bytesOf: (path: string) => Uint8Array | null;
  /** Created and neither committed nor discarded. */
  readonly unfinished: ReadonlySet<string>;
}

export const CWD = "/desk";
export const HOME = "/postlint";

export function memoryIo(scene: Scene = {}): MemoryIo {
  const cwd = scene.cwd ?? CWD;
  const contents = new Map(Object.entries(scene.files ?? {}).map(([path, content]) => [resolve(cwd, path), content]));
  const unfinished = new Set<string>();
  const stdout = memoryOutput(scene.terminal ?? false, scene.into === undefined ? null : resolve(cwd, scene.into));
  const stderr = memoryOutput(scene.terminal ?? false);

  const kindOf = (path: string): PathKind | null => {
    if (contents.has(path)) return "file";
    return [...contents.keys()].some((file) => file.startsWith(`${path}/`)) || path === cwd ? "folder" : null;
  };
  const list = (folder: string): readonly Entry[] => {
    const prefix = folder === "/" ? "/" : `${folder}/`;
    const below = [...contents.keys()]
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length));
    const names = [...new Set(below.map((path) => path.split("/")[0]!))];
    return names.map((name) => ({ name, kind: kindOf(prefix + name)! }));
  };
  const bytesAt = (path: string): Uint8Array => {
    const content = contents.get(resolve(cwd, path));
    if (typeof content === "string") return new TextEncoder().encode(content);
    if (content instanceof Uint8Array) return content;
    const code = content?.refuses ?? (kindOf(resolve(cwd, path)) === "folder" ? "EISDIR" : "ENOENT");
    throw new IoError(path, "read", { code });
  };
  const readFile = async function* (path: string): AsyncGenerator<Uint8Array> {
    yield bytesAt(path);
  };

  return {
    cwd,
    home: HOME,
    env: scene.env ?? {},
    cores: 1,
    stdin: { isTTY: scene.stdin === undefined, bytes: piped(scene.stdin ?? "") },
    stdout: stdout.output,
    stderr: stderr.output,
    now: () => new Date(2026, 10, 22, 12),
    elapsed: tick(),
    kindOf: async (path) => kindOf(resolve(cwd, path)),
    identityOf: async (path) => (kindOf(resolve(cwd, path)) === null ? null : resolve(cwd, path)),
    list: async (folder) => {
      const place = resolve(cwd, folder);
      const kind = kindOf(place);
      if (kind === "folder") return list(place);
      throw new IoError(folder, "read", { code: kind === null ? "ENOENT" : "ENOTDIR" });
    },
    glob: (pattern) =>
      glob(pattern, {
        cwd,
        expandDirectories: false,
        ignore: `**/${NEVER_WALKED}/**`,
        fs: { readdir: readdirOf(list) } as never,
      }).catch((error) => {
        throw new IoError(pattern, "read", error);
      }),
    readFile,
    readWhole: async (path) => bytesAt(path),
    openBytes: (path) => {
      const bytes = bytesAt(path);
      return (start, end) => bytes.subarray(start, end);
    },
    stampOf: async (path) => {
      const content = contents.get(resolve(cwd, path));
      if (typeof content !== "string" && !(content instanceof Uint8Array)) return null;
      return { size: Buffer.byteLength(content), modified: 0 };
    },
    createFile: (path) => {
      const place = resolve(cwd, path);
      const chunks: Buffer[] = [];
      if (kindOf(place) === "folder") throw new IoError(path, "written", { code: "EISDIR" });
      if ([...contents.keys()].some((file) => place.startsWith(`${file}/`)))
        throw new IoError(path, "written", { code: "ENOTDIR" });
      unfinished.add(place);
      return {
        write: (chunk) => void chunks.push(Buffer.from(chunk as Uint8Array)),
        commit: () => {
          unfinished.delete(place);
          contents.set(place, new Uint8Array(Buffer.concat(chunks)));
        },
        discard: () => void unfinished.delete(place),
      };
    },
    git: async () => ({ code: 128, out: new Uint8Array(), err: "fatal: not a git repository" }),
    out: stdout.text,
    err: stderr.text,
    get files() {
      return new Map(
        [...contents].map(([path, content]) => [
          path,
          "refuses" in Object(content) ? "" : textOf(content as Uint8Array),
        ]),
      );
    },
    bytesOf: (path) => {
      const content = contents.get(resolve(cwd, path));
      return content instanceof Uint8Array ? content : null;
    },
    unfinished,
  };
}

/** Each look at the clock is a millisecond later. */
function tick(): () => number {
  let time = 0;
  return () => time++;
}

async function* piped(text: string): AsyncGenerator<Uint8Array> {
  if (text !== "") yield new TextEncoder().encode(text);
}

function memoryOutput(isTTY: boolean, identity: string | null = null): { output: Output; text: () => string } {
  const chunks: string[] = [];
  return {
    output: {
      isTTY,
      columns: isTTY ? 80 : null,
      identity,
      write: (chunk) => void chunks.push(textOf(chunk)),
      drained: async () => {},
    },
    text: () => chunks.join(""),
  };
}

const textOf = (chunk: string | Uint8Array): string =>
  typeof chunk === "string" ? chunk : new TextDecoder().decode(chunk);

/** As `fs.readdir` with file types, which is all that tinyglobby asks of a file system without links. */
const readdirOf =
  (list: (folder: string) => readonly Entry[]) =>
  (path: string, _options: unknown, done: (error: Error | null, entries: unknown[]) => void): void => {
    const folder = posix.resolve(path);
    const entries = list(folder).map(({ name, kind }) => ({
      name,
      parentPath: folder,
      path: join(folder, name),
      isFile: () => kind === "file",
      isDirectory: () => kind === "folder",
      isSymbolicLink: () => false,
    }));
    queueMicrotask(() => done(null, entries));
  };

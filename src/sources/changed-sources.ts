import { dirname, posix, relative, resolve } from "node:path";
import { UsageError } from "../config/errors.ts";
import { shownPath, slashed } from "../config/paths.ts";
import type { Entry, Io } from "../io/io.ts";
import type { Problem } from "../model/report.ts";
import type { SourceBytes } from "../readers/reader.ts";
import { placeAt } from "../readers/readings.ts";
import type { ChangedOnly } from "./change-options.ts";
import type { Changes } from "./changes.ts";
import { ignoresIn } from "./ignores.ts";
import { findSources, type Looking, type Sources, STANDARD_INPUT } from "./sources.ts";

/** As `findSources`, but only what a change touches is met, so that a folder of a thousand drafts is not walked for one of them. */
export async function findChangedSources(
  io: Io,
  paths: readonly string[],
  looking: Looking,
  { changes, filter }: ChangedOnly,
): Promise<Sources> {
  if (paths.includes(STANDARD_INPUT)) {
    throw new UsageError("Standard input is no file that can have changed.", "Leave out the -.");
  }
  const named = paths.length === 0 ? ["."] : paths;
  if (filter === "all") return findSources(asStaged(io, changes), named, looking);
  await refuseLinks(io, named, changes);
  const found = await findSources(changedOnly(io, changes), named, { ...looking, partial: true });
  const isChanged = ({ name }: SourceBytes) => changes.files.get(resolve(io.cwd, name))?.isDeleted === false;
  const problems = [...found.problems, ...(await unseenProblems(io, named, looking, changes))];
  return { ...found, sources: found.sources.filter(isChanged), problems };
}

/** The submodules in which a changed draft may stand that was named. */
async function unseenProblems(
  io: Io,
  named: readonly string[],
  { ignore }: Looking,
  { unseen }: Changes,
): Promise<readonly Problem[]> {
  if (unseen.length === 0) return [];
  const { default: picomatch } = await import("picomatch");
  const ignores = await ignoresIn(io, resolve(io.cwd), ignore);
  const starts = named.map((path) => resolve(io.cwd, picomatch.scan(slashed(path)).base));
  const problems: Problem[] = [];
  for (const { folder, message } of unseen) {
    if (!starts.some((start) => isWithin(start, folder) || isWithin(folder, start))) continue;
    if (await ignores.leaveOut(folder, "folder")) continue;
    problems.push({ source: placeAt(shownPath(io.cwd, folder), null), message });
  }
  return problems;
}

const isWithin = (path: string, folder: string): boolean =>
  !/^\.\.(?:\/|$)|^[A-Za-z]:/u.test(slashed(relative(folder, path)));

/** Git knows a file by its own name: through a link it would pass for one that has not changed. */
async function refuseLinks(io: Io, named: readonly string[], { files }: Changes): Promise<void> {
  for (const path of named) {
    if (files.has(resolve(io.cwd, path)) || (await io.kindOf(path)) !== "file") continue;
    const identity = await io.identityOf(path);
    for (const [changed, { isDeleted }] of files) {
      if (isDeleted || (await io.identityOf(changed)) !== identity) continue;
      throw new UsageError(`${path} leads to ${shownPath(io.cwd, changed)} by a link.`, "Name the file itself.");
    }
  }
}

/** The outside, with the bytes of what is staged in the place of those in the working tree. */
function asStaged(io: Io, { files }: Changes): Io {
  const readFile: Io["readFile"] = (path) => {
    const staged = files.get(resolve(io.cwd, path))?.after;
    return staged ? only(staged) : io.readFile(path);
  };
  return Object.assign(Object.create(io) as Io, { readFile });
}

/** The outside with the changed files in it, and their bytes as the change has them. What else a pattern or a path names still exists. */
function changedOnly(io: Io, changes: Changes): Io {
  const { files } = changes;
  const folders = foldersOf([...files].flatMap(([path, { isDeleted }]) => (isDeleted ? [] : [path])));
  const at = (path: string) => resolve(io.cwd, path);
  const narrowed: Pick<Io, "kindOf" | "list" | "glob"> = {
    // A file that the change takes away was named rightly.
    kindOf: async (path) => (files.has(at(path)) ? "file" : io.kindOf(path)),
    list: async (folder) => folders.get(at(folder)) ?? [],
    glob: async (pattern) => {
      const { default: picomatch } = await import("picomatch");
      const matches = picomatch(posix.normalize(pattern));
      const changed = [...files.keys()].map((path) => slashed(relative(io.cwd, path))).filter((path) => matches(path));
      return changed.length > 0 ? changed : io.glob(pattern);
    },
  };
  return Object.assign(asStaged(io, changes), narrowed);
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** What each folder holds, by its absolute path, for files that are given by theirs. */
function foldersOf(paths: readonly string[]): ReadonlyMap<string, readonly Entry[]> {
  const folders = new Map<string, Map<string, Entry>>();
  const put = (path: string, kind: Entry["kind"]): void => {
    const folder = dirname(path);
    if (folder === path) return;
    const entries = folders.get(folder) ?? new Map<string, Entry>();
    const isKnown = folders.has(folder);
    const name = path.slice(folder.length).replace(/^[/\\]/u, "");
    folders.set(folder, entries.set(name, { name, kind }));
    if (!isKnown) put(folder, "folder");
  };
  for (const path of paths) put(path, "file");
  return new Map([...folders].map(([folder, entries]) => [folder, [...entries.values()]]));
}

/** The bytes of a changed file before the change, under the name that it has now; null for a new file. */
export function sourceBefore(io: Io, { files }: Changes, name: string): SourceBytes | null {
  const before = files.get(resolve(io.cwd, name))?.before ?? null;
  return before === null ? null : { name: shownPath(io.cwd, name), bytes: only(before) };
}

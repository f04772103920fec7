import { posix, relative, resolve } from "node:path";
import { slashed } from "../config/paths.ts";
import type { Settings } from "../config/settings.ts";
import type { Io } from "../io/io.ts";
import { readerFor } from "../readers/index.ts";
import type { Changes, FileChange } from "./changes.ts";
import { type Ignores, ignoresIn } from "./ignores.ts";

/**
 * The change, in which a draft that was moved here from where nothing is checked is a new one: from a folder that `ignore:` leaves
 * out, from beside what a person named, or from a format that is not read. What stood in it there, nobody has looked at.
 */
export async function withoutStrangers(
  io: Io,
  changes: Changes,
  named: readonly string[],
  { ignore }: Pick<Settings, "ignore">,
): Promise<Changes> {
  const moved = [...changes.files].filter(([, { from, isDeleted }]) => from !== null && !isDeleted);
  if (moved.length === 0) return changes;
  const ignores = await ignoresIn(io, resolve(io.cwd), ignore);
  const files = new Map(changes.files);
  for (const [path, change] of moved) {
    if (!(await wasChecked(io, change.from!, named, ignores))) files.set(path, asNew(change));
  }
  return { ...changes, files };
}

const asNew = (change: FileChange): FileChange => ({ ...change, from: null, before: null });

async function wasChecked(io: Io, path: string, named: readonly string[], ignores: Ignores): Promise<boolean> {
  if (readerFor(path) === null || (await ignores.leaveOut(path, "file"))) return false;
  const inside = (await Promise.all(named.map((name) => reachOf(io, name)))).map((reaches) => reaches(path));
  return named.length === 0 || inside.includes(true);
}

/** Whether a folder or a pattern takes in a path. Whoever names single files names no place, so a draft may come from anywhere. */
async function reachOf(io: Io, name: string): Promise<(path: string) => boolean> {
  const kind = await io.kindOf(name);
  if (kind === "folder") return (path) => !/^\.\.(?:\/|$)/u.test(slashed(relative(resolve(io.cwd, name), path)));
  if (kind !== null) return () => true;
  const { default: picomatch } = await import("picomatch");
  const matches = picomatch(posix.normalize(slashed(name)));
  return (path) => matches(slashed(relative(io.cwd, path)));
}

import { readdirSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { type Entry, NEVER_WALKED, type PathKind, type Stamp } from "./io.ts";
import { attempt, IoError } from "./io-error.ts";

export async function kindOf(path: string, absolute: string): Promise<PathKind | null> {
  const stats = statsOf(path, absolute);
  return stats === null ? null : kindOfStats(stats);
}

export async function identityOf(path: string, absolute: string): Promise<string | null> {
  const stats = statsOf(path, absolute);
  return stats === null ? null : identityOfStats(stats);
}

export const identityOfStats = ({ dev, ino }: Stats): string => `${dev}:${ino}`;

function statsOf(path: string, absolute: string): Stats | null {
  try {
    return statSync(absolute);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw new IoError(path, "read", error);
  }
}

export function kindOfStats(stats: { isFile(): boolean; isDirectory(): boolean }): PathKind {
  if (stats.isFile()) return "file";
  return stats.isDirectory() ? "folder" : "other";
}

export async function list(folder: string, absolute: string): Promise<readonly Entry[]> {
  try {
    return readdirSync(absolute, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      kind: entry.isSymbolicLink() ? kindOfLink(join(absolute, entry.name)) : kindOfStats(entry),
    }));
  } catch (error) {
    throw new IoError(folder, "read", error);
  }
}

/** The files that match a pattern, relative to `cwd`. */
export async function matching(pattern: string, cwd: string): Promise<readonly string[]> {
  const { glob } = await import("tinyglobby");
  try {
    return await glob(pattern, {
      cwd,
      expandDirectories: false,
      ignore: `**/${NEVER_WALKED}/**`,
      followSymbolicLinks: false,
    });
  } catch (error) {
    throw new IoError(pattern, "read", error);
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

export function stampOf(path: string, absolute: string): Stamp | null {
  const stats = attempt(path, "read", () => statSync(absolute, { throwIfNoEntry: false }));
  return stats?.isFile() ? { size: stats.size, modified: stats.mtimeMs } : null;
}

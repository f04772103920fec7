import { dirname, join, relative, resolve } from "node:path";
import type { Ignore } from "ignore";
import { slashed } from "../config/paths.ts";
import type { IgnoreSetting } from "../config/settings.ts";
import type { Io } from "../io/io.ts";

export interface Ignores {
  /** Whether a file or folder, absolute, is left out: by its own name or because a folder above it is. */
  leaveOut(path: string, kind: "file" | "folder"): Promise<boolean>;
}

interface Rules {
  /** Absolute; the patterns are relative to it. */
  readonly folder: string;
  readonly patterns: Ignore;
}

/**
 * What .gitignore files and `ignore:` leave out of `folder`, which is absolute. The .gitignore files are those of its
 * repository, from the top down; outside a repository only those inside the folder, as one in a home folder often
 * leaves out everything. A folder that is itself left out has been named by a person who wants to see into it: then
 * only the .gitignore files inside it count.
 */
export async function ignoresIn(io: Io, folder: string, settings: readonly IgnoreSetting[]): Promise<Ignores> {
  const configured = await Promise.all(settings.map(({ folder: own, patterns }) => rulesOf(own, patterns)));
  const top = (await repositoryOf(io, folder)) ?? folder;
  const whole = ignoresFrom(io, top, configured);
  const asked = top !== folder && (await ignoresFrom(io, top, []).leaveOut(folder, "folder"));
  return asked ? ignoresFrom(io, folder, configured) : whole;
}

function ignoresFrom(io: Io, top: string, configured: readonly Rules[]): Ignores {
  const known = new Map<string, Promise<readonly Rules[]>>();
  const decided = new Map<string, Promise<boolean>>();

  /** Of every folder from the top down to this one. */
  const rulesDownTo = (folder: string): Promise<readonly Rules[]> =>
    remembered(known, folder, async () => {
      const above = folder === top ? [] : await rulesDownTo(dirname(folder));
      const own = await gitignoreIn(io, folder);
      return own === null ? above : [...above, own];
    });

  const folderIsLeftOut = (folder: string): Promise<boolean> =>
    remembered(decided, folder, async () => isInside(folder, top) && (await leaveOut(folder, "folder")));

  const leaveOut = async (path: string, kind: "file" | "folder"): Promise<boolean> => {
    if (matches(configured, path, kind)) return true;
    if (!isInside(path, top)) return false;
    if (await folderIsLeftOut(dirname(path))) return true;
    return matches(await rulesDownTo(dirname(path)), path, kind);
  };
  return { leaveOut };
}

/** As in git, what a deeper file says outweighs what a higher one says. */
function matches(rules: readonly Rules[], path: string, kind: "file" | "folder"): boolean {
  let ignored = false;
  for (const { folder, patterns } of rules) {
    if (!isInside(path, folder)) continue;
    const result = patterns.test(slashed(relative(folder, path)) + (kind === "folder" ? "/" : ""));
    if (result.ignored) ignored = true;
    else if (result.unignored) ignored = false;
  }
  return ignored;
}

async function gitignoreIn(io: Io, folder: string): Promise<Rules | null> {
  const path = join(folder, ".gitignore");
  if ((await io.kindOf(path)) !== "file") return null;
  // As in git, a pattern that is no UTF-8 matches nothing, and the others count.
  return rulesOf(folder, [new TextDecoder().decode(await io.readWhole(path))]);
}

async function rulesOf(folder: string, patterns: readonly string[]): Promise<Rules> {
  const { default: ignore } = await import("ignore");
  return { folder, patterns: ignore().add(patterns.join("\n")) };
}

async function repositoryOf(io: Io, start: string): Promise<string | null> {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if ((await io.kindOf(join(folder, ".git"))) !== null) return folder;
    if (folder === dirname(folder)) return null;
  }
}

function isInside(path: string, folder: string): boolean {
  const inside = slashed(relative(folder, path));
  return inside !== "" && inside !== ".." && !inside.startsWith("../") && resolve(folder, inside) === path;
}

function remembered<T>(memory: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const value = memory.get(key) ?? make();
  memory.set(key, value);
  return value;
}

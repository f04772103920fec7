import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { OutputFile } from "./io.ts";
import { attempt, IoError } from "./io-error.ts";
import { kindOfStats } from "./paths.ts";

interface Place {
  readonly absolute: string;
  readonly cwd: string;
}

/** Written beside its place and moved there at the end, so that no reader ever meets half a report. */
export function createFile(path: string, { absolute, cwd }: Place, executable: "executable" | undefined): OutputFile {
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

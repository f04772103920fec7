import { basename, dirname, join, resolve } from "node:path";
import { CONFIG_NAME } from "../config/find.ts";
import { nearest } from "../config/nearest.ts";
import { shownPath, slashed } from "../config/paths.ts";
import type { IgnoreSetting } from "../config/settings.ts";
import { type Io, NEVER_WALKED } from "../io/io.ts";
import { IoError } from "../io/io-error.ts";
import { anyOf, firstOf } from "../model/listing.ts";
import type { Source } from "../model/post.ts";
import type { Note, Problem } from "../model/report.ts";
import { endingOf } from "../readers/formats.ts";
import { FOLDER_ENDINGS, NAMED_ENDINGS, UNREADABLE_ENDINGS } from "../readers/index.ts";
import type { SourceBytes } from "../readers/reader.ts";
import { placeAt } from "../readers/readings.ts";
import { type Ignores, ignoresIn } from "./ignores.ts";

export interface Sources {
  /** Sorted by name, none twice. None is open yet. */
  readonly sources: readonly SourceBytes[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
}

export interface Looking {
  readonly ignore: readonly IgnoreSetting[];
  /** A pattern may match nothing. */
  readonly allowEmpty: boolean;
  /** Shown paths that this run writes to, or into: nothing there is a source of it. */
  readonly outputs: readonly string[];
  /** Only a part of what is named is looked at, so a folder or pattern without any is in order. */
  readonly partial?: boolean;
}

/**
 * What a person named: files, folders, patterns, `-` for standard input. A file named outright is read whatever
 * leaves it out, unless it is a lock file of Office; in folders and patterns, .gitignore and `ignore:` count.
 */
export async function findSources(io: Io, paths: readonly string[], looking: Looking): Promise<Sources> {
  const finds: Find[] = [];
  const named = new Set(paths.map((path) => shownPath(io.cwd, path)));
  for (const path of paths) {
    const found = await find(io, path, { ...looking, named }).catch((error) => ({
      ...NOTHING,
      problems: [unreadable(io, error)],
    }));
    finds.push(await withoutOwnOutput(io, found, shownPath(io.cwd, path)));
  }
  const names = new Set(finds.flatMap(({ files }) => files));
  return {
    sources: [...names].sort().map((name) => sourceOf(io, name)),
    problems: finds.flatMap(({ problems }) => problems),
    notes: finds.flatMap(({ notes }) => notes),
  };
}

/** The copy itself, as a source: what `--text` gives. */
export const sourceOfText = (text: string): SourceBytes => ({ name: STANDARD_INPUT, bytes: chunksOf(text) });

export const STANDARD_INPUT = "-";

async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const sourceOf = (io: Io, name: string): SourceBytes => ({
  name,
  bytes: name === STANDARD_INPUT ? io.stdin.bytes : io.readFile(name),
});

interface LookingOn extends Looking {
  /** Shown paths of everything that a person named. */
  readonly named: ReadonlySet<string>;
}

/** What one argument leads to. */
interface Find {
  /** Shown paths. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
}

const NOTHING: Find = { files: [], problems: [], notes: [] };

async function find(io: Io, path: string, looking: LookingOn): Promise<Find> {
  if (path === STANDARD_INPUT) return { ...NOTHING, files: [path] };
  if (path === "") return { ...NOTHING, problems: [{ source: null, message: NO_PATH }] };
  switch (await io.kindOf(path)) {
    case "folder":
      return findInFolder(io, path, looking);
    case "other":
      return { ...NOTHING, problems: [{ source: placeOf(slashed(path)), message: NO_FILE }] };
    case null:
      return /[*?[\]{}]/u.test(path) ? findMatching(io, slashed(path), looking) : missing(io, path);
    default:
      return isLock(basename(path))
        ? { ...NOTHING, notes: [{ source: placeOf(shownPath(io.cwd, path)), message: LOCK }] }
        : { ...NOTHING, files: [shownPath(io.cwd, path)] };
  }
}

/** Some of them never come to an end, and others never begin. */
const NO_FILE =
  "this is a pipe, a device or a socket, not a file. To check what comes out of it, pipe it in: … | postlint -";

/** The system takes it for this folder, all of which would be checked. */
const NO_PATH = "a path is empty, as one from a variable that is not set. This folder is written as .";

const LEADS_NOWHERE = "this link leads to nothing. Mend it, or take it away";

/**
 * A file that the shell has standard output or standard error go into stands in the folder before anything is read. Whoever reads what he
 * writes never comes to an end.
 */
async function withoutOwnOutput(io: Io, found: Find, named: string): Promise<Find> {
  const own = new Set([io.stdout, io.stderr].flatMap(({ identity }) => identity ?? []));
  if (own.size === 0) return found;
  const isOwn = async (name: string) => name !== STANDARD_INPUT && own.has((await io.identityOf(name)) ?? "");
  const rest = { files: [] as string[], problems: [...found.problems], notes: [...found.notes] };
  for (const name of found.files) {
    if (!(await isOwn(name))) rest.files.push(name);
    else (name === named ? rest.problems : rest.notes).push({ source: placeOf(name), message: OWN_OUTPUT });
  }
  return rest;
}

const OWN_OUTPUT = "the output of this run goes into this file, so it was not read";

async function findMatching(
  io: Io,
  pattern: string,
  { ignore, allowEmpty, outputs, partial = false }: Looking,
): Promise<Find> {
  const ignores = await ignoresIn(io, resolve(io.cwd), ignore);
  const matching = (await io.glob(pattern)).map((path) => shownPath(io.cwd, path)).filter(isWalked);
  const files: string[] = [];
  for (const name of matching) {
    if (!isOutput(name, outputs) && !(await ignores.leaveOut(resolve(io.cwd, name), "file"))) files.push(name);
  }
  if (files.length > 0 || (partial && matching.length > 0)) return { ...NOTHING, files };
  const message =
    matching.length === 0
      ? "this pattern matches no file"
      : `this pattern matches only files that .gitignore or ignore: leaves out (${matching.length})`;
  const entry = { source: placeOf(pattern), message };
  return allowEmpty ? { ...NOTHING, notes: [entry] } : { ...NOTHING, problems: [entry] };
}

const isOutput = (name: string, outputs: readonly string[]): boolean =>
  outputs.some((output) => name === output || name.startsWith(output.replace(/\/?$/u, "/")));

const isWalked = (name: string): boolean => !name.split("/").includes(NEVER_WALKED) && !isLock(basename(name));

/** Office puts such a file beside one that is open, with the name of whoever has it open and no copy. */
const isLock = (name: string): boolean => name.startsWith("~$");

/** A pattern that the shell expands names it with the others. */
const LOCK = "Office keeps this file beside one that is open. It holds no copy, and was passed over";

async function findInFolder(io: Io, folder: string, { ignore, outputs, partial, named }: LookingOn): Promise<Find> {
  const top = resolve(io.cwd, folder);
  const walk: Walk = {
    io,
    ignores: await ignoresIn(io, top, ignore),
    files: [],
    unnamed: [],
    unreadable: [],
    linked: [],
    leftOut: 0,
    problems: [],
  };
  await walkInto(walk, top);
  const files = walk.files.filter((name) => !isOutput(name, outputs));
  const unnamed = walk.unnamed.filter((name) => !named.has(name));
  const source = placeOf(shownPath(io.cwd, folder));
  const messages = partial && files.length === 0 ? [] : remarks({ ...walk, unnamed }, files.length);
  return { files, problems: walk.problems, notes: messages.map((message) => ({ source, message })) };
}

interface Walk {
  readonly io: Io;
  readonly ignores: Ignores;
  readonly files: string[];
  /** Files that are read only when they are named. */
  readonly unnamed: string[];
  /** Drafts, by their ending, in formats that are not read. */
  readonly unreadable: string[];
  /** Links to folders, which are not followed. */
  readonly linked: string[];
  leftOut: number;
  readonly problems: Problem[];
}

async function walkInto(walk: Walk, folder: string): Promise<void> {
  const { io } = walk;
  try {
    for (const { name, kind } of await io.list(folder)) {
      const path = join(folder, name);
      if (name.startsWith(".") || name === NEVER_WALKED || name === CONFIG_NAME || isLock(name)) continue;
      if (kind === "folder" && !(await walk.ignores.leaveOut(path, kind))) await walkInto(walk, path);
      if (kind === "file") await meet(walk, path);
      if (kind === "linked folder" && !(await walk.ignores.leaveOut(path, "folder")))
        walk.linked.push(shownPath(io.cwd, path));
      if (kind === "other" || kind === "broken link") await meetOddity(walk, path, kind);
    }
  } catch (error) {
    walk.problems.push(unreadable(io, error));
  }
}

/** Nothing can be read of it, and its name says that it is a draft. */
async function meetOddity(walk: Walk, path: string, kind: "other" | "broken link"): Promise<void> {
  if (groupOf(walk, endingOf(path)) !== walk.files || (await walk.ignores.leaveOut(path, "file"))) return;
  const message = kind === "other" ? NO_FILE : LEADS_NOWHERE;
  walk.problems.push({ source: placeOf(shownPath(walk.io.cwd, path)), message });
}

async function meet(walk: Walk, path: string): Promise<void> {
  const group = groupOf(walk, endingOf(path));
  if (group === null) return;
  if (await walk.ignores.leaveOut(path, "file")) walk.leftOut += 1;
  else group.push(shownPath(walk.io.cwd, path));
}

function groupOf({ files, unnamed, unreadable }: Walk, ending: string): string[] | null {
  if (FOLDER_ENDINGS.includes(ending)) return files;
  if (NAMED_ENDINGS.includes(ending)) return unnamed;
  return UNREADABLE_ENDINGS.includes(ending) ? unreadable : null;
}

function remarks({ unnamed, unreadable, linked, leftOut, problems }: Walk, files: number): readonly string[] {
  const remarks: string[] = [];
  // Where something can't be read, nobody knows what is in it.
  if (files === 0 && problems.length === 0) remarks.push(`no file here ends in ${anyOf(FOLDER_ENDINGS)}`);
  if (files === 0 && leftOut > 0) remarks.push(`${leftOut} left out by .gitignore or ignore:`);
  if (unnamed.length > 0)
    remarks.push(`${unnamed.length} not read, as ${endingsOf(unnamed)} files have to be named: ${firstOf(unnamed)}`);
  if (unreadable.length > 0)
    remarks.push(
      `not read, as their format is not known here: ${firstOf(unreadable)}. Named on the command line, each says what to save it as`,
    );
  if (linked.length > 0)
    remarks.push(
      `not looked into, as links to folders may go round in a circle: ${firstOf(linked)}. Name them to have them read`,
    );
  return remarks;
}

const endingsOf = (paths: readonly string[]): string =>
  [...new Set(paths.map((path) => path.slice(path.lastIndexOf("."))))].join(" and ");

/** Never taken for copy: a mistyped path that is checked as text always comes out well. */
async function missing(io: Io, path: string): Promise<Find> {
  const message = (await isBrokenLink(io, path))
    ? LEADS_NOWHERE
    : `there is no such file or folder.${await suggestion(io, path)}`;
  return { ...NOTHING, problems: [{ source: placeOf(slashed(path)), message }] };
}

async function isBrokenLink(io: Io, path: string): Promise<boolean> {
  const folder = dirname(path);
  if ((await io.kindOf(folder)) !== "folder") return false;
  return (await io.list(folder)).some(({ name, kind }) => name === basename(path) && kind === "broken link");
}

async function suggestion(io: Io, path: string): Promise<string> {
  if (/^[\u2010-\u2015\u2212]/u.test(path)) return LONG_DASH;
  if (/\s/u.test(path) && !/[/\\.]\S/u.test(path)) return ` To check words themselves, write --text "${path}".`;
  const folder = dirname(path);
  if ((await io.kindOf(folder)) !== "folder") return folder === path ? "" : await suggestion(io, folder);
  const names = (await io.list(folder)).map(({ name }) => name).sort();
  const name = basename(path);
  const close = (await nearest(name, names)) ?? names.find((candidate) => candidate.startsWith(`${name}.`));
  return close === undefined ? "" : ` Did you mean ${shownPath(io.cwd, join(folder, close))}?`;
}

/** Word puts it in the place of two hyphens. */
const LONG_DASH = " It begins with a long dash; an option begins with two hyphens, as in --channel.";

/** It may be another file than what was named: a folder is looked into by way of its .gitignore. */
function unreadable(io: Io, error: unknown): Problem {
  if (!(error instanceof IoError)) throw error;
  return { source: placeOf(shownPath(io.cwd, error.path)), message: error.message };
}

const placeOf = (file: string): Source => placeAt(file, null);

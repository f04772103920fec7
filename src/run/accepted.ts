import { dirname, relative, resolve } from "node:path";
import { BrokenFilesError, UsageError } from "../config/errors.ts";
import { shownPath, slashed } from "../config/paths.ts";
import { type Io, readText } from "../io/io.ts";
import { IoError } from "../io/io-error.ts";
import { type Accepted, type Baseline, createBaseline, parseBaseline } from "../judge/baseline.ts";
import type { ReadWhole } from "../judge/summary.ts";
import type { Finding } from "../model/finding.ts";
import type { Note, PostResult } from "../model/report.ts";
import { identityOf } from "../prepare/identity.ts";
import { placeAt } from "../readers/readings.ts";
import { maskOf } from "../reporters/parts/mask.ts";
import type { RuleCards } from "../rules/cards.ts";
import type { Hide } from "./secrets.ts";

/** The accepted findings of a run. */
export interface AcceptedFindings extends Pick<Baseline, "accept"> {
  /** Entries that the run shows to be needless: all of their file was checked, or it is gone, and the finding is not there. */
  stale(read: ReadWhole): readonly Accepted[];
  /** What there is to say of them, a file a note. */
  staleNotes(read: ReadWhole): readonly Note[];
}

/** `path` is a baseline, as messages name it. Throws where it is not there or a line of it can't be read. */
export async function openAccepted(io: Io, path: string, cards: RuleCards, hide: Hide): Promise<AcceptedFindings> {
  return acceptedFindings(io, path, await existingBaseline(io, path), cards, hide);
}

export async function acceptedFindings(
  io: Io,
  path: string,
  entries: readonly Accepted[],
  cards: RuleCards,
  hide: Hide,
): Promise<AcceptedFindings> {
  const gone = await goneFiles(io, path, entries);
  const isGone = (file: string) => gone.has(file);
  const fileOf = ({ post }: PostResult) => nameInBaseline(io, path, post.source.file);
  const baseline = createBaseline(entries, { cards, isGone, fileOf, identityOf: (result) => identify(result, hide) });
  const stale = ({ files, isAll }: ReadWhole) => {
    const names = new Set(files.map((file) => nameInBaseline(io, path, file)));
    return baseline.unused().filter(({ file }) => names.has(file) || (isAll && isGone(file)));
  };
  return { accept: baseline.accept, stale, staleNotes: (read) => staleNotes(io, path, stale(read)) };
}

/** The entries of a baseline that has to be there: without it a `UsageError`, and else as `readBaseline`. */
export async function existingBaseline(io: Io, path: string): Promise<readonly Accepted[]> {
  const entries = await readBaseline(io, path);
  if (entries !== null) return entries;
  throw new UsageError(`There is no baseline ${path}.`, "postlint baseline write makes one.");
}

/** The entries of a baseline; null where there is no such file. Throws a `BrokenFilesError` with each line that can't be read. */
export async function readBaseline(io: Io, path: string): Promise<readonly Accepted[] | null> {
  if ((await io.kindOf(path)) === null) return null;
  const { entries, problems } = parseBaseline(await textOf(io, path));
  if (problems.length === 0) return entries;
  throw new BrokenFilesError(problems.map(({ line, message }) => `${path}:${line}: ${message}`));
}

/** Paths in a baseline start at its own folder, so that it means the same wherever postlint is started. */
export const nameInBaseline = (io: Io, path: string, file: string): string =>
  file === "-" ? file : slashed(relative(dirname(resolve(io.cwd, path)), resolve(io.cwd, file)));

/** How messages name a file of an entry. */
export const shownFile = (io: Io, path: string, file: string): string =>
  file === "-" ? file : shownPath(io.cwd, resolve(dirname(resolve(io.cwd, path)), file));

/** Of one finding; what is secret in its post is no part of it, whoever is looking, nor is a number of a person in the post's id. */
export function identify(result: PostResult, hide: Hide): (finding: Finding) => string {
  const mask = maskOf(result, true);
  const hiding = { spans: mask.spans, hide: (words: string) => hide(mask.hide(words)) };
  return (finding) => identityOf(finding, result.post, hiding).slice(0, IDENTITY_LENGTH);
}

/** 128 bits: enough to tell findings apart, and a line that a person can still look at. */
const IDENTITY_LENGTH = 32;

/** What there is to say of stale entries, a file a note. */
function staleNotes(io: Io, path: string, stale: readonly Accepted[]): readonly Note[] {
  const files = [...new Set(stale.map(({ file }) => file))];
  return files.map((file) => {
    const own = stale.filter((entry) => entry.file === file);
    const rules = [...new Set(own.map(({ rule }) => rule))].join(", ");
    const count =
      own.length === 1 ? "an accepted finding that is gone" : `${own.length} accepted findings that are gone`;
    const message = `postlint/stale-baseline: ${path} still holds ${count} (${rules}). postlint baseline prune takes out what is gone.`;
    return { source: placeAt(shownFile(io, path, file), null), message, upkeep: true };
  });
}

async function goneFiles(io: Io, path: string, entries: readonly Accepted[]): Promise<ReadonlySet<string>> {
  const files = [...new Set(entries.map(({ file }) => file))].filter((file) => file !== "-");
  const kinds = await Promise.all(files.map((file) => io.kindOf(resolve(dirname(resolve(io.cwd, path)), file))));
  return new Set(files.filter((_, index) => kinds[index] === null));
}

async function textOf(io: Io, path: string): Promise<string> {
  try {
    return await readText(io, path);
  } catch (error) {
    if (!(error instanceof IoError)) throw error;
    throw new UsageError(`The baseline ${path} ${error.message}.`);
  }
}

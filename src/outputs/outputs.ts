import { basename, extname, join } from "node:path";
import { UsageError } from "../config/errors.ts";
import type { Target } from "../config/outputs.ts";
import { shownPath } from "../config/paths.ts";
import type { Settings } from "../config/settings.ts";
import type { Io } from "../io/io.ts";
import { anyOf } from "../model/listing.ts";
import { once } from "../model/once.ts";
import type { Note } from "../model/report.ts";
import { type ReporterName, reporters } from "../reporters/index.ts";
import type { CopyKind, ReportKind } from "../reporters/reporter.ts";
import { STANDARD_INPUT } from "../sources/sources.ts";

/** A file to write: a report on the whole run, or a copy of the source of this name. */
export type Output =
  | { readonly kind: ReportKind; readonly path: string; readonly source: null }
  | { readonly kind: CopyKind; readonly path: string; readonly source: string };

/** At most one: sources whose findings stand in no file of a run that only hands files back. */
export function notHandedBack(outputs: readonly Output[], sources: readonly string[]): readonly Note[] {
  if (outputs.length === 0 || outputs.some(({ source }) => source === null)) return [];
  const left = sources.filter((name) => !outputs.some(({ source }) => source === name));
  if (left.length === 0) return [];
  const names = left.length > 3 ? `${left.slice(0, 3).join(", ")} and ${left.length - 3} more` : left.join(", ");
  const message = `what is found in ${names} is only counted here, as no copy of it is handed back. A report such as -o json=report.json holds it all.`;
  return [{ source: null, message }];
}

/**
 * The files that a run writes: a target that hands sources back into a folder is one for each of them. `sources` are the
 * names of what is checked. Throws a `UsageError` where a source can't be handed back as asked, or would be written over.
 */
export async function outputsOf(
  io: Io,
  { outputs, formatShown }: Settings,
  sources: readonly string[],
): Promise<readonly Output[]> {
  if (formatShown !== null) await reportKindOf(formatShown);
  const all: Output[] = [];
  for (const target of outputs) {
    const kind = await reporters[target.format]();
    const isFolder =
      target.path.endsWith("/") || (kind.handsBack !== undefined && (await io.kindOf(target.path)) === "folder");
    if (kind.handsBack === undefined) all.push(reportOn(target, kind, isFolder));
    else if (isFolder) all.push(...copiesIn(io, target, kind, sources));
    else all.push(...copyOf(target, kind, sources));
  }
  refuseTwins(all);
  await refuseSources(io, all, sources);
  return all;
}

/** For standard output. Throws a `UsageError` for a format that hands a file back. */
export async function reportKindOf(format: ReporterName): Promise<ReportKind> {
  const kind = await reporters[format]();
  if (kind.handsBack === undefined) return kind;
  throw new UsageError(
    `The format ${format} hands a file back, so it can't go to standard output.`,
    `Say where the copy goes: -o ${format}=reviewed${kind.handsBack[0]}`,
  );
}

function reportOn({ format, path }: Target, kind: ReportKind, isFolder: boolean): Output {
  if (!isFolder) return { kind, path, source: null };
  throw new UsageError(
    `--output ${format}=${path} names a folder, but a report is one file.`,
    `Name the file: -o ${format}=${path}report.${format}`,
  );
}

function copyOf({ format, path }: Target, kind: CopyKind, sources: readonly string[]): readonly Output[] {
  const [source] = sources;
  if (source === undefined) return []; // what was named could not be found, which the run says anyway
  if (sources.length > 1) {
    throw new UsageError(
      `${path} can be the reviewed copy of one file only, and this run reads ${sources.length}.`,
      `Name a folder, which gets one copy each: -o ${format}=reviewed/`,
    );
  }
  if (canHandBack(kind, source)) return [{ kind, path, source }];
  throw new UsageError(`${nameOf(source)} can't be handed back as ${format}.`, instead(format, kind, source));
}

function copiesIn(io: Io, { format, path }: Target, kind: CopyKind, sources: readonly string[]): readonly Output[] {
  const own = sources.filter((source) => canHandBack(kind, source));
  const [first] = sources;
  if (own.length === 0 && first !== undefined) {
    throw new UsageError(
      `Nothing in this run can be handed back as ${format}: it reads ${nameOf(first)}${sources.length > 1 ? " and others" : ""}.`,
      instead(format, kind, first),
    );
  }
  return own.map((source) => ({ kind, source, path: shownPath(io.cwd, join(path, basename(source))) }));
}

const canHandBack = ({ handsBack }: CopyKind, source: string): boolean =>
  handsBack.includes(extname(source).toLowerCase());

const nameOf = (source: string): string => (source === STANDARD_INPUT ? "Standard input" : source);

function instead(format: string, { handsBack }: CopyKind, source: string): string {
  const readable = `${format} hands back files that end in ${anyOf(handsBack)}.`;
  switch (extname(source).toLowerCase()) {
    case ".csv":
    case ".tsv":
      return `${readable} To get this one back: -o csv=reviewed${extname(source)}`;
    case ".xlsx":
      return `${readable} To get this one back: -o xlsx=reviewed.xlsx`;
    default:
      return source === STANDARD_INPUT ? `${readable} Name the file to check.` : readable;
  }
}

function refuseTwins(outputs: readonly Output[]): void {
  const seen = new Map<string, Output>();
  for (const output of outputs) {
    const twin = seen.get(output.path);
    seen.set(output.path, output);
    if (twin === undefined) continue;
    const both = twin.source !== null && output.source !== null && twin.source !== output.source;
    throw new UsageError(
      both
        ? `${twin.source} and ${output.source} would both be written to ${output.path}.`
        : `Two outputs would write to ${output.path}.`,
      both ? "Check them in two runs, each with a folder of its own." : null,
    );
  }
}

/** By name, and by what stands behind the name: a link, or another spelling, may lead to a source. */
async function refuseSources(io: Io, outputs: readonly Output[], sources: readonly string[]): Promise<void> {
  const files = sources.filter((name) => name !== STANDARD_INPUT);
  const identities = once(() => Promise.all(files.map((name) => io.identityOf(name))));
  for (const { path } of outputs) {
    const identity = await io.identityOf(path);
    const same = identity === null ? -1 : (await identities()).indexOf(identity);
    const source = files.find((name) => name === path) ?? files[same];
    if (source === undefined) continue;
    const link = source === path ? "" : `, as ${path} is the same file`;
    throw new UsageError(
      `${source} is to be checked and to be written to${link}.`,
      "Write the report to another file.",
    );
  }
}

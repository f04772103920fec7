import { type Archive, openArchive } from "../../src/containers/archive.ts";
import { joined } from "../../src/containers/bytes.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { PostResult, Problem } from "../../src/model/report.ts";
import { NO_COLOURS } from "../../src/reporters/colours.ts";
import { reporters } from "../../src/reporters/index.ts";
import { counting } from "../../src/run/counting.ts";
import { findingOf, head, postOf, sourceOf } from "./run.ts";

/** What a person sees of a post in a table: where it stands, and what was found. */
export interface Told {
  readonly sheet?: string;
  readonly cell: string;
  readonly text?: string;
  /** Null where the table has no headings; 1 where it is left out. */
  readonly headingRow?: number | null;
  readonly findings?: readonly Finding[];
  readonly cells?: Readonly<Record<string, string>>;
}

export function resultOf({ sheet, cell, text = "Some copy", headingRow = 1, findings = [], cells }: Told): PostResult {
  const row = Number(/\d+/u.exec(cell)![0]);
  const source = sourceOf("july", { sheet: sheet ?? null, row, cell });
  return {
    post: postOf(text, { source, ...(headingRow !== null && { headingRow }), ...(cells && { cells }) }),
    findings,
  };
}

/** A finding about the first word of its post. */
export const found = (told: Parameters<typeof findingOf>[1] = {}): Finding => findingOf({ start: 0, end: 4 }, told);

/** What a reporter that hands a file back makes of it. */
export async function handedBack(
  name: "csv" | "xlsx",
  bytes: Uint8Array,
  told: readonly Told[],
  problems: readonly Problem[] = [],
): Promise<Uint8Array> {
  const written: Uint8Array[] = [];
  const original = {
    name: "july",
    bytes: async function* () {
      yield bytes;
    },
  };
  const kind = await reporters[name]();
  const reporter = kind.open(
    head,
    { write: (chunk) => void written.push(chunk as Uint8Array) },
    { colour: NO_COLOURS, width: 80, mask: true, verbose: false },
    original,
  );
  const counted = counting(reporter);
  for (const one of told) counted.post(resultOf(one));
  for (const problem of problems) counted.problem(problem);
  await counted.end(1);
  return joined(written);
}

const MOST = 50_000_000;

export const opened = (bytes: Uint8Array): Promise<Archive> => openArchive(bytes, MOST);

export async function partOf(archive: Archive, name: string): Promise<string> {
  const bytes = await archive.read(name);
  if (bytes === null) throw new Error(`no part ${name} among ${archive.names.join(", ")}`);
  return new TextDecoder().decode(bytes);
}

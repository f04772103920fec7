import type { Io } from "../io/io.ts";
import type { MappedColumn, Mapping } from "../readers/calendar/mapping.ts";
import { visible } from "../reporters/parts/visible.ts";
import { describePlace } from "../reporters/sentence.ts";
import { headingsIn } from "../run/headings.ts";
import type { PerFile } from "../run/per-file.ts";
import { readAll } from "../run/reading.ts";
import type { Hide } from "../run/secrets.ts";
import { tellingOn } from "../run/telling.ts";
import type { Sources } from "../sources/sources.ts";

/**
 * `--show-mapping`: prints what is recognised of each table and checks nothing. The answer is the exit code. `hide` hides what is
 * secret: what passes for a heading may be a row of copy.
 */
export async function showMapping(
  io: Io,
  { sources, problems, notes }: Sources,
  perFile: PerFile,
  hide: Hide,
): Promise<number> {
  const telling = tellingOn(io.stderr, hide);
  const headings = headingsIn(io);
  let tables = 0;
  let failed = problems.length > 0;
  notes.forEach(telling.note);
  problems.forEach(telling.problem);
  for await (const reading of readAll(sources, (file) => ({ ...perFile.of(file), headings }))) {
    if (reading.kind === "mapping")
      io.stdout.write(`${tables++ > 0 ? "\n" : ""}${describeMapping(reading.mapping, hide)}`);
    else if (reading.kind === "note") telling.note(reading.note);
    else if (reading.kind !== "post" && reading.kind !== "begins") {
      telling.problem(reading.problem);
      failed = true;
    }
  }
  if (tables === 0 && !failed)
    io.stderr.write("There is no calendar here: only tables (.csv, .tsv, .xlsx, or in a .docx) have columns.\n");
  return failed ? 2 : 0;
}

/** A line a column, in the order of the table. */
function describeMapping({ file, sheet, row, columns, unused }: Mapping, hide: Hide): string {
  const place = describePlace({ file, line: null, sheet, row: null, cell: null });
  const where = row === null ? "no heading" : `heading in row ${row}`;
  const all = [
    ...columns.map((column) => ({ ...column, use: useOf(column) })),
    ...unused.map((column) => ({ ...column, use: "not read" })),
  ];
  const lines = all
    .toSorted((a, b) => a.letters.length - b.letters.length || (a.letters < b.letters ? -1 : 1))
    .map(({ letters, heading, use }) => `  ${letters.padEnd(3)} ${shown(hide(heading)).padEnd(WIDTH)}  ${use}\n`);
  return `${place}: ${where}\n${lines.join("")}`;
}

const useOf = ({ field, channel }: MappedColumn): string => (channel === null ? field : `${field}, for ${channel}`);

const WIDTH = 30;

function shown(heading: string): string {
  const flat = visible(heading.replace(/\s+/gu, " "));
  return flat.length > WIDTH ? `${flat.slice(0, WIDTH - 1)}…` : flat;
}

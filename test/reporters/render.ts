import type { Note, PostResult, Problem, RunHead } from "../../src/model/report.ts";
import { NO_COLOURS } from "../../src/reporters/colours.ts";
import { REPORTER_NAMES, type ReporterName, reporters } from "../../src/reporters/index.ts";
import type { ReporterSettings } from "../../src/reporters/reporter.ts";
import { counting } from "../../src/run/counting.ts";

export interface Run {
  readonly head: RunHead;
  readonly results: readonly PostResult[];
  readonly problems?: readonly Problem[];
  readonly notes?: readonly Note[];
}

/** What hands a file back has tests of its own: it needs a file. */
const HAND_BACK = ["csv", "xlsx"] as const;
export type ReportName = Exclude<ReporterName, (typeof HAND_BACK)[number]>;
export const REPORTS = REPORTER_NAMES.filter((name): name is ReportName => !HAND_BACK.some((other) => other === name));

/** What a reporter writes for a whole run. */
export async function render(name: ReportName, run: Run, settings: Partial<ReporterSettings> = {}): Promise<string> {
  const { head, results, problems = [], notes = [] } = run;
  const written: string[] = [];
  const sink = { write: (chunk: string | Uint8Array) => void written.push(String(chunk)) };
  const plain = { colour: NO_COLOURS, width: 80, mask: true, verbose: false };
  const kind = await reporters[name]();
  const told = counting(kind.open(head, sink, { ...plain, ...settings }));
  for (const result of results) told.post(result);
  for (const problem of problems) told.problem(problem);
  for (const note of notes) told.note(note);
  const files = new Set(results.map(({ post }) => post.source.file));
  const asked = new Set([...files, ...problems.flatMap(({ source }) => source?.file ?? [])]);
  await told.end(files.size, asked.size);
  return written.join("");
}

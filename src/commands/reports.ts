import { UsageError } from "../config/errors.ts";
import type { Settings } from "../config/settings.ts";
import { type Io, IoError, type OutputFile } from "../io.ts";
import type { RunHead, Summary } from "../model/report.ts";
import { type ReporterName, reporters } from "../reporters/index.ts";
import type { Reporter, ReporterSettings, Sink } from "../reporters/reporter.ts";
import { describeNote, describeProblem, describeSummary } from "../reporters/sentence.ts";
import { chalkFor } from "./colour.ts";
import { onGitHub } from "./on-github.ts";
import { belowRepository } from "./repository.ts";
import { guarded, type Hide } from "./secrets.ts";

export interface Reports extends Reporter {
  /** Puts the files in their places. Answers with a sentence for each that could not be written. */
  commit(): readonly string[];
  /** Removes what is not in its place yet. */
  discard(): void;
}

export interface Showing {
  /** What `--mask never` asks for; masking still stays on where others may read. */
  readonly unmask: boolean;
  readonly verbose: boolean;
  readonly colour: boolean;
  readonly hide: Hide;
}

/**
 * Every report of a run: the files of `outputs` and standard output, which then holds the summary only;
 * problems and notes also go to standard error. Throws a `UsageError` where a file can't be created.
 */
export async function openReports(io: Io, head: RunHead, settings: Settings, showing: Showing): Promise<Reports> {
  const files: OutputFile[] = [];
  try {
    const written: Reporter[] = [];
    for (const { format, path } of settings.outputs) {
      const file = createReport(io, path);
      files.push(file);
      written.push(guarded(await open(format, head, file, await inFile(io, settings, showing)), showing.hide));
    }
    const shown = files.length > 0 ? summaryOnly(io.stdout, head) : await onStandardOutput(io, head, settings, showing);
    const onPage = await onGitHub(io, head, settings, await inFile(io, settings, showing));
    const told = onStandardError(io.stderr);
    const isUnmasked = files.length === 0 && showing.unmask && mayUnmask(io, settings.format) && io.stderr.isTTY;
    written.push(shown, isUnmasked ? told : guarded(told, showing.hide));
    written.push(...onPage.reporters.map((reporter) => guarded(reporter, showing.hide)));
    files.push(...onPage.files);
    return { ...together(written), ...finishing(files) };
  } catch (error) {
    discardAll(files);
    throw error;
  }
}

const open = async (format: string, head: RunHead, sink: Sink, settings: ReporterSettings): Promise<Reporter> =>
  (await reporters[format as ReporterName]()).open(head, sink, settings);

async function onStandardOutput(io: Io, head: RunHead, settings: Settings, showing: Showing): Promise<Reporter> {
  const { stdout } = io;
  const { format } = settings;
  const mask = !(showing.unmask && mayUnmask(io, format));
  const reporter = await open(format, head, stdout, {
    colour: await chalkFor(io, showing.colour),
    width: stdout.columns ?? NO_TERMINAL_WIDTH,
    mask,
    verbose: showing.verbose,
    ...placing(io, settings),
  });
  return mask ? guarded(reporter, showing.hide) : reporter;
}

/** A person at a terminal may see what is masked; a file, a pipe or a public log may not. */
export const mayUnmask = (io: Io, format: string): boolean => io.stdout.isTTY && !io.env.CI && format === "pretty";

const NO_TERMINAL_WIDTH = 80;

const inFile = async (io: Io, settings: Settings, { verbose }: Showing): Promise<ReporterSettings> => ({
  colour: await chalkFor(io, false),
  width: NO_TERMINAL_WIDTH,
  mask: true,
  verbose,
  ...placing(io, settings),
});

const placing = (io: Io, { failOn }: Settings) => ({
  failsAt: failOn === "never" ? null : failOn,
  under: belowRepository(io),
});

function createReport(io: Io, path: string): OutputFile {
  try {
    return io.createFile(path);
  } catch (error) {
    throw error instanceof IoError ? new UsageError(`The report ${path} ${error.message}.`) : error;
  }
}

const ignored = () => {};

const summaryOnly = (sink: Sink, { policy }: RunHead): Reporter => ({
  post: ignored,
  problem: ignored,
  note: ignored,
  end: (summary: Summary) => sink.write(`${describeSummary(summary, policy)}\n`),
});

const onStandardError = (sink: Sink): Reporter => ({
  post: ignored,
  problem: (problem) => sink.write(`${describeProblem(problem)}\n`),
  note: (note) => sink.write(`${describeNote(note)}\n`),
  end: ignored,
});

const together = (all: readonly Reporter[]): Reporter => ({
  post: (result) => all.forEach((reporter) => void reporter.post(result)),
  problem: (problem) => all.forEach((reporter) => void reporter.problem(problem)),
  note: (note) => all.forEach((reporter) => void reporter.note(note)),
  end: async (summary) => {
    for (const reporter of all) await reporter.end(summary);
  },
});

const finishing = (files: readonly OutputFile[]): Pick<Reports, "commit" | "discard"> => ({
  commit: () => files.flatMap((file) => refusal(() => file.commit())),
  discard: () => discardAll(files),
});

const discardAll = (files: readonly OutputFile[]): void => files.forEach((file) => void refusal(() => file.discard()));

function refusal(action: () => void): readonly string[] {
  try {
    action();
    return [];
  } catch (error) {
    if (error instanceof IoError) return [`The report ${error.path} ${error.message}.`];
    throw error;
  }
}

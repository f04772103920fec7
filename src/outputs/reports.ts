import type { Settings } from "../config/settings.ts";
import type { Io } from "../io/io.ts";
import type { RunHead, Summary } from "../model/report.ts";
import type { ReporterName } from "../reporters/index.ts";
import type { Reporter, ReporterSettings, Sink } from "../reporters/reporter.ts";
import { describeSummary } from "../reporters/sentence.ts";
import { guarded, type Hide } from "../run/secrets.ts";
import { tellingOn } from "../run/telling.ts";
import { coloursFor } from "./colour.ts";
import { onGitHub } from "./on-github.ts";
import { type Output, reportKindOf } from "./outputs.ts";
import { type Finishing, finishingOf, openFile } from "./report-file.ts";
import { belowRepository } from "./repository.ts";

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
  readonly failsFrom: NonNullable<ReporterSettings["failsFrom"]>;
}

/**
 * Every report of a run: the files of `outputs` and standard output, which beside them holds the summary only, unless a format
 * was asked for; problems and notes also go to standard error. Throws a `UsageError` where a file can't be created.
 */
export async function openReports(
  io: Io,
  head: RunHead,
  settings: Settings,
  outputs: readonly Output[],
  showing: Showing,
): Promise<Reports> {
  const files: Finishing[] = [];
  try {
    const written: Reporter[] = [];
    for (const output of outputs) {
      const file = await openFile(io, head, output, await inFile(io, showing));
      files.push(file);
      written.push(guarded(file, showing.hide));
    }
    const { formatShown } = settings;
    const shown =
      formatShown === null ? summaryOnly(io.stdout, head) : await onStandardOutput(io, head, formatShown, showing);
    const onPage = await onGitHub(io, head, settings, await inFile(io, showing));
    const isUnmasked = showing.unmask && mayUnmask(io, formatShown) && io.stderr.isTTY;
    written.push(shown, tellingOn(io.stderr, isUnmasked ? null : showing.hide));
    written.push(...onPage.reporters.map((reporter) => guarded(reporter, showing.hide)));
    files.push(...onPage.files.map(finishingOf));
    return { ...together(written), ...finishing(files) };
  } catch (error) {
    discardAll(files);
    throw error;
  }
}

const ignored = () => {};

async function onStandardOutput(io: Io, head: RunHead, format: ReporterName, showing: Showing): Promise<Reporter> {
  const { stdout } = io;
  const mask = !(showing.unmask && mayUnmask(io, format));
  const kind = await reportKindOf(format);
  const reporter = kind.open(head, stdout, {
    colour: await coloursFor(io, showing.colour),
    width: stdout.columns ?? NO_TERMINAL_WIDTH,
    mask,
    verbose: showing.verbose,
    failsFrom: showing.failsFrom,
    under: belowRepository(io),
  });
  const shown = kind.speaksToPerson ? { ...reporter, problem: ignored, note: ignored } : reporter;
  return mask ? guarded(shown, showing.hide) : shown;
}

/** A person at a terminal may see what is masked; a file, a pipe or a public log may not. */
export const mayUnmask = (io: Io, format: string | null): boolean =>
  io.stdout.isTTY && !io.env.CI && format === "pretty";

const NO_TERMINAL_WIDTH = 80;

const inFile = async (io: Io, { verbose, failsFrom }: Showing): Promise<ReporterSettings> => ({
  colour: await coloursFor(io, false),
  width: NO_TERMINAL_WIDTH,
  mask: true,
  verbose,
  failsFrom,
  under: belowRepository(io),
});

const summaryOnly = (sink: Sink, { policy }: RunHead): Reporter => ({
  post: ignored,
  problem: ignored,
  note: ignored,
  end: (summary: Summary) => sink.write(`${describeSummary(summary, policy)}\n`),
});

const together = (all: readonly Reporter[]): Reporter => ({
  post: (result) => all.forEach((reporter) => void reporter.post(result)),
  problem: (problem) => all.forEach((reporter) => void reporter.problem(problem)),
  note: (note) => all.forEach((reporter) => void reporter.note(note)),
  end: async (summary) => {
    for (const reporter of all) await reporter.end(summary);
  },
});

const finishing = (files: readonly Finishing[]): Pick<Reports, "commit" | "discard"> => ({
  commit: () => files.flatMap((file) => file.commit()),
  discard: () => discardAll(files),
});

const discardAll = (files: readonly Finishing[]): void => files.forEach((file) => void file.discard());

import { UsageError } from "../config/errors.ts";
import type { Io, OutputFile } from "../io/io.ts";
import { IoError } from "../io/io-error.ts";
import type { Source } from "../model/post.ts";
import type { RunHead } from "../model/report.ts";
import { NoReportError, type Reporter, type ReporterSettings, type Sink } from "../reporters/reporter.ts";
import { counting } from "../run/counting.ts";
import type { Output } from "./outputs.ts";

/** How a file ends. */
export interface Finishing {
  /** Puts the file in its place. Answers with a sentence where it could not be written, and leaves what stood there before. */
  commit(): readonly string[];
  /** Removes what is not in its place yet. */
  discard(): void;
}

/** A report on its way into a file. What keeps it from being written does not keep the others. */
export interface ReportFile extends Reporter, Finishing {}

export const finishingOf = (file: OutputFile): Finishing => ({
  commit: () => refusal(() => file.commit()),
  discard: () => void refusal(() => file.discard()),
});

/** Throws a `UsageError` where the file can't be created. */
export async function openFile(io: Io, head: RunHead, output: Output, settings: ReporterSettings): Promise<ReportFile> {
  const { path } = output;
  const file = create(io, path);
  const { commit, discard } = finishingOf(file);
  const reporter = reporterFor(io, head, output, file, settings);
  let failure: string | null = null;
  return {
    ...reporter,
    async end(summary) {
      try {
        await reporter.end(summary);
      } catch (error) {
        failure = `The report ${path} can't be written: ${reasonOf(error)}.`;
      }
    },
    commit() {
      if (failure === null) return commit();
      discard();
      return [failure];
    },
    discard,
  };
}

function reporterFor(io: Io, head: RunHead, output: Output, sink: Sink, settings: ReporterSettings): Reporter {
  if (output.source === null) return output.kind.open(head, sink, settings);
  return onlyOf(output.source, output.kind.open(head, sink, settings, originalOf(io, output.source)));
}

const originalOf = (io: Io, name: string) => ({ name, bytes: () => io.readFile(name) });

function create(io: Io, path: string): OutputFile {
  try {
    return io.createFile(path);
  } catch (error) {
    throw error instanceof IoError ? new UsageError(`The report ${path} ${error.message}.`) : error;
  }
}

/** Lets a reporter see what concerns one source, or no source in particular, and counts that. */
function onlyOf(name: string, reporter: Reporter): Reporter {
  const told = counting(reporter);
  const concerns = (source: Source | null) => source === null || source.file === name;
  return {
    post: (result) => (concerns(result.post.source) ? told.post(result) : undefined),
    problem: (problem) => (concerns(problem.source) ? told.problem(problem) : undefined),
    note: (note) => (concerns(note.source) ? told.note(note) : undefined),
    end: async () => void (await told.end(1)),
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof NoReportError) return error.message;
  if (error instanceof IoError) return `${error.path} ${error.message}`;
  throw error;
}

function refusal(action: () => void): readonly string[] {
  try {
    action();
    return [];
  } catch (error) {
    if (error instanceof IoError) return [`The report ${error.path} ${error.message}.`];
    throw error;
  }
}

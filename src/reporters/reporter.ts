import type { Note, PostResult, Problem, RunHead, Summary } from "../model/report.ts";
import type { Level } from "../model/rule.ts";
import type { Colours } from "./colours.ts";

/** Where a report goes: standard output, a file, a string in a test. */
export interface Sink {
  write(chunk: string | Uint8Array): void;
}

export interface ReporterSettings {
  readonly colour: Colours;
  /** Columns of the terminal; 80 where there is none. */
  readonly width: number;
  /** False only for a person at a terminal who asked to see masked passages. */
  readonly mask: boolean;
  /** Also say how a post came off that has nothing to say. */
  readonly verbose: boolean;
  /** The mildest level that fails the run for what stands in a source, or in none; null where nothing fails it. */
  readonly failsFrom?: (file: string | null) => Level | null;
  /** From the top of the repository to where postlint was started, `copy/` or nothing: services show files from the top. */
  readonly under?: string;
}

/** A source as it was read, to be handed back with the findings written into a copy of it. */
export interface Original {
  /** As `Source.file` has it. */
  readonly name: string;
  /** May be asked for once, at the end. Whatever the outside refuses is thrown as it reads. */
  bytes(): AsyncIterable<Uint8Array>;
}

/** The report can't be made from what there is. The message is a sentence's end that reads well behind the report's name. */
export class NoReportError extends Error {
  override readonly name = "NoReportError";
}

/** Gets results in source order, as they come. */
export interface Reporter {
  post(result: PostResult): void;
  problem(problem: Problem): void;
  note(note: Note): void;
  /** Called once, last. May throw a `NoReportError`, or what its original throws. */
  end(summary: Summary): void | Promise<void>;
}

/** A report on the whole of a run. */
export interface ReportKind {
  /** One line for `--help`. */
  readonly describe: string;
  readonly handsBack?: never;
  /** Its problems and notes are sentences for a person, which on standard output would only repeat those on standard error. */
  readonly speaksToPerson?: true;
  readonly open: (head: RunHead, sink: Sink, settings: ReporterSettings) => Reporter;
}

/** A reviewed copy of one source. */
export interface CopyKind {
  /** One line for `--help`. */
  readonly describe: string;
  /** The endings of the sources that it can copy. */
  readonly handsBack: readonly [string, ...string[]];
  readonly open: (head: RunHead, sink: Sink, settings: ReporterSettings, original: Original) => Reporter;
}

export type ReporterKind = ReportKind | CopyKind;

import type { ChalkInstance } from "chalk";
import type { Note, PostResult, Problem, RunHead, Summary } from "../model/report.ts";

/** Where a report goes: standard output, a file, a string in a test. */
export interface Sink {
  write(chunk: string | Uint8Array): void;
}

export interface ReporterSettings {
  /** Level 0 gives plain text. */
  readonly colour: ChalkInstance;
  /** Columns of the terminal; 80 where there is none. */
  readonly width: number;
  /** False only for a person at a terminal who asked to see masked passages. */
  readonly mask: boolean;
  /** Also say how a post came off that has nothing to say. */
  readonly verbose: boolean;
}

/** Gets results in source order, as they come. */
export interface Reporter {
  post(result: PostResult): void;
  problem(problem: Problem): void;
  note(note: Note): void;
  /** Called once, last. */
  end(summary: Summary): void;
}

export interface ReporterKind {
  /** One line for `--help`. */
  readonly describe: string;
  readonly open: (head: RunHead, sink: Sink, settings: ReporterSettings) => Reporter;
}

import { type Tally, tally } from "../judge/summary.ts";
import type { Summary } from "../model/report.ts";
import type { Reporter } from "../reporters/reporter.ts";

/** A reporter that counts what it is told, so that a summary leaves nothing out that was reported. */
export interface CountingReporter extends Omit<Reporter, "end">, Pick<Tally, "passedOver" | "readWhole" | "failing"> {
  /** Ends the report with what was counted, and answers with it. `files` and `asked` as `Tally.summary` has them. */
  end(files: number, asked?: number): Promise<Summary>;
}

export function counting(reporter: Reporter, failsFrom?: Parameters<typeof tally>[0]): CountingReporter {
  const { passedOver, readWhole, failing, ...counts } = tally(failsFrom);
  return {
    ...{ passedOver, readWhole, failing },
    post(result) {
      counts.post(result);
      reporter.post(result);
    },
    problem(problem) {
      counts.problem(problem);
      reporter.problem(problem);
    },
    note(note) {
      counts.note(note);
      reporter.note(note);
    },
    async end(files, asked) {
      const summary = counts.summary(files, asked);
      await reporter.end(summary);
      return summary;
    },
  };
}

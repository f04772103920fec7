import { annotating } from "./github/annotations.ts";
import { visible } from "./parts/visible.ts";
import type { ReportKind } from "./reporter.ts";
import { describeSummary } from "./sentence.ts";

/**
 * Workflow commands for GitHub Actions. What is beyond the ten of a kind that GitHub shows is still a line of the log, and so is a
 * suppressed finding, with its reason.
 */
export const github: ReportKind = {
  describe: "annotations on the lines of a pull request, for GitHub Actions",
  open(head, sink, settings) {
    const logged = (kind: string, place: string, words: string) =>
      sink.write(`${visible(`${place}: ${kind}: ${words}`)}\n`);
    const reporter = annotating(head, sink, settings, logged);
    return {
      ...reporter,
      end(summary) {
        reporter.end(summary);
        sink.write(`${describeSummary(summary, head.policy)}\n`);
      },
    };
  },
};

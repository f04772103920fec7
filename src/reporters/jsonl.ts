import { runMask } from "./parts/mask.ts";
import { headRecord, postRecord, remarkRecord } from "./parts/record.ts";
import { safeJson } from "./parts/visible.ts";
import type { ReportKind } from "./reporter.ts";

/** A post a line, problems and notes among them, the summary last. The shape of a line is `reportLineSchema`. */
export const jsonl: ReportKind = {
  describe: "one line of JSON for each post as it is checked, the summary last",
  open(head, sink, settings) {
    const mask = runMask(settings.mask);
    const line = (record: unknown) => sink.write(`${safeJson(JSON.stringify(record))}\n`);
    return {
      post: (result) => line(postRecord(result, mask.of(result))),
      problem: (problem) => line({ problem: remarkRecord(problem, mask) }),
      note: (note) => line({ note: remarkRecord(note, mask) }),
      end: (summary) => line({ summary, ...headRecord(head) }),
    };
  },
};

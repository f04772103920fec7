import type { Note, Problem } from "../model/report.ts";
import { runMask } from "./parts/mask.ts";
import { headRecord, postRecord, remarkRecord } from "./parts/record.ts";
import { safeJson } from "./parts/visible.ts";
import type { ReportKind } from "./reporter.ts";

/** One document, written post by post. Its shape is `reportSchema`. */
export const json: ReportKind = {
  describe: "the whole report as one JSON document, for other programs",
  open(head, sink, settings) {
    const problems: Problem[] = [];
    const notes: Note[] = [];
    const mask = runMask(settings.mask);
    let posts = 0;
    const opening = `${inner(headRecord(head))},\n  "posts": [`;
    return {
      post(result) {
        const record = postRecord(result, mask.of(result));
        sink.write(`${posts === 0 ? opening : ","}\n    ${indented(record, 4)}`);
        posts += 1;
      },
      problem: (problem) => void problems.push(problem),
      note: (note) => void notes.push(note),
      end(summary) {
        const rest = {
          problems: problems.map((problem) => remarkRecord(problem, mask)),
          notes: notes.map((note) => remarkRecord(note, mask)),
          summary,
        };
        sink.write(`${posts === 0 ? `${opening}]` : "\n  ]"},${inner(rest).slice(1)}\n}\n`);
      },
    };
  },
};

/** An object without its closing brace. */
const inner = (value: unknown): string => indented(value, 0).slice(0, -2);

function indented(value: unknown, depth: number): string {
  // Within strings a line break is escaped, so each one here is the layout's own.
  return safeJson(JSON.stringify(value, null, 2)).replaceAll("\n", `\n${" ".repeat(depth)}`);
}

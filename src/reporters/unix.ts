import type { Finding } from "../model/finding.ts";
import type { Post, Source } from "../model/post.ts";
import type { Note, Problem } from "../model/report.ts";
import { extentOf, sourceOf } from "../prepare/lines.ts";
import { type Mask, type RunMask, runMask } from "./parts/mask.ts";
import { placeWithin } from "./parts/place.ts";
import { visible } from "./parts/visible.ts";
import type { ReportKind } from "./reporter.ts";

/** `file:line:column: level: message [rule clause]`, as editors and grep know it. Suppressed findings are left out. */
export const unix: ReportKind = {
  describe: "one line for each finding: file:line:column: level: message [rule clause]",
  speaksToPerson: true,
  open(_head, sink, settings) {
    const masks = runMask(settings.mask);
    return {
      post(result) {
        const mask = masks.of(result);
        for (const finding of result.findings) {
          if (finding.suppressed === null) sink.write(`${findingLine(result.post, finding, mask)}\n`);
        }
      },
      problem: (problem) => sink.write(`${remarkLine("problem", problem, masks)}\n`),
      note: (note) => sink.write(`${remarkLine("note", note, masks)}\n`),
      end() {
        // The number of lines is the summary.
      },
    };
  },
};

function findingLine(post: Post, finding: Finding, mask: Mask): string {
  const { column } = extentOf(post, finding.passage).start;
  const words = visible(mask.words(finding, finding.message));
  const name = [finding.rule, finding.clause].filter((part) => part !== null).join(" ");
  return `${place(sourceOf(post, finding.passage), column)}: ${finding.level}: ${words} [${name}]`;
}

function remarkLine(kind: "problem" | "note", { source, message }: Problem | Note, mask: RunMask): string {
  const where = source === null ? "postlint" : place(source, null);
  return `${where}: ${kind}: ${visible(mask.hide(message))}`;
}

/** What is known of a place. A workbook has no lines: its cell is named as a formula would. */
function place(source: Source, column: number | null): string {
  const { file, line, sheet } = source;
  // Where only the line is known, its beginning: who reads these lines looks for three parts.
  if (line !== null) return visible([file, line, column ?? 1].join(":"));
  return visible([file, sheet, placeWithin(source)?.name ?? null].filter((part) => part !== null).join("!"));
}

import type { Evidence, Finding } from "../../model/finding.ts";
import type { Source } from "../../model/post.ts";
import type { Note, PostResult, Problem, RunHead } from "../../model/report.ts";
import { extentOf, paragraphAt, sourceOf } from "../../prepare/lines.ts";
import type { Mask, RunMask } from "./mask.ts";
import { MASKED } from "./secret.ts";

/** The report's version. An added optional key is no new version; any other change is. */
export const SCHEMA_VERSION = 1;

export const headRecord = ({ tool, ruleset, asOf }: RunHead) => ({
  schema: SCHEMA_VERSION,
  tool: { name: tool.name, version: tool.version },
  ruleset: { name: ruleset.name, version: ruleset.version, digest: ruleset.digest },
  asOf,
});

/** A post with its findings as version 1 of the report has them. */
export const postRecord = ({ post, findings }: PostResult, mask: Mask) => {
  const { file, line, sheet, row, cell, paragraph } = post.source;
  return {
    id: mask.hide(post.id),
    source: { file, line, sheet, row, cell, ...(paragraph !== undefined && { paragraph }) },
    findings: findings.map((finding) => findingRecord(finding, { post, findings }, mask)),
  };
};

/** A problem or a note. */
export const remarkRecord = ({ source, message }: Problem | Note, mask: RunMask) => ({
  source: source === null ? null : placeRecord(source),
  message: mask.hide(message),
});

function findingRecord(finding: Finding, { post }: PostResult, mask: Mask) {
  const { field, span } = finding.passage;
  const { start, end } = extentOf(post, finding.passage);
  const { cell } = sourceOf(post, finding.passage);
  const paragraph = paragraphAt(post, field, span?.start ?? 0);
  const shown = ({ field, span }: Pick<Evidence, "field" | "span">) =>
    span === null ? null : finding.mask && mask.on ? MASKED : mask.passage(field, span);
  const evidence = finding.evidence.length > 0 || span === null ? finding.evidence : [finding.passage];
  return {
    rule: finding.rule,
    clause: finding.clause,
    also: finding.also,
    level: finding.level,
    confidence: finding.confidence,
    message: mask.words(finding, finding.message),
    advice: mask.words(finding, finding.advice),
    rewrite: finding.rewrite === null ? null : mask.words(finding, finding.rewrite),
    text: shown(finding.passage),
    field,
    start: span?.start ?? null,
    end: span?.end ?? null,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(cell === null ? {} : { cell }),
    ...(paragraph === undefined ? {} : { paragraph }),
    evidence: evidence.map((passage) => ({
      start: passage.span?.start ?? null,
      end: passage.span?.end ?? null,
      text: shown(passage),
      ...(passage.field === field ? {} : { field: passage.field }),
    })),
    suppressed: finding.suppressed && {
      kind: finding.suppressed.kind,
      reason: mask.hide(finding.suppressed.reason),
      by: finding.suppressed.by && mask.hide(finding.suppressed.by),
      until: finding.suppressed.until,
    },
  };
}

/** A place in a workbook or a document has more to it than a line; elsewhere the keys would only say null. */
function placeRecord({ file, line, sheet, row, cell, paragraph }: Source) {
  const known = Object.entries({ sheet, row, cell, paragraph }).filter(([, value]) => value != null);
  return { file, line, ...Object.fromEntries(known) };
}

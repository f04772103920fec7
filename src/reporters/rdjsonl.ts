import type { Evidence, Finding, Passage } from "../model/finding.ts";
import type { Post, Source } from "../model/post.ts";
import type { Note, Problem, RunHead } from "../model/report.ts";
import type { Level } from "../model/rule.ts";
import { type Extent, sourceOf } from "../prepare/lines.ts";
import { clauseNames } from "./parts/clause.ts";
import { letStand } from "./parts/let-stand.ts";
import { type Mask, runMask } from "./parts/mask.ts";
import { placePrefix } from "./parts/place.ts";
import { rulePage } from "./parts/rule-page.ts";
import { MASKED } from "./parts/secret.ts";
import { utf8ExtentOf } from "./parts/utf8-columns.ts";
import { safeJson, visible } from "./parts/visible.ts";
import type { ReportKind } from "./reporter.ts";

const SEVERITIES: Readonly<Record<Level, string>> = { error: "ERROR", warning: "WARNING", suggestion: "INFO" };
const SOURCE = { name: "postlint" };

/**
 * reviewdog's diagnostics, one a line. Columns count bytes of UTF-8. It knows no suppressions and no notes, so both are
 * diagnostics of severity INFO, a suppressed finding with its reason in front and without other words to take. For reviewdog's
 * exit code that makes -fail-level=warning the strictest one that lets them pass.
 */
export const rdjsonl: ReportKind = {
  describe: "one diagnostic a line, for reviewdog",
  open(head, sink, settings) {
    const masks = runMask(settings.mask);
    const clauseName = clauseNames(head.policy);
    const line = (record: unknown) => sink.write(`${safeJson(JSON.stringify(record))}\n`);
    return {
      post(result) {
        const mask = masks.of(result);
        for (const finding of result.findings) {
          line(diagnostic(finding, result.post, mask, head, clauseName(finding.clause)));
        }
      },
      problem: (problem) => line(unchecked(problem, masks.hide(problem.message))),
      note: (note) => line(noted(note, masks.hide(note.message))),
      end() {},
    };
  },
};

function diagnostic(finding: Finding, post: Post, mask: Mask, head: RunHead, clause: string) {
  const page = rulePage(head, finding.rule);
  const words = (text: string) => visible(mask.words(finding, text));
  const { suppressed } = finding;
  const suggestion = suppressed === null ? suggestionOf(finding, post, mask) : null;
  const standing = suppressed === null ? "" : `Suppressed (${visible(letStand(suppressed, mask))}): `;
  const related = finding.evidence.length < 2 ? [] : finding.evidence;
  return {
    message: `${visible(placePrefix(sourceOf(post, finding.passage)))}${standing}${words(finding.message)} What to do: ${words(finding.advice)} (${clause})`,
    location: locationOf(post, finding.passage),
    severity: suppressed === null ? SEVERITIES[finding.level] : "INFO",
    source: SOURCE,
    code: { value: finding.rule, ...(page === null ? {} : { url: page }) },
    ...(suggestion === null ? {} : { suggestions: [suggestion] }),
    ...(related.length === 0 ? {} : { related_locations: related.map((one) => relatedOf(one, finding, post, mask)) }),
  };
}

const relatedOf = (evidence: Evidence, finding: Finding, post: Post, mask: Mask) => ({
  message: finding.mask && mask.on ? MASKED : visible(mask.words(finding, evidence.shows)),
  location: locationOf(post, evidence),
});

function locationOf(post: Post, passage: Passage) {
  const range = rangeOf(utf8ExtentOf(post, passage));
  return { path: post.source.file, ...(range === null ? {} : { range }) };
}

function rangeOf({ start, end }: Extent) {
  if (start.line === null) return null;
  if (start.column === null || end.line === null || end.column === null) return { start: { line: start.line } };
  return { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } };
}

/** A passage that stands in the source as it does in the copy, in other words. */
function suggestionOf({ passage, rewrite, ...finding }: Finding, post: Post, mask: Mask) {
  if (rewrite === null || passage.span === null) return null;
  const range = rangeOf(utf8ExtentOf(post, passage));
  const isWhole = range?.end !== undefined && range.start.line === range.end.line;
  const isPlain = mask.words({ passage, rewrite, ...finding }, rewrite) === rewrite;
  return isWhole && isPlain && !mask.passage(passage.field, passage.span).includes(MASKED)
    ? { range, text: rewrite }
    : null;
}

const unchecked = ({ source }: Problem, message: string) => ({
  message: `${source === null ? "" : visible(placePrefix(source))}This could not be checked: ${visible(message)}`,
  location: remarkLocation(source),
  severity: "ERROR",
  source: SOURCE,
  code: { value: "postlint/not-checked" },
});

const noted = ({ source }: Note, message: string) => ({
  message: `${source === null ? "" : visible(placePrefix(source))}Note: ${visible(message)}`,
  location: remarkLocation(source),
  severity: "INFO",
  source: SOURCE,
  code: { value: "postlint/note" },
});

function remarkLocation(source: Source | null) {
  const range = source === null || source.line === null ? {} : { range: { start: { line: source.line } } };
  return { path: source?.file ?? ".", ...range };
}

import { createHash } from "node:crypto";
import type { Finding } from "../model/finding.ts";
import type { Post, Source } from "../model/post.ts";
import type { Note, Problem } from "../model/report.ts";
import type { Level } from "../model/rule.ts";
import { extentOf, sourceOf } from "../prepare/lines.ts";
import { clauseNames } from "./parts/clause.ts";
import { letStand } from "./parts/let-stand.ts";
import { runMask } from "./parts/mask.ts";
import { type Occurrence, occurrences } from "./parts/occurrences.ts";
import { placePrefix } from "./parts/place.ts";
import { repositoryPath } from "./parts/repository-path.ts";
import { safeJson, visible } from "./parts/visible.ts";
import type { ReportKind } from "./reporter.ts";

/** GitLab's words for how grave something is. The gravest is kept for what could not be checked at all, the mildest for what stands. */
const SEVERITIES: Readonly<Record<Level, string>> = { error: "critical", warning: "major", suggestion: "minor" };

/**
 * A code quality report. It knows no suppressions and no notes, so both are issues of severity `info`, a suppressed finding with
 * its reason in front. A merge request shows only issues whose fingerprint its target does not have. Suppressed findings
 * therefore have one of their own: whoever suppresses a finding sees the old issue gone and this one come, once, and a
 * suppression that runs out brings the old one back. The figures in a note are no part of its fingerprint, or each would be new
 * in every merge request.
 */
export const gitlab: ReportKind = {
  describe: "a code quality report, for the merge requests of GitLab",
  open(head, sink, { mask: masking, under = "" }) {
    const masks = runMask(masking);
    const occurrenceOf = occurrences();
    const clauseName = clauseNames(head.policy);
    const alone = tellingApart();
    let written = 0;
    const write = (issue: unknown) => {
      sink.write(`${written === 0 ? "[" : ","}\n  ${safeJson(JSON.stringify(issue))}`);
      written += 1;
    };
    return {
      post(result) {
        const mask = masks.of(result);
        const { post, findings } = result;
        const occurrence = occurrenceOf(result);
        for (const finding of findings) {
          const { identity, nth } = occurrence(finding);
          const { suppressed } = finding;
          const words = (text: string) => visible(mask.words(finding, text));
          const prefix = visible(placePrefix(sourceOf(post, finding.passage)));
          write({
            description: `${prefix}${suppressed === null ? "" : `Suppressed (${visible(letStand(suppressed, mask))}): `}${words(finding.message)} What to do: ${words(finding.advice)} (${clauseName(finding.clause)})`,
            check_name: finding.rule,
            fingerprint: fingerprintOf(post.source.file, { identity, nth }, suppressed !== null),
            severity: suppressed === null ? SEVERITIES[finding.level] : "info",
            location: { path: repositoryPath(post.source.file, under), lines: linesOf(post, finding) },
          });
        }
      },
      problem: (problem) => write(alone(unchecked(problem, masks.hide(problem.message), under))),
      note: (note) => write(alone(noted(note, masks.hide(note.message), under))),
      end: () => sink.write(written === 0 ? "[]\n" : "\n]\n"),
    };
  },
};

/** GitLab shows an issue at a line, always: what has none is shown at the first. */
function linesOf(post: Post, finding: Finding): { readonly begin: number; readonly end: number } {
  const { start, end } = extentOf(post, finding.passage);
  const begin = start.line ?? 1;
  return { begin, end: end.line ?? begin };
}

/** GitLab takes two issues with one fingerprint for one: what is said again of a file (of another sheet, another row) is counted. */
function tellingApart() {
  const counts = new Map<string, number>();
  return <Issue extends { readonly fingerprint: string }>(issue: Issue): Issue => {
    const { fingerprint } = issue;
    const earlier = counts.get(fingerprint) ?? 0;
    counts.set(fingerprint, earlier + 1);
    return earlier === 0 ? issue : { ...issue, fingerprint: hash([fingerprint, String(earlier)]) };
  };
}

function unchecked({ source }: Problem, message: string, under: string) {
  const location = locationOf(source, under);
  return {
    description: `${source === null ? "" : visible(placePrefix(source))}This could not be checked: ${visible(message)}`,
    check_name: "postlint/not-checked",
    fingerprint: hash(["postlint/not-checked", location.path, String(location.lines.begin), message]),
    severity: "blocker",
    location,
  };
}

function noted({ source, upkeep }: Note, message: string, under: string) {
  const location = locationOf(source, under);
  return {
    description: `${source === null ? "" : visible(placePrefix(source))}Note: ${visible(message)}`,
    check_name: "postlint/note",
    fingerprint: hash(["postlint/note", location.path, message.replaceAll(/\d+/gu, "0")]),
    severity: upkeep ? "minor" : "info",
    location,
  };
}

function locationOf(source: Source | null, under: string) {
  const line = source?.line ?? 1;
  return {
    path: source === null ? "." : repositoryPath(source.file, under),
    lines: { begin: line, end: line },
  };
}

/** GitLab takes two issues with one fingerprint for one, so the file and the count are part of it. */
const fingerprintOf = (file: string, { identity, nth }: Occurrence, isSuppressed: boolean): string =>
  hash([identity, file, String(nth), ...(isSuppressed ? ["suppressed"] : [])]);

const hash = (parts: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);

import { type Finding, failsForUpkeep, isFailing } from "../../model/finding.ts";
import type { Post } from "../../model/post.ts";
import type { Note, PostResult, Problem, RunHead } from "../../model/report.ts";
import { isUpkeep } from "../../model/rule.ts";
import { extentOf, sourceOf } from "../../prepare/lines.ts";
import { clauseNames } from "../parts/clause.ts";
import { letStand } from "../parts/let-stand.ts";
import { type Mask, runMask } from "../parts/mask.ts";
import { placePrefix } from "../parts/place.ts";
import { repositoryPath } from "../parts/repository-path.ts";
import type { Reporter, ReporterSettings, ReportKind, Sink } from "../reporter.ts";
import { describePlace, LEVEL_WORDS } from "../sentence.ts";
import { type AnnotationKind, type AnnotationPlace, annotation } from "./command.ts";

/** GitHub shows so many of each kind for a step and drops the rest without a word. */
const MOST = 10;

/** Annotations in a workflow's log, at the end of the run; what is beyond the ten that GitHub shows is counted in a notice. */
export const annotations: Pick<ReportKind, "open"> = {
  open: (head, sink, settings) => annotating(head, sink, settings, () => {}),
};

/**
 * As `annotations`. What finds no place among them is handed to `beyond`: what GitHub would drop, and suppressed findings with
 * their reasons, since an annotation asks for something to be done. A strict run fails for what needs looking after, so that is
 * a warning there.
 */
export function annotating(
  head: RunHead,
  sink: Sink,
  { mask: masking, under = "", failsFrom = () => "error" }: ReporterSettings,
  beyond: (kind: AnnotationKind | "suppressed", place: string, words: string) => void,
): Reporter {
  const masks = runMask(masking);
  const clauseName = clauseNames(head.policy);
  const shelf = shelves(beyond);
  return {
    post(result) {
      const mask = masks.of(result);
      const floor = failsFrom(result.post.source.file);
      for (const finding of result.findings) {
        const one = annotated(finding, result, mask, under, clauseName);
        const { suppressed } = finding;
        if (suppressed !== null) beyond("suppressed", one.where, `${letStand(suppressed, mask)}. ${one.words}`);
        else shelf.add(isUpkeep(finding.rule) && isFailing(finding, floor) ? { ...one, kind: "warning" } : one);
      }
    },
    problem: (problem) =>
      shelf.add(remarked(problem, masks.hide(problem.message), under, "error", "Could not be checked")),
    note(note) {
      const fails = note.upkeep === true && failsForUpkeep(failsFrom(note.source?.file ?? null));
      shelf.add(remarked(note, masks.hide(note.message), under, fails ? "warning" : "notice", "Note"));
    },
    end() {
      for (const line of shelf.lines()) sink.write(line);
    },
  };
}

interface Annotation {
  readonly kind: AnnotationKind;
  readonly place: AnnotationPlace | null;
  readonly where: string;
  readonly title: string;
  readonly words: string;
}

const KINDS = { error: "error", warning: "warning", suggestion: "notice" } as const;

function annotated(
  finding: Finding,
  { post }: PostResult,
  mask: Mask,
  under: string,
  clauseName: (clause: Finding["clause"]) => string,
): Annotation {
  const words = (text: string) => mask.words(finding, text);
  const source = sourceOf(post, finding.passage);
  return {
    kind: KINDS[finding.level],
    place: placeOf(post, finding, under),
    where: describePlace(source),
    title: `${LEVEL_WORDS[finding.level]}: ${clauseName(finding.clause)}`,
    words: `${placePrefix(source)}${words(finding.message)} What to do: ${words(finding.advice)} (${finding.rule})`,
  };
}

function remarked(
  { source }: Problem | Note,
  words: string,
  under: string,
  kind: AnnotationKind,
  title: string,
): Annotation {
  const line = source?.line ?? null;
  const place = source === null || source.file === "-" ? null : { file: repositoryPath(source.file, under) };
  return {
    kind,
    place: place && (line === null ? place : { ...place, line }),
    where: source === null ? "postlint" : describePlace(source),
    title,
    words: `${source === null ? "" : placePrefix(source)}${words}`,
  };
}

function placeOf(post: Post, finding: Finding, under: string): AnnotationPlace | null {
  if (post.source.file === "-") return null;
  const file = repositoryPath(post.source.file, under);
  const { start, end } = extentOf(post, finding.passage);
  if (start.line === null) return { file };
  const lines = { file, line: start.line, endLine: end.line ?? start.line };
  if (start.column === null || end.column === null || start.line !== end.line) return lines;
  // GitHub's last column is the passage's own, not the one behind it.
  return { ...lines, col: start.column, endColumn: Math.max(start.column, end.column - 1) };
}

/** Keeps what GitHub will show and counts the rest. The last notice is kept free for the count. */
function shelves(beyond: (kind: AnnotationKind, place: string, words: string) => void) {
  const kept: Annotation[] = [];
  const counts: Record<AnnotationKind, number> = { error: 0, warning: 0, notice: 0 };
  const most: Record<AnnotationKind, number> = { error: MOST, warning: MOST, notice: MOST - 1 };
  return {
    add(one: Annotation) {
      counts[one.kind] += 1;
      if (counts[one.kind] <= most[one.kind]) kept.push(one);
      else beyond(one.kind, one.where, one.words);
    },
    lines(): readonly string[] {
      const shown = kept.map(({ kind, place, title, words }) => annotation(kind, place, title, words));
      const rest = (Object.keys(counts) as AnnotationKind[]).flatMap((kind) => {
        const left = counts[kind] - most[kind];
        return left > 0 ? [`${left} more ${kind}${left === 1 ? "" : "s"}`] : [];
      });
      if (rest.length === 0) return shown;
      const words = `${rest.join(", ")} not shown here, as GitHub shows ${MOST} of each for a step. The log and the summary of the step have them.`;
      return [...shown, annotation("notice", null, "postlint", words)];
    },
  };
}

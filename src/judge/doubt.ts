import type { Finding } from "../model/finding.ts";
import { overlaps } from "../model/span.ts";
import type { Document, Sentence } from "../prepare/document.ts";

/** What can tell whether a post as a whole, and each of these sentences of it by itself, is altogether unlike breaching ones. */
export interface Doubter {
  readonly isUnlike: (document: Document, sentences: readonly Sentence[]) => boolean;
}

/** Said of what is doubted, behind why the rule found it. */
const DOUBT = "The second opinion finds this unlike posts that breach, so it is a suggestion only.";

/**
 * Warnings that are not certain, in sentences and in a post that are altogether unlike breaching ones, become suggestions: a person still
 * sees them, and nothing is stopped. Nothing is doubted where another finding speaks of the post with more certainty.
 */
export function doubted(
  document: Document,
  findings: readonly Finding[],
  mayDoubt: (finding: Finding) => boolean,
  model: Doubter,
): readonly Finding[] {
  const isUnsure = (finding: Finding) =>
    finding.level === "warning" && finding.passage.span !== null && mayDoubt(finding);
  const unsure = findings.filter(isUnsure);
  if (unsure.length === 0 || findings.some((finding) => finding.level !== "suggestion" && !isUnsure(finding)))
    return findings;
  if (!model.isUnlike(document, sentencesOf(document, unsure))) return findings;
  return findings.map((finding) => {
    if (!isUnsure(finding)) return finding;
    const { level, message } = finding;
    return { ...finding, level: "suggestion", message: `${message} ${DOUBT}`, doubted: { level, message } };
  });
}

/** As its rule found it. */
export const undoubted = ({ doubted, ...finding }: Finding): Finding => ({ ...finding, ...doubted });

const sentencesOf = ({ copies }: Document, findings: readonly Finding[]): readonly Sentence[] =>
  copies.flatMap(({ field, plain, sentences }) => {
    const spans = findings.flatMap(({ passage }) => (passage.field === field ? (passage.span ?? []) : []));
    return sentences.filter((sentence) => spans.some((span) => overlaps(span, plain.toOriginal(sentence))));
  });

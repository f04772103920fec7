import type { Resemblance } from "../learned/resemblance.ts";
import type { Finding } from "../model/finding.ts";
import { overlaps } from "../model/span.ts";
import type { Document, Sentence } from "../prepare/document.ts";

/** Said with what is doubted, behind why the rule found it. */
export const DOUBT = "The second opinion finds this unlike posts that breach, so it is a suggestion only.";

/**
 * Hints of rules in sentences, and in a post, that are altogether unlike breaching ones become suggestions: a person still sees them, and
 * nothing is stopped. Nothing is doubted where another finding speaks of the post with more certainty.
 */
export function doubted(
  document: Document,
  findings: readonly Finding[],
  mayDoubt: (finding: Finding) => boolean,
  model: Pick<Resemblance, "isUnlike">,
): readonly Finding[] {
  const isHint = (finding: Finding) => finding.level === "warning" && mayDoubt(finding);
  const hints = findings.filter(isHint);
  if (hints.length === 0 || findings.some((finding) => finding.level !== "suggestion" && !isHint(finding)))
    return findings;
  if (!model.isUnlike(document, sentencesOf(document, hints))) return findings;
  return findings.map((finding) =>
    isHint(finding) ? { ...finding, level: "suggestion", message: `${finding.message} ${DOUBT}` } : finding,
  );
}

const sentencesOf = ({ copies }: Document, findings: readonly Finding[]): readonly Sentence[] =>
  copies.flatMap(({ field, plain, sentences }) => {
    const spans = findings.flatMap(({ passage }) => (passage.field === field ? (passage.span ?? []) : []));
    return sentences.filter((sentence) => spans.some((span) => overlaps(span, plain.toOriginal(sentence))));
  });

import type { Fix, Location, ReportingDescriptorReference, Result, Suppression as SarifSuppression } from "sarif";
import type { Finding, Suppression } from "../../model/finding.ts";
import type { ClauseId } from "../../model/policy.ts";
import type { PostResult } from "../../model/report.ts";
import type { Mask } from "../parts/mask.ts";
import { MASKED } from "../parts/secret.ts";
import { artifactOf, passageLocation, regionOf } from "./place.ts";
import { SARIF_LEVELS } from "./rule.ts";
import { sarifText } from "./text.ts";

/** What a result needs of the run that it belongs to. */
export interface Surroundings {
  readonly mask: Mask;
  readonly under: string;
  readonly clauseName: (clause: ClauseId | null) => string;
  readonly clauseReference: (clause: ClauseId) => ReportingDescriptorReference;
  readonly ruleIndex: (finding: Finding) => number;
  readonly fingerprint: (finding: Finding) => { readonly identity: string; readonly nth: number };
}

export function resultOf(finding: Finding, { post }: PostResult, around: Surroundings): Result {
  const { mask, under } = around;
  const clauses = [...(finding.clause === null ? [] : [finding.clause]), ...finding.also];
  const { identity, nth } = around.fingerprint(finding);
  const related = relatedOf(finding, post, around);
  const fix = fixOf(finding, post, around);
  const words = (text: string) => sarifText(mask.words(finding, text));
  return {
    ruleId: finding.rule,
    ruleIndex: around.ruleIndex(finding),
    kind: "fail",
    level: SARIF_LEVELS[finding.level],
    message: {
      text: `${words(finding.message)} What to do: ${words(finding.advice)} [${around.clauseName(finding.clause)}]`,
    },
    locations: [passageLocation(post, finding.passage, mask, under)],
    ...(related.length === 0 ? {} : { relatedLocations: [...related] }),
    partialFingerprints: { "postlint/v1": identity, primaryLocationLineHash: `${identity.slice(0, 16)}:${nth}` },
    // An empty list says that nobody suppressed it; no list would say that nobody knows.
    suppressions: finding.suppressed === null ? [] : [suppressionOf(finding.suppressed, mask)],
    ...(clauses.length === 0 ? {} : { taxa: clauses.map(around.clauseReference) }),
    ...(fix === null ? {} : { fixes: [fix] }),
    properties: { confidence: finding.confidence, field: finding.passage.field },
  };
}

/** Each passage of a finding that rests on several, with what it shows. */
function relatedOf(finding: Finding, post: PostResult["post"], { mask, under }: Surroundings): readonly Location[] {
  if (finding.evidence.length < 2) return [];
  return finding.evidence.map((evidence, index) => ({
    id: index + 1,
    message: { text: sarifText(finding.mask && mask.on ? MASKED : mask.words(finding, evidence.shows)) },
    ...passageLocation(post, evidence, mask, under),
  }));
}

function suppressionOf({ kind, reason, by, until }: Suppression, mask: Mask): SarifSuppression {
  const details = [by && `by ${by}`, until && `until ${until}`].filter((detail) => detail).join(", ");
  return {
    kind: kind === "baseline" ? "external" : "inSource",
    status: "accepted",
    justification: sarifText(mask.hide(details === "" ? reason : `${reason} (${details})`)),
    properties: { kind },
  };
}

/** Only where the passage stands in the source as it does in the copy, on one line, and nothing of it is masked. */
function fixOf(finding: Finding, post: PostResult["post"], { mask, under }: Surroundings): Fix | null {
  const { passage, rewrite } = finding;
  const region = passage.span === null ? null : regionOf(post, passage, mask);
  if (rewrite === null || region?.startColumn === undefined || region.startLine !== region.endLine) return null;
  if (mask.words(finding, rewrite) !== rewrite || region.snippet?.text?.includes(MASKED)) return null;
  const { snippet: _, ...deletedRegion } = region;
  const replacements = [{ deletedRegion, insertedContent: { text: rewrite } }];
  return {
    description: { text: sarifText(`Write “${rewrite}”.`) },
    artifactChanges: [{ artifactLocation: artifactOf(post.source.file, under), replacements }],
  };
}

import type { ReportingDescriptorReference, ToolComponent } from "sarif";
import type { ClauseId, Policy } from "../../model/policy.ts";
import type { RunHead } from "../../model/report.ts";
import { sarifText } from "./text.ts";

/** The policy as a taxonomy: each clause is a taxon that rules and results point to. */
export function taxonomyOf({ policy, ruleset }: RunHead): ToolComponent {
  const released = [policy.updated, policy.published].find((date) => date !== null && ISO_DATE.test(date));
  return {
    name: taxonomyName(policy),
    organization: sarifText(policy.publisher),
    version: ruleset.version,
    language: "en-GB",
    isComprehensive: true,
    shortDescription: { text: sarifText(`${policy.title}, ${policy.publisher}.`) },
    ...(released ? { releaseDateUtc: released } : {}),
    ...(policy.url === null ? {} : { informationUri: policy.url, downloadUri: policy.url }),
    taxa: policy.clauses.map(({ id, title, summary, citation, grossMisconduct }) => ({
      id,
      name: title,
      shortDescription: { text: ended(sarifText(title)) },
      fullDescription: { text: ended(sarifText(summary)) },
      help: { text: ended(sarifText(citation)) },
      properties: { grossMisconduct },
    })),
  };
}

export const taxonomyName = (policy: Policy): string => policy.title;

/** How rules and results point to a clause. A clause that the policy does not list is named only. */
export function clauseReferences(policy: Policy): (clause: ClauseId) => ReportingDescriptorReference {
  const indices = new Map(policy.clauses.map(({ id }, index) => [id, index]));
  return (id) => {
    const index = indices.get(id);
    return { id, ...(index === undefined ? {} : { index }), toolComponent: { name: taxonomyName(policy), index: 0 } };
  };
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/u;

const ended = (text: string): string => (/[.!?]$/u.test(text) ? text : `${text}.`);

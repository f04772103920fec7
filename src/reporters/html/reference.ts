import type { Clause } from "../../model/policy.ts";
import type { RunHead } from "../../model/report.ts";
import { rulePage } from "../parts/rule-page.ts";

/** What findings refer to. */
export interface Reference {
  /** By id. */
  readonly clauses: ReadonlyMap<string | null, Clause>;
  /** Where a rule is explained; null where the rule set publishes no pages on its rules. */
  readonly pageOf: (rule: string) => string | null;
}

export const referenceOf = (head: RunHead): Reference => ({
  clauses: new Map(head.policy.clauses.map((clause) => [clause.id, clause])),
  pageOf: (rule) => (head.docsUrl ? rulePage(head, rule) : null),
});

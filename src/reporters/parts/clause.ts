import type { Finding } from "../../model/finding.ts";
import type { Policy } from "../../model/policy.ts";
import { visible } from "./visible.ts";

/** What stands where a finding cites no clause. */
export const GOOD_PRACTICE = "Good practice, not the policy";

export type ClauseNames = (clause: Finding["clause"]) => string;

/** The clause that a finding cites, with its title: `4.1 Confidential information`. */
export function clauseNames({ clauses }: Policy): ClauseNames {
  const titles = new Map(clauses.map(({ id, title }) => [id, title]));
  return (clause) => (clause === null ? GOOD_PRACTICE : visible(`${clause} ${titles.get(clause) ?? ""}`.trim()));
}

/** `4.1 Confidential information (also touches 4.2)` */
export function describeClause({ clause, also }: Pick<Finding, "clause" | "also">, nameOf: ClauseNames): string {
  return also.length === 0 ? nameOf(clause) : `${nameOf(clause)} (also touches ${also.join(" and ")})`;
}

import type { Finding } from "../../model/finding.ts";
import type { Policy } from "../../model/policy.ts";
import { visible } from "./visible.ts";

/** What stands where a finding cites no clause. */
export const GOOD_PRACTICE = "Good practice, not the policy";

/** The clause that a finding cites, with its title: `M3.3 Confidential information`. */
export function clauseNames({ clauses }: Policy): (clause: Finding["clause"]) => string {
  const titles = new Map(clauses.map(({ id, title }) => [id, title]));
  return (clause) => (clause === null ? GOOD_PRACTICE : visible(`${clause} ${titles.get(clause) ?? ""}`.trim()));
}

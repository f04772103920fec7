import { rulePageName } from "../../model/pages.ts";
import type { RunHead } from "../../model/report.ts";

/** Where to read more on a rule: its own page if the rule set publishes pages, else the policy; null where neither is known. */
export function rulePage({ docsUrl, policy }: RunHead, rule: string): string | null {
  return docsUrl ? `${docsUrl}${rulePageName(rule)}` : policy.url;
}

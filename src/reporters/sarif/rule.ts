import type { ReportingConfiguration, ReportingDescriptor, ReportingDescriptorReference } from "sarif";
import type { Finding } from "../../model/finding.ts";
import type { ClauseId } from "../../model/policy.ts";
import type { RunHead } from "../../model/report.ts";
import type { Confidence, Level, RuleCard } from "../../model/rule.ts";
import { clauseNames } from "../parts/clause.ts";
import { rulePage } from "../parts/rule-page.ts";
import { sarifText } from "./text.ts";

export const SARIF_LEVELS = { error: "error", warning: "warning", suggestion: "note" } as const satisfies Record<
  Level,
  ReportingConfiguration.level
>;

/** How code scanning calls the share of alerts that turn out right. */
const PRECISION: Readonly<Record<Confidence, string>> = { certain: "very-high", likely: "high", hint: "medium" };

/** A rule as code scanning shows it beside its alerts. `card` is null for a finding of postlint's own. */
export function ruleDescriptor(
  finding: Finding,
  card: RuleCard | null,
  head: RunHead,
  clauseReference: (clause: ClauseId) => ReportingDescriptorReference,
): ReportingDescriptor {
  const { rule } = finding;
  const { clause, also, level, confidence } = card ?? finding;
  const clauses = [...(clause === null ? [] : [clause]), ...also];
  const page = rulePage(head, rule);
  return {
    id: rule,
    name: pascalCase(rule),
    ...wordsOf(finding, card, head),
    ...(page === null ? {} : { helpUri: page }),
    defaultConfiguration: { level: SARIF_LEVELS[level] },
    ...(clauses.length === 0
      ? {}
      : { relationships: clauses.map((id) => ({ target: clauseReference(id), kinds: ["relevant"] })) }),
    properties: { tags: ["policy", ...clauses], precision: PRECISION[confidence] },
  };
}

/** Never the finding's own message: it quotes a draft, and stands for one post only. */
function wordsOf(finding: Finding, card: RuleCard | null, head: RunHead) {
  const clause = sarifText(clauseNames(head.policy)((card ?? finding).clause));
  const general = (words: string) => sarifText(words.replaceAll(/\{(?:match|shows)\}/gu, "…"));
  const why = card === null ? clause : general(card.message);
  const advice = card === null ? "See what the finding itself says." : general(card.advice);
  return {
    shortDescription: { text: firstSentence(why) },
    fullDescription: { text: why },
    help: {
      text: `${why} What to do: ${advice} Clause: ${clause}.`,
      markdown: `${why}\n\n**What to do:** ${advice}\n\n**Clause:** ${clause}`,
    },
  };
}

const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/u.exec(text)?.[0] ?? text;

const pascalCase = (id: string): string =>
  id.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/gu, (_, first: string) => first.toUpperCase());

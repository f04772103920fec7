import type { Artifact, Invocation, Notification, ReportingDescriptor, Run, Tool } from "sarif";
import type { Finding } from "../model/finding.ts";
import type { Note, Problem, RunHead, Summary } from "../model/report.ts";
import type { RuleCard } from "../model/rule.ts";
import { clauseNames } from "./parts/clause.ts";
import { runMask } from "./parts/mask.ts";
import { occurrences } from "./parts/occurrences.ts";
import { safeJson } from "./parts/visible.ts";
import type { ReportKind } from "./reporter.ts";
import { artifactOf, locationOf, TOP } from "./sarif/place.ts";
import { clauseReferences, taxonomyName, taxonomyOf } from "./sarif/policy.ts";
import { resultOf } from "./sarif/result.ts";
import { ruleDescriptor } from "./sarif/rule.ts";
import { sarifText } from "./sarif/text.ts";

/**
 * SARIF 2.1.0, for code scanning. Results are written as they come, so what they point to (rules, the policy, files) stands
 * behind them: the order of keys says nothing in JSON.
 */
export const sarif: ReportKind = {
  describe: "SARIF 2.1.0, for code scanning",
  open(head, sink, { mask: masking, under = "" }) {
    const masks = runMask(masking);
    const rules = ruleList(head);
    const artifacts = new Map<string, Artifact>();
    const notifications: Notification[] = [];
    const occurrenceOf = occurrences();
    const clauseName = clauseNames(head.policy);
    const clauseReference = clauseReferences(head.policy);
    let opening = `${OPENING}\n      "results": [`;
    let separator = "\n";
    let failed = false;
    const write = (record: unknown) => {
      sink.write(`${opening}${separator}        ${json(record)}`);
      opening = "";
      separator = ",\n";
    };
    const notify = (remark: Problem | Note, kind: keyof typeof NOTIFICATIONS) =>
      void notifications.push({
        descriptor: { id: NOTIFICATIONS[kind].id, index: NOTIFICATIONS[kind].index },
        level: kind === "problem" ? "error" : "note",
        message: { text: sarifText(masks.hide(remark.message)) },
        ...(remark.source === null ? {} : { locations: [locationOf(remark.source, under)] }),
      });
    return {
      post(result) {
        const mask = masks.of(result);
        const { file } = result.post.source;
        if (!artifacts.has(file)) artifacts.set(file, { location: artifactOf(file, under), roles: ["analysisTarget"] });
        const around = { mask, under, clauseName, clauseReference, ruleIndex: rules.indexOf };
        const fingerprint = occurrenceOf(result);
        for (const finding of result.findings) write(resultOf(finding, result, { ...around, fingerprint }));
      },
      problem(problem) {
        failed = true;
        notify(problem, "problem");
      },
      note: (note) => notify(note, "note"),
      end(summary) {
        const invocation = { executionSuccessful: !failed, toolExecutionNotifications: notifications };
        const rest = restOfRun(head, rules.all, [...artifacts.values()], invocation, summary);
        const members = Object.entries(rest).map(([key, value]) => `      "${key}": ${laidOut(value)}`);
        sink.write(`${opening}\n      ],\n${members.join(",\n")}\n    }\n  ]\n}\n`);
      },
    };
  },
};

const OPENING = `{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {`;

const NOTIFICATIONS = {
  problem: { id: "postlint/not-checked", index: 0, text: "Something could not be checked." },
  note: { id: "postlint/note", index: 1, text: "Something about the run that is no finding." },
} as const;

const json = (value: unknown): string => safeJson(JSON.stringify(value));

/** Within strings a line break is escaped, so each one here is the layout's own. */
const laidOut = (value: unknown): string => safeJson(JSON.stringify(value, null, 2)).replaceAll("\n", "\n      ");

/** The rules that found something, in the order in which they first did. */
function ruleList(head: RunHead) {
  let cards: ReadonlyMap<string, RuleCard> | undefined;
  const clauseReference = clauseReferences(head.policy);
  const indices = new Map<string, number>();
  const all: ReportingDescriptor[] = [];
  const indexOf = (finding: Finding): number => {
    const known = indices.get(finding.rule);
    if (known !== undefined) return known;
    cards ??= new Map((head.cards?.() ?? []).map((card) => [card.id, card]));
    indices.set(finding.rule, all.length);
    all.push(ruleDescriptor(finding, cards.get(finding.rule) ?? null, head, clauseReference));
    return all.length - 1;
  };
  return { all, indexOf };
}

/** All that a run says besides its results. */
function restOfRun(
  head: RunHead,
  rules: ReportingDescriptor[],
  artifacts: Artifact[],
  invocation: Invocation,
  summary: Summary,
): Omit<Run, "results"> {
  return {
    tool: toolOf(head, rules),
    taxonomies: [taxonomyOf(head)],
    invocations: [invocation],
    artifacts,
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { [TOP]: { description: { text: "The top of the repository." } } },
    properties: { ruleset: head.ruleset, asOf: head.asOf, summary },
  };
}

const toolOf = ({ tool, policy, docsUrl }: RunHead, rules: ReportingDescriptor[]): Tool => ({
  driver: {
    name: tool.name,
    version: tool.version,
    semanticVersion: tool.version,
    language: "en-GB",
    ...(docsUrl ? { informationUri: docsUrl } : {}),
    rules,
    notifications: Object.values(NOTIFICATIONS).map(({ id, text }) => ({ id, shortDescription: { text } })),
    supportedTaxonomies: [{ name: taxonomyName(policy), index: 0 }],
  },
});

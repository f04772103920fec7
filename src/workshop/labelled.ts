import { createReadStream, readdirSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import type { Post } from "../model/post.ts";
import { headingsFrom } from "../readers/calendar/headings.ts";
import { jsonl } from "../readers/jsonl.ts";
import { loadRuleSet } from "../rules/load.ts";
import { describeProblem } from "../rules/problem.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { ruleFilesIn } from "./rule-files.ts";
import type { Judged, Label } from "./score.ts";

export { SHIPPED_RULES } from "./rule-files.ts";

const CORPUS = "fixtures/corpus";

/** Training files in the order of their names, then those that nobody reads. */
export function shippedCorpus(): readonly string[] {
  const training = readdirSync(`${CORPUS}/train`).sort();
  return [...training.map((file) => `${CORPUS}/train/${file}`), `${CORPUS}/validation.jsonl`, `${CORPUS}/unread.jsonl`];
}

export function rulesIn(folder: string): RuleSet {
  const loaded = loadRuleSet(ruleFilesIn(folder));
  if (loaded.ok) return loaded.ruleset;
  throw new Error(loaded.problems.map(describeProblem).join("\n"));
}

export async function judgeFile(
  file: string,
  check: (post: Post) => Pick<Judged, "findings">,
): Promise<readonly Judged[]> {
  const labels = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Label);
  const byId = new Map(labels.map((label) => [label.id, label]));
  const judged: Judged[] = [];
  for await (const reading of jsonl(
    { name: relative(".", file), bytes: createReadStream(file) },
    { defaults: {}, map: {}, headings: async () => headingsFrom({}) },
  )) {
    if (reading.kind === "problem")
      console.error(`${file}:${reading.problem.source?.line}: ${reading.problem.message}`);
    if (reading.kind !== "post") continue;
    judged.push({ label: byId.get(reading.post.id)!, findings: check(reading.post).findings });
  }
  return judged;
}

/** Rules may be written from training posts; of all others nobody reads the words. */
export const isTraining = (file: string): boolean => /(?:^|\/)train\//.test(file);

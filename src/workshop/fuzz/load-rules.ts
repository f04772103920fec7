import fc from "fast-check";
import type { RuleFile } from "../../rules/files.ts";
import { loadRuleSet } from "../../rules/load.ts";
import { describeProblem } from "../../rules/problem.ts";
import { nearlyText } from "./mutations.ts";
import { must, type Target } from "./target.ts";

/** The loader of rules: files of a small rule set of which one was changed. */
export function ruleTarget(files: readonly RuleFile[]): Target<readonly RuleFile[]> {
  const changed = files.map(({ path, text }, at) =>
    nearlyText([text], PIECES).map((other) => files.with(at, { path, text: other })),
  );
  return { inputs: fc.oneof(...changed), run: mustLoadOrSay };
}

/** Either a rule set, or at least one problem at a place that there is. */
function mustLoadOrSay(files: readonly RuleFile[]): void {
  const loaded = loadRuleSet(files);
  if (loaded.ok) return;
  must(loaded.problems.length > 0, "nothing is said of what is wrong");
  for (const problem of loaded.problems) {
    const { file, line, column } = problem.at;
    const lines = files.find(({ path }) => path === file)?.text.split(/\r\n|\r|\n/u);
    must(lines === undefined || (line >= 1 && line <= lines.length), `a problem on line ${line} of ${lines?.length}`);
    must(column >= 1, "a column before the first");
    must(describeProblem(problem).length > file.length + 5, "a problem says nothing");
  }
}

const PIECES = [
  ..."\n|\n- |\n  |  |: |, |- |[|]|{|}|\"|'|#| &a | *a |<<: *a|!!js/function |!!binary |---\n|...\n|? |%YAML 1.1\n|\t|\u0000|é|🎅|\ufeff|\\".split(
    "|",
  ),
  ..."null|true|1e999|4.10|2026-02-30|__proto__|constructor|toString|find|terms|pattern|phrase|vocabulary|any|all|unless|near".split(
    "|",
  ),
  ..."(a+)+$|(a|a)*b|[|(?<=|\\p{|{match}|{contact.nobody}|[[|]]|[staff-word]|..4|..999|(a|b|)|=|P2|4.1|error|certain".split(
    "|",
  ),
  "  find: { any: [{ terms: [a] }, { all: [{ terms: [b] }], within: post }] }\n",
  "  unless: [negated, { near: { terms: [c], within: 5 words } }]\n",
];

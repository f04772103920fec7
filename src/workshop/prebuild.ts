import { writeFileSync } from "node:fs";
import { encodePrebuilt } from "../prebuilt.ts";
import { readRuleSet } from "../rules/load.ts";
import { clueOfPattern } from "../rules/patterns.ts";
import { describeProblem } from "../rules/problem.ts";
import { ruleSetFrom } from "../rules/rule-data.ts";
import { SHIPPED } from "../rules/shipped.ts";
import { tableOf } from "../scan/table.ts";
import { ruleFilesIn, SHIPPED_RULES } from "./rule-files.ts";

/** Makes the shipped rule set ready when the package is built. A broken one is told, and the YAML is read at run time. */
function prebuild(folder: string, target: string): void {
  const read = readRuleSet(ruleFilesIn(folder));
  if (!read.ok) {
    for (const problem of read.problems) console.error(describeProblem(problem));
    return;
  }
  const { vocabularies, rules, ...head } = read.data;
  const ruleset = ruleSetFrom({
    head,
    vocabularies: () => vocabularies,
    rules: rules.map((rule) => () => rule),
    clueOfPattern,
  });
  writeFileSync(target, encodePrebuilt(read.data, tableOf(ruleset), clueOfPattern));
}

prebuild(SHIPPED_RULES, `dist/${SHIPPED}.rules`);

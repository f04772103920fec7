import { writeFileSync } from "node:fs";
import { encodePrebuilt } from "../prebuilt/encode.ts";
import { readRuleSet } from "../rules/load.ts";
import { describeProblem } from "../rules/problem.ts";
import { SHIPPED } from "../rules/shipped.ts";
import { ruleFilesIn, SHIPPED_RULES } from "./rule-files.ts";

/** Makes the shipped rule set ready when the package is built. A broken one is told, and the YAML is read at run time. */
function prebuild(folder: string, target: string): void {
  const files = ruleFilesIn(folder);
  const read = readRuleSet(files);
  if (!read.ok) {
    for (const problem of read.problems) console.error(describeProblem(problem));
    return;
  }
  writeFileSync(target, encodePrebuilt(files, read.data));
}

prebuild(SHIPPED_RULES, `dist/${SHIPPED}.rules`);

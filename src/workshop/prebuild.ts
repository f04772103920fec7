import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { encodePrebuilt } from "../prebuilt.ts";
import { isRuleFile } from "../rules/files.ts";
import { readRuleSet } from "../rules/load.ts";
import { clueOfPattern } from "../rules/patterns.ts";
import { describeProblem } from "../rules/problem.ts";
import { ruleSetFrom } from "../rules/rule-data.ts";
import { tableOf } from "../scan/table.ts";

/** Makes the shipped rule set ready when the package is built. A broken one is told, and the YAML is read at run time. */
function prebuild(folder: string, target: string): void {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(isRuleFile).sort();
  const read = readRuleSet(
    paths.map((path) => ({ path: `${folder}/${path}`, text: readFileSync(`${folder}/${path}`, "utf8") })),
  );
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

prebuild("rules/hee-social-media", "dist/hee-social-media.rules");

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Clue } from "../detectors/detector.ts";
import { encodePrebuilt } from "../prebuilt.ts";
import { readRuleSet } from "../rules/load.ts";
import { clueOfPattern } from "../rules/patterns.ts";
import { describeProblem } from "../rules/problem.ts";
import { ruleSetFrom } from "../rules/rule-data.ts";
import { tableOf } from "../scan/table.ts";

/** Makes the shipped rule set ready when the package is built. A broken one is told, and the YAML is read at run time. */
function prebuild(folder: string, target: string): void {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.ya?ml$/.test(path))
    .sort();
  const read = readRuleSet(
    paths.map((path) => ({ path: `${folder}/${path}`, text: readFileSync(`${folder}/${path}`, "utf8") })),
  );
  if (!read.ok) {
    for (const problem of read.problems) console.error(describeProblem(problem));
    return;
  }
  const { vocabularies, rules, ...head } = read.data;
  const clues: Record<string, Clue> = {};
  const ruleset = ruleSetFrom({
    head,
    vocabularies: () => vocabularies,
    rules: rules.map((rule) => () => rule),
    clueOfPattern: (pattern) => (clues[pattern] ??= clueOfPattern(pattern)),
  });
  const table = tableOf(ruleset);
  for (const { exceptions } of ruleset.rules) void exceptions;
  writeFileSync(target, encodePrebuilt(read.data, table, clues));
}

prebuild("rules/hee-social-media", "dist/hee-social-media.rules");

import { readdirSync, readFileSync } from "node:fs";
import { isRuleFile, type RuleFile } from "../rules/files.ts";
import { SHIPPED } from "../rules/shipped.ts";

export const SHIPPED_RULES = `rules/${SHIPPED}`;

/** The files of a rule set's folder, in the order of their names. */
export const ruleFilesIn = (folder: string): readonly RuleFile[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(isRuleFile)
    .sort()
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(`${folder}/${path}`, "utf8") }));

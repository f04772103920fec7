import type { Command } from "commander";
import { settle } from "../config/settings.ts";
import type { Io } from "../io/io.ts";
import { openRuleSet } from "../rule-sets/ruleset.ts";
import type { RuleSet } from "../rules/ruleset.ts";

/** What every command takes that looks at rules. */
export interface RulesOptions {
  readonly rules?: string;
  readonly config?: string;
}

export const withRulesOptions = (command: Command): Command =>
  command
    .option("--rules <folder>", "another rule set than the one that comes with postlint")
    .option("--config <file>", "another configuration than the nearest postlint.config.yaml")
    .option("--debug", "if postlint itself fails, show where");

/** The rule set that the options, the environment or the configuration name. */
export async function ruleSetFor(io: Io, { rules, config }: RulesOptions): Promise<RuleSet> {
  const settings = await settle(io, { rules, config });
  return openRuleSet(io, settings.rules);
}

import { settle } from "../config/settings.ts";
import { dayOf } from "../judge/day.ts";
import { readRules, ruleFolder } from "../rule-sets/ruleset.ts";
import { place } from "../rules/problem.ts";
import type { Position, Rule } from "../rules/ruleset.ts";
import { givenDay } from "./dates.ts";
import { type RulesOptions, withRulesOptions } from "./options.ts";
import type { SetUp } from "./set-up.ts";

interface CheckRulesOptions extends RulesOptions {
  readonly asOf?: string;
  readonly patterns: boolean;
}

/** `postlint rules check` */
export const setUpRulesCheck: SetUp = (command, io, answer) => {
  command
    .description(
      `Looks strictly at a rule set: mistakes in its files, rules and words that can never find anything, rules that
find something in what another rule calls fine, lists past their day, vocabularies that no rule uses, and
patterns that may take for ever. It ends with 1 where it has something to say.`,
    )
    .option("--as-of <date>", "the date that stands for today (default: today)")
    .option("--no-patterns", "leave out the slow look at patterns");
  withRulesOptions(command);
  command.action(async ({ asOf, patterns, ...options }: CheckRulesOptions) => {
    const day = asOf === undefined ? dayOf(io.now()) : givenDay(asOf);
    const { rules } = await settle(io, options);
    const folder = await ruleFolder(io, rules);
    const loaded = await readRules(io, folder);
    if (!loaded.ok) {
      for (const problem of loaded.problems) io.stdout.write(`${problem}\n`);
      io.stderr.write(`${counted(loaded.problems.length)} to mend before the rules can be looked at more closely.\n`);
      return answer(1);
    }
    const { auditRules } = await import("../audit/index.ts");
    const isOwn = ({ file }: Position) => file.startsWith(`${folder.shown}/`);
    const { remarks, notes } = await auditRules(loaded.ruleset, { asOf: day, patterns, isOwn });
    for (const { at, says } of remarks) io.stdout.write(`${place(at)}: ${says}\n`);
    for (const note of notes) io.stderr.write(`${note}\n`);
    const found = remarks.length === 0 ? "Nothing to mend" : `${counted(remarks.length)} to look at`;
    io.stderr.write(`${found} in ${described(loaded.ruleset.rules, isOwn)}.\n`);
    answer(remarks.length === 0 ? 0 : 1);
  });
};

function described(rules: readonly Rule[], isOwn: (at: Position) => boolean): string {
  const own = rules.filter(({ at }) => isOwn(at)).length;
  const many = own === 1 ? "1 rule" : `${own} rules`;
  return own === rules.length ? many : `${many} of your own; ${rules.length - own} more come from what they extend`;
}

const counted = (count: number): string => (count === 1 ? "1 thing" : `${count} things`);

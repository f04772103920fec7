import type { Clause } from "../model/policy.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { type RulesOptions, ruleSetFor, withRulesOptions } from "./options.ts";
import type { SetUp } from "./set-up.ts";

/** `postlint policy` */
export const setUpPolicy: SetUp = (command, io, answer) => {
  withRulesOptions(command.description("Shows the policy, clause by clause, with the rules that look after each."));
  command.action(async (options: RulesOptions) => {
    io.stdout.write(describePolicy(await ruleSetFor(io, options)));
    answer(0);
  });
};

function describePolicy(ruleset: RuleSet): string {
  const { policy } = ruleset;
  const dates = [dated("published", policy.published), dated("updated", policy.updated)].filter(isPresent);
  const head = [policy.title, [policy.publisher, ...dates].join(", "), policy.url].filter(isPresent);
  return `${[head, ...policy.clauses.map((clause) => describeClause(clause, ruleset))].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function describeClause(
  { id, title, summary, citation, grossMisconduct }: Clause,
  { rules }: RuleSet,
): readonly string[] {
  const citing = rules.filter(({ card }) => card.clause === id).map(({ card }) => card.id);
  const touching = rules.filter(({ card }) => card.also.includes(id)).length;
  const covered = citing.length === 0 ? "No rule cites it" : `Rules: ${citing.join(", ")}`;
  return [
    `${id}  ${title}${grossMisconduct ? "  (gross misconduct)" : ""}`,
    `  ${summary}`,
    `  ${citation}`,
    `  ${covered}${touching === 0 ? "" : `; touched by ${touching} more`}`,
  ];
}

const dated = (what: string, date: string | null): string | null => (date === null ? null : `${what} ${date}`);

const isPresent = <T>(value: T | null): value is T => value !== null;

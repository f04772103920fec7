import { UsageError } from "../config/errors.ts";
import { didYouMean } from "../config/nearest.ts";
import { openMessage, type RuleCard } from "../model/rule.ts";
import { subjectOf } from "../model/rule-choice.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { type RulesOptions, ruleSetFor, withRulesOptions } from "./options.ts";
import type { SetUp } from "./set-up.ts";

interface ListOptions extends RulesOptions {
  readonly clause?: string;
  readonly by: string;
}

/** `postlint rules list` */
export const setUpRulesList: SetUp = (command, io, answer) => {
  command
    .description("Lists the rules: what each is called, how grave its findings are, and what it says.")
    .option("--clause <id>", "only the rules that cite this clause or touch it")
    .option("--by <group>", "in groups by clause or by subject", "clause");
  withRulesOptions(command);
  command.action(async (options: ListOptions) => {
    if (options.by !== "clause" && options.by !== "subject") {
      throw new UsageError(`--by can't be "${options.by}".`, "It can be clause or subject.");
    }
    const ruleset = await ruleSetFor(io, options);
    const cards = await cardsOf(ruleset, options.clause);
    const groups = options.by === "clause" ? byClause(ruleset, cards) : bySubject(cards);
    io.stdout.write(groups.map(describeGroup).join("\n"));
    if (cards.length === 0) io.stderr.write(`${describeNone(ruleset, options.clause)}\n`);
    answer(0);
  });
};

function describeNone({ rules, policy }: RuleSet, clause: string | undefined): string {
  const asked = clause ?? policy.clauses[0]?.id ?? "CLAUSE";
  const remedy = `postlint rules new SUBJECT/NAME --clause ${asked} begins one.`;
  return rules.length === 0
    ? `This rule set has no rules yet. ${remedy}`
    : `No rule cites ${asked}, or touches it. ${remedy}`;
}

async function cardsOf({ policy, rules }: RuleSet, clause: string | undefined): Promise<readonly RuleCard[]> {
  const cards = rules.map(({ card }) => card);
  if (clause === undefined) return cards;
  const ids: readonly string[] = policy.clauses.map(({ id }) => id);
  const asked = ids.find((id) => id.toLowerCase() === clause.toLowerCase());
  if (asked === undefined) {
    const hint = (await didYouMean(clause, ids)) || ` Its clauses are ${ids.join(", ")}.`;
    throw new UsageError(`The policy has no clause ${clause}.`, hint.trim());
  }
  return cards.filter((card) => [card.clause, ...card.also].some((id) => id === asked));
}

interface Group {
  readonly title: string;
  /** Not empty. */
  readonly cards: readonly RuleCard[];
}

function byClause({ policy }: RuleSet, cards: readonly RuleCard[]): readonly Group[] {
  const clauses = policy.clauses.map(({ id, title }) => ({ id: id as string | null, title: `${id}  ${title}` }));
  return [...clauses, { id: null, title: "Good practice, not the policy" }]
    .map(({ id, title }) => ({ title, cards: cards.filter(({ clause }) => clause === id) }))
    .filter((group) => group.cards.length > 0);
}

function bySubject(cards: readonly RuleCard[]): readonly Group[] {
  const subjects = [...new Set(cards.map(({ id }) => subjectOf(id)))].sort();
  return subjects.map((title) => ({ title, cards: cards.filter(({ id }) => subjectOf(id) === title) }));
}

function describeGroup({ title, cards }: Group): string {
  const width = Math.max(...cards.map(({ id }) => id.length));
  const lines = cards.map((card) => {
    const { id, level, clause, also } = card;
    const clauses = [clause, ...also].filter((one) => one !== null).join(", ");
    return `  ${id.padEnd(width)}  ${level.padEnd("suggestion".length)}  ${clauses}\n      ${openMessage(card)}`;
  });
  return `${[title, ...lines].join("\n")}\n`;
}

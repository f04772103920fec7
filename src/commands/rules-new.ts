import { dirname, join, relative, resolve } from "node:path";
import { UsageError } from "../config/errors.ts";
import { didYouMean } from "../config/nearest.ts";
import { settle } from "../config/settings.ts";
import { type Io, readText } from "../io/io.ts";
import { isUpkeep, RULE_ID } from "../model/rule.ts";
import { subjectOf } from "../model/rule-choice.ts";
import { isFolder, type RuleFolder, shippedFolder } from "../rule-sets/rule-folder.ts";
import { openRuleSet, ruleFolder } from "../rule-sets/ruleset.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { scaffoldOf, todoLines } from "../rules/scaffold.ts";
import { type RulesOptions, withRulesOptions } from "./options.ts";
import type { SetUp } from "./set-up.ts";

interface NewOptions extends RulesOptions {
  readonly clause?: string;
}

/** `postlint rules new ID` */
export const setUpRulesNew: SetUp = (command, io, answer) => {
  command
    .usage("SUBJECT/NAME --rules FOLDER [options]")
    .description(
      `Begins a rule: writes it, with examples, behind the others of its subject, and says what is left for you to decide.

Example:
  postlint rules new privacy/home-address --clause 4.2 --rules our-rules`,
    )
    .argument("<id>", "what the rule finds, as subject/name in small letters: privacy/home-address")
    .option("--clause <id>", "the clause that it cites (default: the one that its subject cites most)");
  withRulesOptions(command);
  command.action(async (id: string, { clause, ...options }: NewOptions) => {
    const { rules: folder } = await settle(io, options);
    const place = await ruleFolder(io, folder);
    if (folder === null || isShippedName(io, folder, place))
      throw new UsageError("Say whose rules it belongs to: --rules FOLDER.", NOT_THE_SHIPPED);
    const ruleset = await openRuleSet(io, folder);
    refuseId(ruleset, id);
    const cited = await clauseFor(ruleset, id, clause);
    const { path, shown } = packFor(place, ruleset, id);
    const before = (await io.kindOf(path)) === "file" ? await readText(io, path) : "";
    const lead = before === "" ? schemaLine(io, path) : `${before.trimEnd()}\n\n`;
    const file = io.createFile(path);
    file.write(lead + scaffoldOf({ id, clause: cited, contact: Object.keys(ruleset.contacts)[0] ?? null }));
    file.commit();
    io.stdout.write(described(shown, lead, await readText(io, path), id, folder));
    answer(0);
  });
};

const NOT_THE_SHIPPED =
  "The rules that come with postlint change with it. A folder of your own may extend them: see rules/GUIDE.md.";

/** Whoever works on the shipped rules themselves names their folder. */
const isShippedName = (io: Io, named: string, { path }: RuleFolder): boolean =>
  !isFolder(named) && path === shippedFolder(io, named).path;

/** Has editors complete and check what is written; where postlint is installed is how the file finds the schema. */
function schemaLine({ cwd, home }: Io, pack: string): string {
  const schema = relative(dirname(resolve(cwd, pack)), join(home, "dist/schemas/pack.schema.json"));
  return `# yaml-language-server: $schema=${schema.replaceAll("\\", "/")}\n`;
}

function refuseId({ rules }: RuleSet, id: string): void {
  if (!RULE_ID.test(id)) {
    throw new UsageError(
      `"${id}" can't be a rule's name.`,
      "Write it as subject/name in small letters: privacy/home-address.",
    );
  }
  if (isUpkeep(id)) {
    throw new UsageError(
      `"${id}" can't be a rule's name.`,
      "Names that begin with postlint/ are postlint's own: choose another subject.",
    );
  }
  const there = rules.find(({ card }) => card.id === id);
  if (there === undefined) return;
  throw new UsageError(
    `There is a rule ${id} already, at ${there.at.file}:${there.at.line}.`,
    "Give yours another name, or change that one.",
  );
}

/** Null for good practice. */
async function clauseFor({ policy, rules }: RuleSet, id: string, asked: string | undefined): Promise<string | null> {
  const ids: readonly string[] = policy.clauses.map((clause) => clause.id);
  if (asked !== undefined) {
    const clause = ids.find((known) => known.toLowerCase() === asked.toLowerCase());
    if (clause !== undefined) return clause;
    throw new UsageError(
      `The policy has no clause ${asked}.`,
      (await didYouMean(asked, ids)).trim() || `Its clauses are ${ids.join(", ")}.`,
    );
  }
  if (id.startsWith("practice/")) return null;
  const subject = rules
    .filter(({ card }) => subjectOf(card.id) === subjectOf(id))
    .map(({ card }) => card.clause as string | null);
  const known = ids.filter((clause) => subject.includes(clause));
  const count = (clause: string) => subject.filter((cited) => cited === clause).length;
  const most = known.toSorted((a, b) => count(b) - count(a))[0];
  if (most !== undefined) return most;
  throw new UsageError("Say which clause it cites: --clause ID.", `The clauses are ${ids.join(", ")}.`);
}

/** The file that holds the last rule of the subject, if it is in this folder; else one of its name. */
function packFor({ path: top, shown }: RuleFolder, { rules }: RuleSet, id: string) {
  const own = rules.filter(({ card, at }) => subjectOf(card.id) === subjectOf(id) && at.file.startsWith(`${shown}/`));
  const name = own.at(-1)?.at.file.slice(shown.length + 1) ?? `${subjectOf(id)}.yaml`;
  return { path: join(top, name), shown: `${shown}/${name}` };
}

function described(shown: string, lead: string, text: string, id: string, folder: string): string {
  const from = lead.split("\n").length - 1;
  const places = todoLines(text).filter(({ line }) => line > from);
  return `${[
    `${id} is begun in ${shown}. What is left for you to decide:`,
    ...places.map(({ line, says }) => `  ${shown}:${line}: ${says}`),
    "",
    "Then try it:",
    `  postlint rules test --rules ${folder}`,
    `  postlint rules check --rules ${folder}`,
  ].join("\n")}\n`;
}

import { readExample } from "../audit/examples.ts";
import { createChecker } from "../check.ts";
import type { Finder, Sighting } from "../detectors/detector.ts";
import { clearedBy } from "../detectors/exceptions.ts";
import { compromise } from "../grammar.ts";
import { judge } from "../judge/judge.ts";
import type { Circumstances } from "../model/circumstances.ts";
import type { Clause, ClauseId } from "../model/policy.ts";
import type { Post } from "../model/post.ts";
import { type Confidence, openMessage, type RuleId } from "../model/rule.ts";
import { allSentences, type Document, englishOf, prepare } from "../prepare/document.ts";
import { visible } from "../reporters/parts/visible.ts";
import { wrap } from "../reporters/parts/wrap.ts";
import { LEVEL_ADVICE } from "../reporters/sentence.ts";
import type { Example, Rule, RuleSet } from "../rules/ruleset.ts";
import { type InCalendar, traceInCalendar } from "./calendar.ts";
import { seenWords, traceFind } from "./trace.ts";
import { type Said, sayFind } from "./wording.ts";

const WIDTH = 80;

/** The card of a rule: what it cites, why, what to do, what it looks for and when not. `id` is one of the rule set's. */
export function explainRule(ruleset: RuleSet, id: string): string {
  const rule = ruleNamed(ruleset, id);
  const { card } = rule;
  return lines([
    card.id,
    `${LEVEL_ADVICE[card.level]} (${card.level}); ${CONFIDENCES[card.confidence]}`,
    "",
    ...(card.clause === null
      ? labelled("Cites", "no clause: good practice, not the policy")
      : labelled("Cites", citation(clauseNamed(ruleset, card.clause)))),
    ...card.also.flatMap((clause) => labelled("Touches", citation(clauseNamed(ruleset, clause)))),
    ...labelled("Why", openMessage(card)),
    ...labelled("Instead", card.advice),
    "",
    "It looks for",
    ...outline(findOf(ruleset, rule), 1),
    ...(rule.exceptions.length > 0
      ? ["", "It lets stand", ...exceptionsOf(ruleset, rule).flatMap((said) => outline(said, 1))]
      : []),
    ...(rule.anyLanguage ? ["", "It looks at posts in every language."] : []),
    ...(card.suppressible ? [] : ["", "No suppression and no baseline hides it."]),
    "",
    "It finds something in",
    ...rule.examples.breach.flatMap((example) => exampleLines(example, rule)),
    "",
    "It finds nothing in",
    ...rule.examples.fine.flatMap((example) => exampleLines(example, rule)),
    "",
    ...wrapped(`postlint explain ${card.id} --text "your words" shows step by step what it makes of them.`, 0),
  ]);
}

/** A clause with its citation and the rules that look after it. */
export function explainClause(ruleset: RuleSet, id: string): string {
  const clause = clauseNamed(ruleset, id as ClauseId);
  const citing = ruleset.rules.filter(({ card }) => card.clause === clause.id);
  const touching = ruleset.rules.filter(({ card }) => card.also.includes(clause.id));
  return lines([
    `${clause.id} ${clause.title}`,
    `${ruleset.policy.title}, ${ruleset.policy.publisher}: ${clause.citation}`,
    ...(clause.grossMisconduct ? ["The policy calls a breach of it gross misconduct."] : []),
    "",
    ...wrapped(clause.summary, 0),
    "",
    citing.length === 0 ? "No rule cites it yet." : "Rules that cite it",
    ...citing.map(({ card }) => `  ${card.id} (${card.level})`),
    ...(touching.length > 0 ? ["", "Rules that also touch it", ...touching.map(({ card }) => `  ${card.id}`)] : []),
  ]);
}

/** Why a rule finds something in a text, or does not, step by step. The text is the person's own, shown on their screen. */
export function traceRule(ruleset: RuleSet, id: string, text: string, circumstances: Circumstances): string {
  const [post] = readExample({ text, meta: {} }, id as RuleId).posts;
  return post === undefined ? "There are no words to look at.\n" : tracePost(ruleset, id, post, circumstances);
}

/** The same for a post with all that is known about it. */
export function tracePost(
  ruleset: RuleSet,
  id: string,
  post: Post,
  circumstances: Circumstances,
  place: InCalendar = { results: [], position: 0 },
): string {
  const rule = ruleNamed(ruleset, id);
  if (rule.finder.calendar !== undefined)
    return lines(traceInCalendar(rule, place).flatMap((line) => wrapped(line, 0)));
  const { card } = rule;
  const whole = prepare(post, compromise, circumstances);
  const english = englishOf(whole);
  const document = (rule.anyLanguage ? whole : english) ?? whole;
  const sentences = allSentences(document);
  const sightings = rule.finder.find(document, sentences);
  const read = rule.anyLanguage || english !== null;
  const findings = read ? judge(rule, sightings, document) : [];
  return lines([
    `${rule.card.id} reads ${sentences.length === 1 ? "one sentence" : `${sentences.length} sentences`}:`,
    ...sentences.map((sentence, index) => `  ${index + 1}. ${visible(sentence.text)}`),
    ...(read ? [] : ["", "This does not look like English, and the rule reads English only."]),
    ...(read && document !== whole
      ? ["", "What does not look like English is left out, as the rule reads English only."]
      : []),
    "",
    "It looks for (✓ is here, ✗ is not)",
    ...traceFind(findOf(ruleset, rule), document).flatMap(({ text: each, depth }) => wrapped(each, depth + 1)),
    "",
    ...sightings.flatMap((sighting) => verdictLines(ruleset, rule, sighting, document)),
    ...wrapped(conclusion(rule, sightings.length, findings.length), 0),
    ...[...new Set(findings.map(({ message }) => message))].slice(0, 3).flatMap((why) => labelled("Why", visible(why))),
    ...(findings.length > 0 ? labelled("Instead", card.advice) : []),
    ...(findings.length > 0 && isDoubted(ruleset, rule, document) ? ["", ...wrapped(DOUBTED, 0)] : []),
  ]);
}

function isDoubted(ruleset: RuleSet, { card, doubtable }: Rule, { post, circumstances }: Document): boolean {
  if (!doubtable) return false;
  const { findings } = createChecker(ruleset, { grammar: compromise, reference: false, circumstances })(post);
  return findings.some(({ rule, doubted }) => rule === card.id && doubted !== undefined);
}

const DOUBTED =
  "But the second opinion finds this unlike posts that breach, so postlint check makes no more of it than a suggestion, unless the rule was given a level of its own or --no-second-opinion is used.";

function conclusion({ card }: Rule, sightings: number, findings: number): string {
  if (sightings === 0) return "What it looks for is not all here, so it says nothing.";
  if (findings === 0) return "All that it saw may stand, so it says nothing.";
  const what = card.clause === null ? "a suggestion of good practice" : `a possible breach of ${card.clause}`;
  const many = findings === 1 ? what : `${what}, in ${findings} places`;
  return `So it reports ${many} (${card.level}: ${LEVEL_ADVICE[card.level].toLowerCase()}).`;
}

function verdictLines(ruleset: RuleSet, rule: Rule, sighting: Sighting, document: Document): readonly string[] {
  const seen =
    sighting.sentence === null
      ? `What is known of the post (${visible(sighting.shows)})`
      : `“${visible(document.copies[sighting.sentence.in.position]!.plain.text.slice(sighting.start, sighting.end))}”`;
  const clearing = clearedBy(sighting, rule.exceptions, document);
  if (clearing !== null)
    return wrapped(`${seen} would count, but may stand here: it is ${reasonOf(ruleset, rule, clearing, document)}.`, 0);
  if (rule.exceptions.length === 0) return wrapped(`${seen} counts, and this rule lets nothing of the kind stand.`, 0);
  return wrapped(
    `${seen} counts: nothing is here that would let it stand (postlint explain ${rule.card.id} lists what would).`,
    0,
  );
}

/** Why an exception of a rule lets something stand, in words that follow "it is". */
export function reasonOf(ruleset: RuleSet, rule: Rule, clearing: Finder, document: Document): string {
  const said = exceptionsOf(ruleset, rule).find(({ finder }) => finder === clearing);
  if (clearing.context !== undefined && clearing.reach === undefined)
    return said!.says.replace(/^words that are /u, "");
  const seen = seenWords(clearing.find(document, allSentences(document)));
  return `${clearing.reach === undefined ? "part of, or beside," : "near"} ${seen === "" ? (said?.says ?? clearing.says) : seen}`;
}

const findOf = ({ vocabularies }: RuleSet, rule: Rule): Said => sayFind(rule.spec, rule.finder, vocabularies);

const exceptionsOf = ({ vocabularies }: RuleSet, rule: Rule): readonly Said[] =>
  rule.exceptionSpecs.map((spec, at) => sayFind(spec, rule.exceptions[at]!, vocabularies));

/** A find and its parts as an indented list. */
export function outline({ says, parts }: Said, depth: number): readonly string[] {
  return [...wrapped(`- ${says}`, depth), ...parts.flatMap((part) => outline(part, depth + 1))];
}

const ruleNamed = ({ rules }: RuleSet, id: string): Rule => rules.find(({ card }) => card.id === (id as RuleId))!;
const clauseNamed = ({ policy }: RuleSet, id: ClauseId): Clause => policy.clauses.find((clause) => clause.id === id)!;
const citation = (clause: Clause) =>
  `${clause.id} ${clause.title} (${clause.citation}${clause.grossMisconduct ? "; gross misconduct" : ""})`;

const CONFIDENCES: Readonly<Record<Confidence, string>> = {
  certain: "certain: what it finds is what it says",
  likely: "likely: most of what it finds is a breach, and a person decides",
  hint: "a hint: worth a second look",
};

function exampleLines(example: Example, rule: Rule): readonly string[] {
  if (typeof example !== "string" && "posts" in example) return calendarLines(example.posts);
  const written = readExample(example, rule.card.id).written.replaceAll("[[", "").replaceAll("]]", "");
  const meta = typeof example !== "string" ? ` (${JSON.stringify(example.meta)})` : "";
  return wrapped(`- ${visible(written)}${meta}`, 1);
}

/** The posts of a calendar, each with what is known of it. */
const calendarLines = (posts: readonly Readonly<Record<string, unknown>>[]): readonly string[] => [
  ...wrapped(`- a calendar of ${posts.length} posts`, 1),
  ...posts.flatMap(({ text, ...meta }) => wrapped(`- ${visible(`${text}`)} (${JSON.stringify(meta)})`, 2)),
];

const labelled = (label: string, text: string): readonly string[] =>
  wrap(text, WIDTH - 10).map((line, index) => (index === 0 ? label : "").padEnd(10) + line);

function wrapped(text: string, depth: number): readonly string[] {
  const indent = "  ".repeat(depth);
  return wrap(text, Math.max(30, WIDTH - indent.length - 2)).map(
    (line, index) => `${indent}${index > 0 && /^[-✓✗] /u.test(text) ? "  " : ""}${line}`,
  );
}

const lines = (all: readonly string[]): string => withLegend(`${all.join("\n")}\n`);

/** What the signs of a turn of phrase mean, where some stand in the words. */
export const withLegend = (said: string): string => (/‹[^›]+›/u.test(said) ? `${said}\n${LEGEND}\n` : said);

const LEGEND = `‹…› stands for a word of that list, / for "or", … for a few words in between;
words count in all their forms (take, takes, took).`;

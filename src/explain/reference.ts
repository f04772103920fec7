import { readExample } from "../audit/examples.ts";
import { clausePageName, rulePageName } from "../model/pages.ts";
import type { Clause } from "../model/policy.ts";
import { openMessage } from "../model/rule.ts";
import { html, type Markup, type Part, raw } from "../reporters/html/markup.ts";
import { GOOD_PRACTICE } from "../reporters/parts/clause.ts";
import { LEVEL_ADVICE } from "../reporters/sentence.ts";
import type { Example, Rule, RuleSet } from "../rules/ruleset.ts";
import { type Said, sayFind } from "./wording.ts";

/** A page of the reference. `path` is relative to its folder, with forward slashes. */
export interface ReferencePage {
  readonly path: string;
  readonly text: string;
}

/** A page for the policy, for each clause and for each rule, in that order. */
export function referencePages(ruleset: RuleSet): readonly ReferencePage[] {
  const { policy, rules } = ruleset;
  return [
    { path: "index.html", text: policyPage(ruleset) },
    ...policy.clauses.map((clause) => ({ path: clausePageName(clause.id), text: clausePage(ruleset, clause) })),
    ...rules.map((rule) => ({ path: rulePageName(rule.card.id), text: rulePage(ruleset, rule) })),
  ];
}

function policyPage({ policy, rules, name }: RuleSet): string {
  const practice = rules.filter(({ card }) => card.clause === null);
  return page(
    policy.title,
    "",
    html`<h1>${policy.title}</h1>
<p>${policy.publisher}. Rule set ${name.name}, version ${name.version}.${policy.url === null ? null : html` <a href="${policy.url}">The policy itself</a>`}</p>
${policy.clauses.map(
  (
    clause,
  ) => html`<h2 id="clause-${clause.id}"><a href="${clausePageName(clause.id)}">${clause.id} ${clause.title}</a></h2>
<p>${clause.summary}</p>
${ruleList(
  rules.filter(({ card }) => card.clause === clause.id),
  "",
)}
`,
)}${
  practice.length === 0
    ? null
    : html`<h2 id="good-practice">${GOOD_PRACTICE}</h2>
${ruleList(practice, "")}`
}`,
  );
}

function clausePage({ policy, rules }: RuleSet, clause: Clause): string {
  const touching = rules.filter(({ card }) => card.also.includes(clause.id));
  return page(
    `${clause.id} ${clause.title}`,
    "../",
    html`<h1>${clause.id} ${clause.title}</h1>
<p>${policy.title}, ${policy.publisher}: ${clause.citation}.${clause.grossMisconduct ? " The policy calls a breach of it gross misconduct." : null}</p>
<p>${clause.summary}</p>
<h2 id="cited-by">Rules that cite it</h2>
${ruleList(
  rules.filter(({ card }) => card.clause === clause.id),
  "../",
)}
${
  touching.length === 0
    ? null
    : html`<h2 id="touched-by">Rules that also touch it</h2>
${ruleList(touching, "../")}`
}`,
  );
}

function rulePage({ policy, vocabularies }: RuleSet, rule: Rule): string {
  const { card } = rule;
  const clauses = [card.clause, ...card.also].flatMap((id) => policy.clauses.filter((clause) => clause.id === id));
  const except = rule.exceptionSpecs.map((spec, at) => sayFind(spec, rule.exceptions[at]!, vocabularies));
  return page(
    card.id,
    "../../",
    html`<h1>${card.id}</h1>
<p><strong>${LEVEL_ADVICE[card.level]}</strong> (${card.level}, ${card.confidence})</p>
<h2 id="clauses">Clauses</h2>
${clauses.length === 0 ? html`<p>${GOOD_PRACTICE}.</p>` : list(clauses.map((clause) => html`<a href="../../${clausePageName(clause.id)}">${clause.id} ${clause.title}</a>`))}
<h2 id="why">Why</h2>
<p>${openMessage(card)}</p>
<h2 id="instead">What to do instead</h2>
<p>${card.advice}</p>
<h2 id="looks-for">What it looks for</h2>
${outline([sayFind(rule.spec, rule.finder, vocabularies)])}
${
  except.length === 0
    ? null
    : html`<h2 id="lets-stand">What it lets stand</h2>
${outline(except)}`
}
${card.suppressible ? null : html`<p>No suppression and no baseline hides it.</p>`}
<h2 id="finds">It finds something in</h2>
${list(rule.examples.breach.map((example) => written(example, rule)))}
<h2 id="fine">It finds nothing in</h2>
${list(rule.examples.fine.map((example) => written(example, rule)))}`,
  );
}

const ruleList = (rules: readonly Rule[], up: string): Markup =>
  rules.length === 0
    ? html`<p>No rule yet.</p>`
    : list(
        rules.map(
          ({ card }) =>
            html`<a href="${up}${rulePageName(card.id)}">${card.id}</a> (${card.level}): ${openMessage(card)}`,
        ),
      );

const list = (items: readonly Part[]): Markup => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;

const outline = (finds: readonly Said[]): Markup =>
  list(finds.map(({ says, parts }) => html`${says}${parts.length === 0 ? null : outline(parts)}`));

/** The marked passage of an example stands out. */
function written(example: Example, rule: Rule): Markup {
  const pieces = readExample(example, rule.card.id).written.split(/\[\[|\]\]/u);
  return html`${pieces.map((piece, at) => (at % 2 === 1 ? html`<mark>${piece}</mark>` : piece))}${known(example)}`;
}

const known = (example: Example): string | null =>
  typeof example !== "string" && "meta" in example ? ` (${JSON.stringify(example.meta)})` : null;

const page = (title: string, up: string, body: Markup): string =>
  html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
${up === "" ? null : html`<nav><a href="${up}index.html">All clauses</a></nav>`}
<main>
${body}
</main>
</body>
</html>
`.markup;

const STYLE = `:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; } h2 { margin: 1.6rem 0 .3rem; font-size: 1.15rem; }
ul { padding-left: 1.2rem; } li { margin: .2rem 0; overflow-wrap: anywhere; }`;

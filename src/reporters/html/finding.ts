import type { Post } from "../../model/post.ts";
import { copyOf } from "../../prepare/lines.ts";
import { type Block, marksOf, rulesOf, type Saying, sayingsOf } from "../parts/blocks.ts";
import { GOOD_PRACTICE } from "../parts/clause.ts";
import { factsOf } from "../parts/facts.ts";
import type { Mask } from "../parts/mask.ts";
import { visible } from "../parts/visible.ts";
import { describeFieldOf, LEVEL_WORDS } from "../sentence.ts";
import type { Facets } from "./facets.ts";
import { icon } from "./icons.ts";
import { webLink } from "./link.ts";
import { html, type Markup } from "./markup.ts";
import type { Numbered } from "./passage.ts";
import type { Reference } from "./reference.ts";

/** What a finding says: its clause with the citation, why, and what to do instead. */
export function findingItem(post: Post, finding: Numbered, mask: Mask, reference: Reference, facets: Facets): Markup {
  const { number, anchor, block } = finding;
  const { lead } = block;
  const facts = factsOf(block, mask);
  return html`<li class="finding ${lead.level}" id="${anchor}" data-is="${facets.ofFinding(lead)}">
<p class="level"><span class="number"><span class="unseen">Finding </span>${number}</span>${icon(lead.level)}${LEVEL_WORDS[lead.level]}</p>
<h4>${clauseTitle(lead.clause, reference)}</h4>
${citation(finding, reference)}
<dl>
${whereabouts(post, finding)}
${
  facts.length === 0
    ? null
    : entry(
        "Facts",
        html`<ul class="facts">${facts.map(
          ({ passage, quoted, shows }) =>
            html`<li>${quoted ? html`<q>${passage}</q>` : html`<b>${passage}</b>`} <span>${shows}</span></li>`,
        )}</ul>`,
      )
}
${sayingsOf(block).map((saying, index) => said(index === 0 ? "Why" : "Also", saying, mask))}
</dl>
<p class="rule">Rule ${ruleNames(block, reference)}</p>
</li>
`;
}

const entry = (term: string, description: Markup): Markup => html`<div><dt>${term}</dt><dd>${description}</dd></div>
`;

function said(term: string, { finding, message, advice }: Saying, mask: Mask): Markup {
  const told = (words: string) => visible(mask.words(finding, words));
  return html`${message === null ? null : entry(term, html`${told(message)}`)}
${advice === null ? null : entry("What to do", html`${told(advice)}`)}
${finding.rewrite === null ? null : entry("Instead", html`<q>${told(finding.rewrite)}</q>`)}`;
}

function clauseTitle(clause: string | null, { clauses }: Reference): Markup {
  if (clause === null) return html`${GOOD_PRACTICE}`;
  return html`<span class="clause">${clause}</span> ${visible(clauses.get(clause)?.title ?? "")}`;
}

/** `Monitoring Compliance and Effectiveness, point 3, item 3 · Also touches 4.2 · Gross misconduct under the policy` */
function citation({ block: { lead } }: Numbered, { clauses }: Reference): Markup | null {
  const clause = clauses.get(lead.clause);
  const said = [
    clause === undefined ? null : visible(clause.citation),
    lead.also.length === 0 ? null : `Also touches ${lead.also.join(" and ")}`,
    clause?.grossMisconduct ? "The policy counts it as gross misconduct" : null,
  ].filter((part) => part !== null);
  return said.length === 0 ? null : html`<p class="citation">${said.join(" · ")}</p>`;
}

/** Where the finding stands, if that is not a passage that the copy above has marked. */
function whereabouts(post: Post, { block: { lead } }: Numbered): Markup | null {
  const fields = [...new Set(marksOf(lead).map(({ field }) => field))];
  const unmarked = fields.filter((field) => copyOf(post, field) === undefined || lead.passage.span === null);
  return unmarked.length === 0
    ? null
    : entry("Where", html`${visible(unmarked.map((field) => describeFieldOf(post, field)).join(", "))}`);
}

/** `confidential/nhs-number (certain), also: …`, each of which leads to its page. */
const ruleNames = (block: Block, { pageOf }: Reference): Markup =>
  html`${rulesOf(block).map(
    ({ rule, told }, index) => html`${BEFORE_RULE[Math.min(index, 2)]!}${webLink(pageOf(rule), rule)} (${told})`,
  )}`;

/** Before the first rule, the second, and each one more. */
const BEFORE_RULE = ["", ", also: ", ", "] as const;

import type { Clause } from "../../model/policy.ts";
import type { Level } from "../../model/rule.ts";
import { GOOD_PRACTICE } from "../parts/clause.ts";
import { visible } from "../parts/visible.ts";
import { LEVEL_WORDS } from "../sentence.ts";
import { type Choice, FACETS, type Facet, type Facets, pair } from "./facets.ts";
import { html, type Markup } from "./markup.ts";

/**
 * Radio buttons that narrow the list of posts, a group for each facet. The style sheet does the work (see `filterRules`),
 * so no script is needed; the button sets everything back as a form does by itself.
 */
export function filter(facets: Facets, clauses: readonly Clause[]): Markup | null {
  const groups = FACETS.filter((facet) => facets.choices(facet).length > 1);
  if (groups.length === 0) return null;
  return html`<form class="filter" aria-label="Narrow the list of posts">
${groups.map((facet) => group(facet, labelled(facet, facets.choices(facet), clauses)))}
<p class="reset"><button type="reset">Show all again</button></p>
</form>`;
}

/** A rule for each choice: where it is chosen, posts and findings without its token are not shown. */
export function filterRules(facets: Facets): string {
  const choices = FACETS.flatMap((facet) => facets.choices(facet).map(({ token }) => ({ facet, token })));
  const chosen = (token: string) => `.page:has(#pick-${token}:checked)`;
  const single = choices.flatMap(({ facet, token }) => {
    const places = facet === "clause" || facet === "level" ? [".post", ".finding"] : [".post"];
    return places.map((place) => `${chosen(token)} ${place}:not([data-is~="${token}"])`);
  });
  // A post may have one finding of the clause and another of the level.
  const pairs = facets.choices("clause").flatMap(({ token: clause }) =>
    facets.choices("level").map(({ token: level }) => {
      const both = `${chosen(clause)}:has(#pick-${level}:checked)`;
      return `${both} .post:not([data-is~="${pair(clause, level)}"])`;
    }),
  );
  return `${[...single, ...pairs].join(",\n")} { display: none }`;
}

const TITLES: Record<Facet, string> = { clause: "Clause", channel: "Channel", level: "Level", owner: "Owner" };

const group = (facet: Facet, choices: readonly Labelled[]): Markup => html`<fieldset>
<legend>${TITLES[facet]}</legend>
<div class="choices">
${choice(facet, `all-${facet}`, html`All`, true)}
${choices.map(({ token, label }) => choice(facet, token, label, false))}
</div>
</fieldset>
`;

const choice = (facet: Facet, token: string, label: Markup, checked: boolean): Markup =>
  html`<label class="choice"><input type="radio" name="${facet}" id="pick-${token}"${checked ? html` checked` : null}><span>${label}</span></label>
`;

interface Labelled {
  readonly token: string;
  readonly label: Markup;
}

/** Clauses in the order of the policy, levels by gravity, names by the alphabet: no order says who has more. */
function labelled(facet: Facet, choices: readonly Choice[], clauses: readonly Clause[]): readonly Labelled[] {
  const ids = clauses.map(({ id }) => id as string);
  const rank = (value: string | null) => (value === null ? Number.POSITIVE_INFINITY : ids.indexOf(value));
  const inOrder: Record<Facet, (a: Choice, b: Choice) => number> = {
    clause: (a, b) => (rank(a.value) === rank(b.value) ? 0 : rank(a.value) - rank(b.value)),
    level: () => 0,
    channel: byName,
    owner: byName,
  };
  return choices.toSorted(inOrder[facet]).map(({ token, value }) => ({ token, label: label(facet, value, clauses) }));
}

/** A post without one comes last. */
function byName(a: Choice, b: Choice): number {
  if (a.value === null || b.value === null) return (a.value === null ? 1 : 0) - (b.value === null ? 1 : 0);
  return a.value.localeCompare(b.value, "en");
}

function label(facet: Facet, value: string | null, clauses: readonly Clause[]): Markup {
  if (facet === "level") return html`${LEVEL_WORDS[value as Level]}`;
  if (value === null) return html`${facet === "clause" ? GOOD_PRACTICE : "Not given"}`;
  if (facet !== "clause") return html`${value}`;
  const title = clauses.find(({ id }) => id === value)?.title ?? "";
  return html`<b>${value}</b> <span class="more">${visible(title)}</span>`;
}

import type { Clause } from "../../model/policy.ts";
import { LEVELS } from "../../model/rule.ts";
import { GOOD_PRACTICE } from "../parts/clause.ts";
import { VERDICT_WORDS, type Verdict } from "../parts/verdict.ts";
import { visible } from "../parts/visible.ts";

import { type Digest, verdictsIn } from "./digest.ts";
import { icon } from "./icons.ts";
import { html, type Markup } from "./markup.ts";

/** How many there are of each verdict. */
export type Counts = Readonly<Partial<Record<Verdict, number>>>;

/** Two tables with a bar in each row: findings by clause, in the order of the policy, and posts by channel. */
export function bars(
  byClause: ReadonlyMap<string | null, Counts>,
  digests: readonly Digest[],
  clauses: readonly Clause[],
): Markup {
  const channels = byChannel(digests);
  return html`<section class="bars" aria-labelledby="bars">
<h2 id="bars">Where the findings are</h2>
<div class="pair">
${byClause.size === 0 ? null : table("Findings by clause", "Clause", LEVELS.toReversed(), clauseRows(byClause, clauses))}
${channels.length === 0 ? null : table("Posts by channel", "Channel", verdictsIn(digests), channels)}
</div>
</section>
`;
}

interface Row {
  readonly name: Markup;
  readonly counts: Counts;
}

function clauseRows(byClause: ReadonlyMap<string | null, Counts>, clauses: readonly Clause[]): readonly Row[] {
  const known = clauses.flatMap(({ id, title }) => {
    const counts = byClause.get(id);
    return counts === undefined ? [] : [{ name: html`<b>${id}</b> ${visible(title)}`, counts }];
  });
  const practice = byClause.get(null);
  return practice === undefined ? known : [...known, { name: html`${GOOD_PRACTICE}`, counts: practice }];
}

/** By the alphabet; empty where no post names a channel. */
function byChannel(digests: readonly Digest[]): readonly Row[] {
  const rows = new Map<string | null, Partial<Record<Verdict, number>>>();
  for (const { channel, verdict } of digests) {
    const counts = rows.get(channel) ?? {};
    counts[verdict] = (counts[verdict] ?? 0) + 1;
    rows.set(channel, counts);
  }
  const named = [...rows].flatMap(([name, counts]) => (name === null ? [] : [{ name, counts }]));
  if (named.length === 0) return [];
  const unnamed = rows.get(null);
  return [
    ...named
      .toSorted((a, b) => a.name.localeCompare(b.name, "en"))
      .map(({ name, counts }) => ({ name: html`${name}`, counts })),
    ...(unnamed === undefined ? [] : [{ name: html`Not given`, counts: unnamed }]),
  ];
}

function table(caption: string, first: string, verdicts: readonly Verdict[], rows: readonly Row[]): Markup {
  const most = Math.max(1, ...rows.map(({ counts }) => sum(verdicts, counts)));
  const heads = verdicts.map(
    (verdict) => html`<th scope="col">${icon(verdict)}<span class="word">${VERDICT_WORDS[verdict]}</span></th>`,
  );
  return html`<table>
<caption>${caption}</caption>
<thead><tr><th scope="col">${first}</th>${heads}</tr></thead>
<tbody>
${rows.map(
  ({ name, counts }) => html`<tr><th scope="row">${name}${bar(verdicts, counts, most)}</th>${verdicts.map((verdict) =>
    counts[verdict] === undefined ? html`<td class="nil">0</td>` : html`<td>${counts[verdict]}</td>`,
  )}</tr>
`,
)}</tbody>
</table>
`;
}

/** Drawn with attributes, since the page allows no style within an element. The numbers beside it say the same. */
function bar(verdicts: readonly Verdict[], counts: Counts, most: number): Markup {
  let at = 0;
  const parts = verdicts.map((verdict) => {
    const width = ((counts[verdict] ?? 0) / most) * 100;
    const rect = html`<rect class="${verdict}" x="${at.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="6"/>`;
    at += width;
    return width === 0 ? null : rect;
  });
  return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">${parts}</svg>`;
}

const sum = (verdicts: readonly Verdict[], counts: Counts): number =>
  verdicts.reduce((total, verdict) => total + (counts[verdict] ?? 0), 0);

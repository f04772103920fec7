import type { PostResult } from "../../model/report.ts";
import { blocksOf } from "../parts/blocks.ts";
import type { Mask } from "../parts/mask.ts";
import { standingOf, VERDICT_WORDS } from "../parts/verdict.ts";
import { anchorOf, type Digest } from "./digest.ts";
import type { Facets } from "./facets.ts";
import { findingItem } from "./finding.ts";
import { icon } from "./icons.ts";
import { html, type Markup } from "./markup.ts";
import { markedCopy, type Numbered, sentenceCase } from "./passage.ts";
import type { Reference } from "./reference.ts";

/** A post with its findings: what is grave in the open, suggestions folded away unless there is nothing else. */
export function postArticle(
  { post, findings }: PostResult,
  digest: Digest,
  mask: Mask,
  reference: Reference,
  facets: Facets,
): Markup {
  const numbered = numberedBlocks(findings, anchorOf(digest));
  const grave = numbered.filter(({ block }) => block.lead.level !== "suggestion");
  const mild = numbered.filter(({ block }) => block.lead.level === "suggestion");
  const items = (some: readonly Numbered[]) =>
    html`<ol class="findings">${some.map((one) => findingItem(post, one, mask, reference, facets))}</ol>`;
  const leads = numbered.map(({ block }) => block.lead);
  return html`<article class="post ${digest.verdict}" id="${anchorOf(digest)}" data-is="${facets.ofPost(digest, leads)}">
${header(digest)}
<div class="body">
${markedCopy(post, numbered, mask)}
${grave.length === 0 ? items(mild) : items(grave)}
${grave.length === 0 || mild.length === 0 ? null : html`<details class="mild"><summary>${counted(mild.length, "suggestion")}</summary>${items(mild)}</details>`}
</div>
</article>
`;
}

/** The grave ones first, so that what is folded away leaves no hole in the numbers. */
function numberedBlocks(findings: PostResult["findings"], anchor: string): readonly Numbered[] {
  const blocks = blocksOf(standingOf(findings));
  const isMild = (index: number) => (blocks[index]!.lead.level === "suggestion" ? 1 : 0);
  return [...blocks.keys()]
    .toSorted((a, b) => isMild(a) - isMild(b))
    .map((index, at) => ({ number: at + 1, anchor: `${anchor}-${at + 1}`, block: blocks[index]! }));
}

function header({ verdict, file, place, id, channel, owner, when }: Digest): Markup {
  const name = sentenceCase(place) || file;
  const facts = [
    ["Channel", channel],
    ["Goes out", when === null ? null : [when.long, when.time].filter((part) => part !== null).join(", ")],
    ["Owner", owner],
  ] as const;
  return html`<header>
<p class="verdict ${verdict}">${icon(verdict)}${VERDICT_WORDS[verdict]}</p>
<h3>${id ?? name}</h3>
<p class="place">${breakable(id === null ? (name === file ? "" : file) : [file, place].filter(Boolean).join(", "))}</p>
<dl>${facts.map(([term, value]) => (value === null ? null : html`<div><dt>${term}</dt><dd>${value}</dd></div>`))}</dl>
</header>`;
}

/** A path in a narrow margin goes on in the next line behind a slash, where it can. */
const breakable = (path: string): Markup =>
  html`${path.split(/(?<=[/\\])/u).map((part, index) => html`${index === 0 ? null : html`<wbr>`}${part}`)}`;

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

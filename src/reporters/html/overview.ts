import { sayDay } from "../../model/london.ts";
import type { RunHead, Summary } from "../../model/report.ts";
import { VERDICT_WORDS } from "../parts/verdict.ts";
import { visible } from "../parts/visible.ts";
import { describeSummary } from "../sentence.ts";
import { type Digest, verdictsIn } from "./digest.ts";
import { icon } from "./icons.ts";
import { html, type Markup } from "./markup.ts";
import { counted } from "./post.ts";

/** `july.csv`, `12 files` */
export function nameOf(digests: readonly Digest[], { files }: Summary): string {
  const names = new Set(digests.map(({ file }) => file));
  if (names.size !== 1 || files > 1) return counted(Math.max(files, names.size), "file");
  return [...names][0]!.replace(/^.*\//u, "");
}

/** Over everything: what was checked, what came of it in one sentence, and how many posts of each verdict. */
export function masthead(head: RunHead, digests: readonly Digest[], summary: Summary): Markup {
  return html`<header class="masthead">
<p class="eyebrow">${visible(head.policy.publisher)} · ${visible(head.policy.title)}</p>
<h1>Review of <span class="source">${nameOf(digests, summary)}</span></h1>
<p class="span">${[counted(summary.posts, "post"), period(digests), `as of ${dayWords(head.asOf)}`].filter(Boolean).join(" · ")}</p>
</header>
`;
}

export function figures({ policy }: RunHead, digests: readonly Digest[], summary: Summary): Markup {
  return html`<section class="figures" aria-labelledby="result">
<h2 id="result" class="unseen">The result</h2>
<p class="lead">${describeSummary(summary, policy)}</p>
<dl>${verdictsIn(digests).map((verdict) => {
    const count = digests.filter((digest) => digest.verdict === verdict).length;
    return html`<div class="figure ${verdict}"><dt>${icon(verdict)}${VERDICT_WORDS[verdict]}</dt><dd>${count} <span>${count === 1 ? "post" : "posts"}</span></dd></div>`;
  })}</dl>
</section>
`;
}

/** `Thursday 1 July 2027 to Saturday 31 July 2027`; null where no post has a date. */
function period(digests: readonly Digest[]): string | null {
  const days = digests.flatMap(({ when }) => (when === null ? [] : [when.iso])).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  return first === last ? dayWords(first) : `${dayWords(first)} to ${dayWords(last)}`;
}

/** `1 July 2027` */
export const dayWords = (iso: string): string => sayDay(iso).replace(/^\p{L}+ /u, "");

import type { Post } from "../../model/post.ts";
import { LEVELS, type Level } from "../../model/rule.ts";
import { type Block, marksOf } from "../parts/blocks.ts";
import { type Mark, markedRuns, type Run } from "../parts/marked-copy.ts";
import type { Mask } from "../parts/mask.ts";
import { describeFieldOf } from "../sentence.ts";
import { html, type Markup } from "./markup.ts";

/** A block of findings with its number in the post and the id of its place in the page. */
export interface Numbered {
  readonly number: number;
  readonly anchor: string;
  readonly block: Block;
}

/** The text of a post, and any other copy of it with a finding, each passage marked and numbered as its finding is. */
export function markedCopy(post: Post, findings: readonly Numbered[], mask: Mask): Markup {
  const copies = post.copy.map(({ field, text }) => {
    const marks = findings.flatMap((finding) => marksIn(field, finding));
    if (field !== "text" && marks.length === 0) return null;
    const runs = markedRuns(text, marks, mask.spans(field));
    return html`${field === "text" ? null : html`<p class="field">${sentenceCase(describeFieldOf(post, field))}</p>`}
<blockquote class="copy" dir="auto">${runs.map((run) => marked(run, findings))}</blockquote>
`;
  });
  return html`${copies}`;
}

const marksIn = (field: string, { number, block }: Numbered): readonly Mark[] =>
  [block.lead, ...block.others]
    .flatMap(marksOf)
    .flatMap((mark) => (mark.field === field && mark.span !== null ? [{ ...mark.span, by: number }] : []));

function marked({ text, by, closes }: Run, findings: readonly Numbered[]): Markup {
  const numbers = closes.map((number) => {
    const { anchor } = findings.find((finding) => finding.number === number)!;
    return html`<sup><a href="#${anchor}"><span class="unseen">finding </span>${number}</a></sup>`;
  });
  return by.length === 0
    ? html`${text}${numbers}`
    : html`<mark class="${gravest(by, findings)}">${text}</mark>${numbers}`;
}

const gravest = (by: readonly number[], findings: readonly Numbered[]): Level =>
  findings
    .filter(({ number }) => by.includes(number))
    .map(({ block }) => block.lead.level)
    .reduce((a, b) => (LEVELS.indexOf(b) > LEVELS.indexOf(a) ? b : a));

export const sentenceCase = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

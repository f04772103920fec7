import type { Note, Problem } from "../../model/report.ts";
import type { RunMask } from "../parts/mask.ts";
import { describeNote, describeProblem } from "../sentence.ts";
import { html, type Markup } from "./markup.ts";

/** What could not be checked comes first and in the open: a report that hides it would say more than is known. */
export function remarks(problems: readonly Problem[], notes: readonly Note[], mask: RunMask): Markup {
  return html`${section("problems", "Could not be checked", problems.map(describeProblem), mask)}
${section("notes", "Worth knowing", notes.map(describeNote), mask)}`;
}

/** Sentences of a section in the open; the rest is folded. */
const OPEN = 12;

function section(name: string, title: string, sentences: readonly string[], mask: RunMask): Markup | null {
  if (sentences.length === 0) return null;
  const list = (some: readonly string[]) =>
    html`<ul>${some.map((sentence) => html`<li>${mask.hide(withoutLead(sentence))}</li>`)}</ul>`;
  const rest = sentences.slice(OPEN);
  return html`<section class="remarks ${name}" aria-labelledby="${name}">
<h2 id="${name}">${title}</h2>
${list(sentences.slice(0, OPEN))}
${rest.length === 0 ? null : html`<details><summary>and ${rest.length} more</summary>${list(rest)}</details>`}
</section>
`;
}

/** The title of the section says already what kind of sentence each is. */
function withoutLead(sentence: string): string {
  const rest = sentence.replace(/^(?:Could not check|Note on|Note:|Problem:) /u, "");
  return rest.slice(0, 1).toUpperCase() + rest.slice(1);
}

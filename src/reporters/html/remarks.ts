import type { Note, Problem } from "../../model/report.ts";
import type { RunMask } from "../parts/mask.ts";
import { visible } from "../parts/visible.ts";
import { describePlace } from "../sentence.ts";
import { html, type Markup } from "./markup.ts";
import { sentenceCase } from "./passage.ts";

/** What could not be checked comes first and in the open: a report that hides it would say more than is known. */
export const remarks = (problems: readonly Problem[], notes: readonly Note[], mask: RunMask): Markup =>
  html`${section("problems", "Could not be checked", problems, mask)}
${section("notes", "Worth knowing", notes, mask)}`;

/** Remarks of a section in the open; the rest is folded. */
const OPEN = 12;

function section(name: string, title: string, all: readonly (Problem | Note)[], mask: RunMask): Markup | null {
  if (all.length === 0) return null;
  const list = (some: readonly (Problem | Note)[]) => html`<ul>${some.map((one) => remark(one, mask))}</ul>`;
  const rest = all.slice(OPEN);
  return html`<section class="remarks ${name}" aria-labelledby="${name}">
<h2 id="${name}">${title}</h2>
${list(all.slice(0, OPEN))}
${rest.length === 0 ? null : html`<details><summary>and ${rest.length} more</summary>${list(rest)}</details>`}
</section>
`;
}

function remark({ source, message }: Problem | Note, mask: RunMask): Markup {
  const said = visible(mask.hide(message));
  if (source === null) return html`<li>${optionsWhole(sentenceCase(said))}</li>`;
  return html`<li><b>${mask.hide(describePlace(source))}:</b> ${optionsWhole(said)}</li>`;
}

/** No line ends within the name of an option, such as behind the dashes of `--author`. */
const optionsWhole = (said: string): Markup =>
  html`${said
    .split(/((?<!\S)--[a-z]+(?:-[a-z]+)*)/u)
    .map((part, index) => (index % 2 === 0 ? part : html`<span class="option">${part}</span>`))}`;

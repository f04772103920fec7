import type { RunHead } from "../../model/report.ts";
import { visible } from "../parts/visible.ts";
import { webLink } from "./link.ts";
import { html, type Markup } from "./markup.ts";
import { dayWords } from "./overview.ts";

/** What a reader must know to judge the report itself: what it did not look at, and by which rules it judged. */
export function foot({ tool, ruleset, policy, asOf }: RunHead): Markup {
  const editions = [
    policy.published === null ? null : `published ${policy.published}`,
    policy.updated === null ? null : `updated ${policy.updated}`,
  ].filter((part) => part !== null);
  return html`<footer class="foot" aria-labelledby="about">
<h2 id="about">About this report</h2>
<dl>
<div><dt>What a finding is</dt><dd>A possible breach: a passage that a person should look at before the post goes out. Where nothing is shown, nothing was found; that is no approval.</dd></div>
<div><dt>Not looked at</dt><dd>Images and videos themselves, what links lead to, replies, and whatever else is not in the words and the details of a post.</dd></div>
<div><dt>Policy</dt><dd>${visible(policy.title)}, ${visible(policy.publisher)}${editions.length === 0 ? null : ` (${editions.join(", ")})`}${policy.url === null ? null : html`<br>${webLink(policy.url, visible(policy.url))}`}</dd></div>
<div><dt>Rule set</dt><dd>${visible(ruleset.name)} ${visible(ruleset.version)}<br><code>${visible(ruleset.digest)}</code></dd></div>
<div><dt>Checked by</dt><dd>postlint ${visible(tool.version)}, with ${dayWords(asOf)} as today. Nothing left the computer that it ran on.</dd></div>
<div><dt>Hidden</dt><dd>What could identify a person reads [masked] here; it stands in the draft itself.</dd></div>
</dl>
</footer>
`;
}

import type { PostResult } from "../../model/report.ts";
import type { Mask } from "../parts/mask.ts";
import { visible } from "../parts/visible.ts";
import type { Digest } from "./digest.ts";
import { html, type Markup } from "./markup.ts";
import { counted } from "./post.ts";

/** A row for each finding that someone let stand, with the reason. */
export function suppressedRows({ findings }: PostResult, { file, place, id }: Digest, mask: Mask): readonly Markup[] {
  return findings.flatMap(({ suppressed, clause, rule }) => {
    if (suppressed === null) return [];
    const { kind, reason, by, until } = suppressed;
    const said = [kind, by && `by ${visible(mask.hide(by))}`, until && `until ${until}`].filter(Boolean).join(", ");
    return [
      html`<tr><th scope="row">${[file, place, id].filter(Boolean).join(", ")}</th><td>${clause ?? "–"}</td><td>${rule}</td><td>${visible(mask.hide(reason))} <span class="soft">(${said})</span></td></tr>
`,
    ];
  });
}

/** The id of the section below. */
export const STOOD = "stood";

export const suppressedSection = (rows: readonly Markup[]): Markup | null =>
  rows.length === 0
    ? null
    : html`<section class="stood" aria-labelledby="${STOOD}">
<details><summary><h2 id="${STOOD}">Let stand: ${counted(rows.length, "finding")}</h2></summary>
<div class="scroll" tabindex="0" role="group" aria-labelledby="${STOOD}"><table>
<thead><tr><th scope="col">Post</th><th scope="col">Clause</th><th scope="col">Rule</th><th scope="col">Reason</th></tr></thead>
<tbody>${rows}</tbody>
</table></div></details>
</section>
`;

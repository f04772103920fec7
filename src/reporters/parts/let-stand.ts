import type { Suppression } from "../../model/finding.ts";
import type { Mask } from "./mask.ts";

/** Why a finding may stand, who said so and until when, less what is masked: `“a quotation”, comment, by Ann Lee, until 2027-03-31`. */
export function letStand({ kind, reason, by, until }: Suppression, mask: Mask): string {
  const said = [`“${mask.hide(reason)}”`, kind, by && `by ${mask.hide(by)}`, until && `until ${until}`];
  return said.filter((part) => part).join(", ");
}

import { findAny, findWith, onlyWhere } from "./candidates.ts";
import { isInsideLink } from "./context.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

const SPECIALTY = String.raw`(?:[A-Z]{3}-[A-Z]{3}|\d{3}(?:[-.]\d{2,3}){0,3})`;
const CURRENT = new RegExp(
  String.raw`(?<![\p{L}\p{N}/])[A-Z]{2,4}/${SPECIALTY}/(?:\d{7}|\d{4,6})/(?:CP|[CDL])(?![\p{L}\p{N}/])`,
  "gu",
);
/** Older ones hold a counter instead of the register number; only the words before tell. */
const TOLD =
  /\b(?:NTN|DRN|(?:national )?training (?:no\b\.?|number)|deanery reference)(?:\s*(?:is|was|no\b\.?|number|[:=#(-])){0,2}\s*(?<value>[A-Z]{2,4}\/[A-Z0-9.-]{3,16}\/[A-Z0-9]{2,8}(?:\/[A-Z]{1,2})?)(?![\p{L}\p{N}/])/giu;

export const trainingNumber: IdentifierKind = {
  describe:
    "A national training or deanery reference number: owner/specialty/register number/suffix, as in LDN/030/9900001/C. It holds the trainee's register number.",
  needs: "digit",
  find: onlyWhere(/[A-Z]{2}\/[A-Z\d.-]/i, () => findAny(findWith(CURRENT, judge), findWith(TOLD, judge))),
};

function judge(candidate: Parameters<typeof isInsideLink>[0]): string | null {
  return isInsideLink(candidate) ? null : "a training number";
}

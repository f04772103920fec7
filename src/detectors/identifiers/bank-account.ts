import { type Candidate, findAny, findWith, whenNeeded } from "./candidates.ts";
import { around, isBesidePerson, isInsideLink } from "./context.ts";
import { digitsOf, fitsModulus97, GAP, isOneDigitRepeated } from "./digits.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

const SORT_CODE = String.raw`\d{2}[ \-\u2010-\u2013]?\d{2}[ \-\u2010-\u2013]?\d{2}`;
/** Either may come first; a few words such as "account number" stand between. */
const SORT_CODE_AND_ACCOUNT = new RegExp(
  String.raw`(?<![\p{L}\p{N}+£.-])(?:${SORT_CODE}[^\d]{1,32}\d{8}|\d{8}[^\d]{1,32}${SORT_CODE})(?![\p{L}\p{N}]|[.-]\d)`,
  "gu",
);
const IBAN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:${GAP}?[A-Z0-9]{4}){2,7}(?:${GAP}?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])`,
  "gu",
);

export const bankAccount: IdentifierKind = {
  describe:
    "A sort code with an account number, where the sentence speaks of an account, or an IBAN whose check fits (modulus 97). The public sample GB82 WEST 1234 5698 7654 32 passes with no person beside it.",
  needs: "digit",
  digits: 8,
  find: whenNeeded(() => findAny(findWith(SORT_CODE_AND_ACCOUNT, judgeAccount), findWith(IBAN, judgeIban))),
};

function judgeAccount(candidate: Candidate): string | null {
  const said = `${around(candidate)} ${candidate.written}`;
  return ACCOUNT.test(said) && !isInsideLink(candidate) ? "a bank account (sort code and account number)" : null;
}

function judgeIban(candidate: Candidate): string | null {
  const iban = candidate.written.replace(/[^A-Z0-9]/g, "");
  if (iban.length < 15 || iban.length > 34 || (iban.startsWith("GB") && iban.length !== 22)) return null;
  if (!fitsModulus97(iban) || isOneDigitRepeated(digitsOf(iban)) || isInsideLink(candidate)) return null;
  if (iban === "GB82WEST12345698765432" && !isBesidePerson(candidate)) return null;
  return "an IBAN (its check digits fit)";
}

const ACCOUNT =
  /\b(?:sort ?code|s\/c|account|acc(?:t|\.)?|a\/c|bacs|bank|payee|donat(?:e|ions?)|transfer|pay(?:ments?)? (?:to|into))\b/i;

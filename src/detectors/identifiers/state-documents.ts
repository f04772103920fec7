import { findWith, onlyWhere, whenNeeded } from "./candidates.ts";
import { isBesidePerson, isInsideLink } from "./context.ts";
import { isCountingUp, isOneDigitRepeated } from "./digits.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

const SAID = String.raw`(?:['’]s|\s{0,2}(?:details|reference|ref\b\.?|no\b\.?|number|num\b|id\b|is|was|reads)|\s{0,2}[:=#(\u2013-]){0,4}\s{0,3}`;

export const passport: IdentifierKind = {
  describe: "A passport number right behind the word passport: nine digits, or two letters and seven digits.",
  needs: "digit",
  digits: 7,
  find: onlyWhere(/passport/i, () =>
    findWith(
      new RegExp(String.raw`\bpassports?\b${SAID}(?<value>\d{9}|[A-Z]{2}\s?\d{7})(?![\p{L}\p{N}]|[ -]\d)`, "giu"),
      (candidate) => {
        const digits = candidate.written.replace(/\D/g, "");
        const isPlaceholder = isOneDigitRepeated(digits) || isCountingUp(digits);
        return isPlaceholder && !isBesidePerson(candidate) ? null : "a passport number";
      },
    ),
  ),
};

/** Surname (padded with 9), decade, month (50 more for women), day, year, initials (padded with 9), check. */
const LICENCE =
  /(?<![\p{L}\p{N}])(?=[A-Z]{2})[A-Z]{2,5}9{0,3}(?<=[A-Z9]{5})[ \u00A0]?\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])\d[ \u00A0]?[A-Z][A-Z9][A-Z0-9][ \u00A0]?[A-Z]{2}(?![\p{L}\p{N}])/gu;

export const drivingLicence: IdentifierKind = {
  describe:
    "A driving licence number: sixteen characters made of surname, date of birth and initials. The publicised sample MORGA657054SM9IJ passes with no person beside it.",
  needs: "digit",
  digits: 6,
  find: whenNeeded(() =>
    findWith(LICENCE, (candidate) => {
      const isSample = candidate.written.replace(/\s/g, "") === "MORGA657054SM9IJ";
      if (isInsideLink(candidate) || (isSample && !isBesidePerson(candidate))) return null;
      return "a driving licence number";
    }),
  ),
};

export const utr: IdentifierKind = {
  describe: "A unique taxpayer reference: ten digits (perhaps with a K) right behind UTR or the words in full.",
  needs: "digit",
  digits: 10,
  find: onlyWhere(/utr|tax/i, () =>
    findWith(
      new RegExp(
        String.raw`\b(?:UTR|unique tax(?:payer)?(?:'s)? ref(?:erence)?|tax(?:payer)?(?:'s)? ref(?:erence)?)\b${SAID}(?<value>\d{5}[ \u00A0]?\d{5}K?|\d{3}[ \u00A0]\d{3}[ \u00A0]\d{4}K?)(?![\p{L}\p{N}]|[ -]\d)`,
        "giu",
      ),
      (candidate) => {
        const digits = candidate.written.replace(/\D/g, "");
        return isOneDigitRepeated(digits) || isCountingUp(digits) ? null : "a unique taxpayer reference";
      },
    ),
  ),
};

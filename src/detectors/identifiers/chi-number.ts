import { type Candidate, findWith, whenNeeded } from "./candidates.ts";
import { before } from "./context.ts";
import { digitsOf, fitsModulus11, GAP } from "./digits.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

const TEN_DIGITS = new RegExp(String.raw`(?<![\p{L}\p{N}+])\d(?:${GAP}?\d){9}(?!${GAP}?\d|\p{L})`, "gu");

export const chiNumber: IdentifierKind = {
  describe:
    "A CHI number (Scotland): ten digits called CHI that begin with a day of birth (DDMMYY) and whose check digit fits.",
  needs: "digit",
  digits: 10,
  find: whenNeeded(() => findWith(TEN_DIGITS, judge)),
};

function judge(candidate: Candidate): string | null {
  const digits = digitsOf(candidate.written);
  const isCalledChi = /\bCHI\b[^\d]{0,24}$/.test(before(candidate, 40));
  return isCalledChi && isDayOfBirth(digits) && fitsModulus11(digits) ? "a CHI number (its check digit fits)" : null;
}

/** The century is not written, so 29 February passes in every fourth year. */
function isDayOfBirth(digits: string): boolean {
  const [day, month, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)].map(Number) as [
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(2000 + year, month, 0)).getUTCDate();
}

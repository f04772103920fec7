import { type Candidate, findWith, onlyWhere } from "./candidates.ts";
import { isInsideLink } from "./context.ts";
import { digitsOf, isOneDigitRepeated } from "./digits.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

/** Shapes are local, so the word before is what makes the number one. */
const NUMBER_BESIDE_LABEL =
  /\b(?:(?:hosp(?:ital)?|unit|case ?notes?|medical record|district|patient|pas|k)[- ]?(?:no\b\.?|numbers?|id\b|identifier)|mrn\b)(?:\s*(?:is|was|no\b\.?|number|reads|says|[:=#(-])){0,2}\s*(?<value>[a-z]{0,3}\d{5,8}[a-z]?)(?![\p{L}\p{N}]|[ .,-]\d)/giu;

/** The word of a label with what follows it. */
const LABEL = /(?:hosp(?:ital)?|unit|notes?|record|district|patient|pas|\bk)[- ]?(?:no\b|number|id)|mrn/i;

export const hospitalNumber: IdentifierKind = {
  describe:
    "A hospital, unit, case note or medical record number: up to three letters and five to eight digits right behind the words that say so. No check exists.",
  needs: "digit",
  digits: 5,
  find: onlyWhere(LABEL, () => findWith(NUMBER_BESIDE_LABEL, judge)),
};

function judge(candidate: Candidate): string | null {
  const digits = digitsOf(candidate.written);
  // "Patient number 10000" celebrates a round number of patients.
  if (isOneDigitRepeated(digits) || digits.endsWith("000") || isInsideLink(candidate)) return null;
  return "a hospital number";
}

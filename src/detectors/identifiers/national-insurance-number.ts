import { type Candidate, findAny, findWith, whenNeeded } from "./candidates.ts";
import { before, isBesidePerson, isInsideLink } from "./context.ts";
import { GAP } from "./digits.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

const START = String.raw`(?<![\p{L}\p{N}_/-])`;
const WITH_SUFFIX = new RegExp(
  String.raw`${START}[A-Z]{2}${GAP}?\d{2}${GAP}?\d{2}${GAP}?\d{2}${GAP}?[A-D](?![\p{L}\p{N}])`,
  "giu",
);
/** The suffix is often left out. */
const WITHOUT_SUFFIX = new RegExp(
  String.raw`${START}[A-Z]{2}${GAP}?\d{2}${GAP}?\d{2}${GAP}?\d{2}(?!${GAP}?\d|[\p{L}\p{N}])`,
  "giu",
);

export const nationalInsuranceNumber: IdentifierKind = {
  describe:
    "A National Insurance number: a prefix that HMRC gives out, six digits and A to D, written in pairs or beside words such as NI number. Without its last letter only behind those words. HMRC's own sample (QQ 12 34 56 C) passes with no person beside it.",
  needs: "digit",
  digits: 6,
  find: whenNeeded(() => findAny(findWith(WITH_SUFFIX, judge), findWith(WITHOUT_SUFFIX, judgeWithoutSuffix))),
};

function judge(candidate: Candidate): string | null {
  const lead = before(candidate, 60);
  const isTold = LABEL.test(lead);
  if (isInsideLink(candidate) || (!isTold && OTHER_CODE.test(lead))) return null;
  if (isSample(candidate)) return isBesidePerson(candidate) ? SHOWS : null;
  if (!hasIssuedPrefix(candidate)) return null;
  const isInPairs = PAIRS.test(candidate.written);
  return isInPairs || isTold || isBesidePerson(candidate) ? SHOWS : null;
}

function judgeWithoutSuffix(candidate: Candidate): string | null {
  return LABEL.test(before(candidate, 40)) && hasIssuedPrefix(candidate) ? SHOWS : null;
}

const SHOWS = "a National Insurance number";

/** HMRC manual NIM39110. */
const ISSUED_PREFIX = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]/i;
const hasIssuedPrefix = ({ written }: Candidate): boolean => ISSUED_PREFIX.test(written);

const isSample = ({ written }: Candidate): boolean => /^QQ123456C$/i.test(written.replace(/[^a-z0-9]/gi, ""));

const PAIRS = new RegExp(`^[A-Z]{2}${GAP}?\\d{2}${GAP}\\d{2}${GAP}\\d{2}${GAP}?[A-D]$`);

const LABEL =
  /\b(?:n\.?i\.? ?(?:no\b|number|num\b|#)|nino|nat(?:ional)? ins(?:urance)?|ni:|NI$|insurance (?:no\b|number))/i;
const OTHER_CODE =
  /\b(?:order|asset|serial|flight|product|part|model|course|batch|lot|catalogue|stock|ref|reference|post)\b[^.]{0,20}$/i;

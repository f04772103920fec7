import { type Candidate, findAny, findWith, whenNeeded } from "./candidates.ts";
import {
  after,
  around,
  before,
  hasTitledName,
  isBesidePerson,
  isDeclaredFiction,
  isInsideLink,
  lastMention,
} from "./context.ts";
import { digitsOf, fitsModulus11, GAP, isCountingUp, isOneDigitRepeated } from "./digits.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

/** Not inside a word, a handle, a price or a longer number; `+44 7700 900123` leaves ten digits that look like one. */
const START = String.raw`(?<![\p{L}\p{N}_@£$€+/])(?<!\d[.\-\u2010-\u2015])(?<!\+\d{1,3}${GAP}?(?:\(0\)${GAP}?)?)`;
const END = String.raw`(?![\p{L}\p{N}%_/])(?![.\-\u2010-\u2015]\d)`;

/** As printed on letters and wristbands: 999 000 0018. */
const GROUPED = new RegExp(String.raw`${START}\d{3}${GAP}{1,3}\d{3}${GAP}{1,3}\d{4}${END}`, "gu");
const TEN_DIGITS = new RegExp(String.raw`${START}(?<!\d${GAP})\d(?:${GAP}?\d){9}${END}(?!${GAP}\d)`, "gu");

export const nhsNumber: IdentifierKind = {
  describe:
    "An NHS number, or a Health and Care number of Northern Ireland: ten digits whose check digit fits, in an issued range or the 9-series kept for tests, written 3-3-4 or beside a word that says what it is. Numbers called something else (an order, a ticket, a meeting, a telephone) pass, and so do the textbook samples with no person beside them.",
  needs: "digit",
  digits: 10,
  find: whenNeeded(() => findAny(findWith(GROUPED, judgeGrouped), findWith(TEN_DIGITS, judgeUngrouped))),
};

export const mistypedNhsNumber: IdentifierKind = {
  describe:
    "Ten digits called an NHS number that can't be one as written: the check digit is wrong, or the range was never issued. A slip of one digit does not make a patient's number harmless.",
  needs: "digit",
  digits: 10,
  find: whenNeeded(() => findAny(findWith(GROUPED, judgeMistyped), findWith(TEN_DIGITS, judgeMistyped))),
};

function judgeGrouped(candidate: Candidate): string | null {
  if (goesOnBefore(candidate)) return null;
  const label = nearestLabel(candidate);
  const isAnyReference = label === null && REFERENCE.test(before(candidate, 30)) && !isAboutPerson(candidate);
  return label === "something else" || isAnyReference ? null : judgeNumber(candidate);
}

function judgeUngrouped(candidate: Candidate): string | null {
  const label = nearestLabel(candidate);
  const isTold = label === "nhs number" || (label === null && isAboutCare(before(candidate, 80)));
  return isTold ? judgeNumber(candidate) : null;
}

function judgeNumber(candidate: Candidate): string | null {
  const digits = digitsOf(candidate.written);
  const range = rangeOf(digits);
  if (range === null || !fitsModulus11(digits) || isOneDigitRepeated(digits)) return null;
  if (isInsideLink(candidate)) return null;
  if (TEXTBOOK.has(digits) && !isBesidePerson(candidate)) return null;
  if (range === "test" && isDeclaredFiction(candidate)) return null;
  return NAMES[range];
}

function judgeMistyped(candidate: Candidate): string | null {
  const digits = digitsOf(candidate.written);
  if (fitsModulus11(digits) && rangeOf(digits) !== null) return null;
  if (isOneDigitRepeated(digits) || isCountingUp(digits)) return null;
  const isCalledOne = CALLED_NHS_NUMBER.test(before(candidate, 40));
  return isCalledOne ? "a number called an NHS number (its check digit or range is wrong: perhaps mistyped)" : null;
}

type Range = "nhs" | "health-and-care" | "test";

const NAMES: Record<Range, string> = {
  nhs: "an NHS number (its check digit fits)",
  "health-and-care": "a Health and Care number (its check digit fits)",
  test: "an NHS number (its check digit fits; of the 9-series kept for tests)",
};

/** Issued: 400 to 499 and 600 to 799 million (first nine digits); Northern Ireland 320 to 399 million. Below 300 lie the CHI numbers. */
function rangeOf(digits: string): Range | null {
  if (/^(?:4|6|7)/.test(digits)) return "nhs";
  if (/^3[2-9]/.test(digits)) return "health-and-care";
  return digits.startsWith("9") ? "test" : null;
}

/** Another group of digits stands right before. Only a bed, ward or time does not belong to the number. */
const goesOnBefore = (candidate: Candidate): boolean => {
  const lead = before(candidate, 30);
  return /\d[ \u00A0]{1,3}$/.test(lead) && !/\b(?:bed|bay|ward|room|clinic|cubicle|theatre) \d{1,2}\s+$/i.test(lead);
};

/** What the number is called by the nearest word that calls it anything. */
function nearestLabel(candidate: Candidate): "nhs number" | "something else" | null {
  const lead = before(candidate, 70);
  const ours = lastMention(lead, NHS_NUMBER_WORDS);
  const other = lastMention(lead, OTHER_NUMBER_WORDS);
  if (ours > other || NHS_NUMBER_BEHIND.test(after(candidate, 40))) return "nhs number";
  if (other > -1 || OTHER_NUMBER_BEHIND.test(after(candidate, 60))) return "something else";
  return null;
}

/** In a post from the NHS the three letters alone say nothing, unless they stand right before the digits. */
const NHS_NUMBER_WORDS =
  /\bNHS\s{0,2}(?:no|nos|num|numbers?|nr|ids?|#)\b|\bNHS\W{0,3}$|\b(?:hospital|patient|wristband|health (?:service|and care)|h ?& ?c|hcn)(?:'s)? (?:no|number|num|id|label|ref)\b|\bwristband\b|\bH&C\b|\bHCN\b/gi;

const CALLED_NHS_NUMBER =
  /\bNHS\s{0,2}(?:no|num|number|nr|id|#)\b\.?(?:\s*(?:is|was|reads|says|ends|[:=(\-\u2013])){0,2}\s*["“'‘]?$/i;

/** Of a letter, an application, a case: behind such a word the shape alone says nothing. */
const REFERENCE = /\b(?:ref|reference|case|application)\b(?:\W|no\b|number|code|is){0,6}$/i;

const isAboutPerson = (candidate: Candidate): boolean => isBesidePerson(candidate) || isAboutCare(around(candidate));

const isAboutCare = (passage: string): boolean => CARE.test(passage) || hasTitledName(passage);
const CARE =
  /\b(?:patients?|hospital|wristband|dob|d\.o\.b|date of birth|admitted|ward|bed|bay|(?:my|his|her|their) number)\b/i;

const OTHER_NUMBER_WORDS =
  /\b(?:orders?|tickets?|raffle|job|p\.?o\.?|asset|parcel|tracking|consignment|delivery|permit|docket|invoice|receipt|isbn|issn|meetings?|zoom|teams|webex|webinar|dial|ucas|personal id|charity|company|serial|batch|lot|grant|award|tweet|doi|pmid|orcid|model|part|stock|catalogue|barcode|sku|account|sort code|petition|bib|shelf|candidate|vacancy|utr|taxpayer|grid ref|snomed|isrctn|eventbrite|booking|tel|telephone|phone|phones|mobile|call|ring|text|fax|helpline|hotline|switchboard|whatsapp|chi|(?:student|staff|employee|applicant|member|membership|library|card) (?:no|number|id))\b/gi;

const NHS_NUMBER_BEHIND = /^\W{0,3}(?:is |was )?(?:(?:my|his|her|their|the) )?NHS (?:no|num|number|id)\b/i;

const OTHER_NUMBER_BEHIND =
  /\b(?:docket|isbn|raffle ticket|(?:order|ticket|tracking|permit|invoice|serial|asset|catalogue|job|meeting) (?:number|no|code|id|ref))\b/i;

/** Printed in standards, manuals and textbooks. */
const TEXTBOOK = new Set(["9434765919", "9876543210"]);

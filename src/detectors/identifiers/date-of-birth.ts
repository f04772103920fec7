import { MONTH_NAMES } from "../dates/month-names.ts";
import { type Candidate, findAny, findWith, onlyWhere } from "./candidates.ts";
import { after, around, before, hasTitledName, isBesidePerson } from "./context.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

const MONTH = `(?:${MONTH_NAMES})`;
const YEAR = String.raw`(?:(?:19|20)\d\d|'?\d\d)`;
const FULL_YEAR = String.raw`(?:19|20)\d\d`;
const BETWEEN = String.raw`\s?[/.\-\u2010-\u2015 ]\s?`;
const DATE = [
  String.raw`${FULL_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`,
  String.raw`(?:0?[1-9]|[12]\d|3[01])${BETWEEN}(?:0?[1-9]|1[0-2])${BETWEEN}${YEAR}`,
  String.raw`(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?[\s.-]{0,2}(?:of )?${MONTH}\.?,?[\s-]?${YEAR}`,
  String.raw`${MONTH}\.?\s(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,?\s${FULL_YEAR}`,
].join("|");
const WHOLE_DATE = new RegExp(String.raw`(?<![\p{L}\p{N}£$€]|\d[/.-])(?:${DATE})(?![\p{L}\p{N}]|[/.-]\d)`, "giu");
/** As on labels and wristbands: BRADSTOCK, Nigel, 14/02/1961. */
const BEHIND_LABEL_NAME = new RegExp(
  String.raw`(?<![\p{L}\p{N}])\p{Lu}{2}[\p{Lu}'-]{1,24},\s(?:\p{Lu}\p{Ll}{1,24}[,\s]{1,3}){1,3}(?<value>(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-]${FULL_YEAR})(?!\p{N})`,
  "gu",
);

/** What the judge asks for, before or behind the date. */
const CALLED = /birth|dob|d\.\s?o\.\s?b|d\/o\/b|\bborn|\bb\./i;

export const dateOfBirth: IdentifierKind = {
  describe:
    "A whole date called a date of birth (DOB, d.o.b., birthday), or behind “born” with a person of today beside it, or behind a name as labels print it. A year alone, an anniversary and a figure of history pass.",
  needs: "digit",
  digits: 3,
  find: findAny(
    onlyWhere(CALLED, () => findWith(WHOLE_DATE, judge)),
    onlyWhere(/\p{Lu}{2}[\p{Lu}'-]/u, () => findWith(BEHIND_LABEL_NAME, () => SHOWS)),
  ),
};

const SHOWS = "a date of birth";

function judge(candidate: Candidate): string | null {
  const lead = before(candidate, 60);
  if (EXAMPLE.test(lead) || isServiceBirthday(candidate) || isPlaceholder(candidate)) return null;
  if (CALLED_BEFORE.test(lead) || CALLED_BEHIND.test(after(candidate, 24))) return SHOWS;
  return BORN.test(lead) && isPersonOfToday(candidate) ? SHOWS : null;
}

const CALLED_BEFORE =
  /\b(?:dob|d\.\s?o\.\s?b|d\/o\/b|dates? of birth|birth ?dates?|birthday)\b\.?(?:\s*(?:is|was|reads|of|on|[:=(\u2013-])){0,2}\s*["“'‘(]?$/i;
const CALLED_BEHIND = /^\s?[,(]?\s?\(?(?:dob|d\.o\.b|date of birth)\b/i;
const BORN = /(?:\bborn|\bb\.)(?: on| in)?(?: the)?[\s:,(]{0,3}$/i;
const EXAMPLE = /\b(?:for example|for instance|e\.?g\.?|such as)[\s,:(]{0,3}$/i;

/** "Born on 5 July 1948" is the health service's own birthday. */
const isServiceBirthday = ({ written }: Candidate): boolean =>
  /^0?5(?:th)?\W(?:0?7|july?)\W(?:19)?48$/i.test(written) || /^july? 5(?:th)?,? 1948$/i.test(written);

/** What systems fill in and trainers invent: the first day of 1900. */
const isPlaceholder = ({ written }: Candidate): boolean => /^\D*0?1\D+(?:0?1\D+)?1900$|^1900-01-01$/.test(written);

/** Historians write the month as a word and name no one in our care. */
function isPersonOfToday(candidate: Candidate): boolean {
  const sentence = around(candidate);
  if (HISTORY.test(sentence)) return false;
  const isInFigures = !/\p{L}/u.test(candidate.written);
  if (isInFigures) return isBesidePerson(candidate) || FULL_NAME.test(before(candidate));
  return CARE.test(sentence) || hasTitledName(sentence);
}

const HISTORY =
  /\b(?:on this day|otd|history|historic|historical|anniversary|centenary|pioneer|pioneering|founder|founded|remembering|celebrat\w{2,4}|first (?:woman|black|female|man)|nightingale|seacole|bevan)\b|#onthisday/i;
const CARE =
  /\b(?:patients?|admitted|ward|bed|bay|clinic|nhs (?:no|number)|hospital number|lives at|wristband|discharged|diagnosed|appointment|his notes|her notes)\b/i;
const FULL_NAME = /\p{Lu}\p{Ll}{1,24}[ -]\p{Lu}[\p{L}'-]{1,24}/u;

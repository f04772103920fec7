import { type Candidate, findAny, findWith, whenNeeded } from "./candidates.ts";
import { after, before, hasTitledName, isInsideLink, lastMention } from "./context.ts";
import { digitsOf, GAP } from "./digits.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

/*
 * UK numbers are judged by Ofcom's numbering plan, written out here: libphonenumber-js takes about 70 ms to import (its
 * smallest build and its largest alike) and refuses the mobile numbers kept for drama, which count as real. The tests
 * use it to confirm that what is accepted here is a number of the right kind.
 */
const UK_NUMBER = new RegExp(
  String.raw`(?<![\p{L}\p{N}_£$€#@]|\d[.\-])(?:(?:\+|00)44${GAP}{0,2}(?:\(0\)${GAP}{0,2})?|\((?=0\d{2,5}\))0|0)\d(?:\)?${GAP}{0,2}\d){8,9}(?![\p{L}\p{N}]|${GAP}(?!0)\d)`,
  "gu",
);
const MOBILE_IN_LINK = /(?<=\b(?:wa\.me\/|whatsapp\.com\/send\?phone=)(?:\+|00|%2B)?)447\d{9}(?!\d)/gi;
/** E.164, of any country but ours. */
const FOREIGN_NUMBER = new RegExp(
  String.raw`(?<![\p{L}\p{N}_+])\+(?!44)[1-9]\d{0,2}(?:\)?${GAP}{0,2}\(?\d){7,12}(?![\p{L}\p{N}])`,
  "gu",
);

export const mobileNumber: IdentifierKind = {
  describe:
    "A UK mobile number (07… or +44 7…, the range kept for drama included) that is a person's: not one that the sentence gives as a desk's, a line's or a service's.",
  needs: "digit",
  digits: 10,
  find: whenNeeded(() =>
    findAny(
      findWith(UK_NUMBER, (candidate) => (isMobile(candidate) && !isOfService(candidate) ? "a mobile number" : null)),
      findWith(MOBILE_IN_LINK, () => "a mobile number in a link"),
    ),
  ),
};

export const phoneNumber: IdentifierKind = {
  describe:
    "A UK landline (01… and 02…, +44 forms included) or a telephone number of another country in its international form. Not 03, 08 and 09 numbers, nor short ones such as 111 and 116 123: those belong to services.",
  needs: "digit",
  digits: 8,
  find: whenNeeded(() =>
    findAny(
      findWith(UK_NUMBER, (candidate) => (isGeographic(candidate) ? "a telephone number" : null)),
      findWith(FOREIGN_NUMBER, (candidate) =>
        isInsideLink(candidate) ? null : "a telephone number of another country",
      ),
    ),
  ),
};

/** Ten digits after the nought. 070 is personal numbering, 076 pagers, but for the Isle of Man. */
const isMobile = (candidate: Candidate): boolean =>
  /^(?:7[1-57-9]\d{8}|7624\d{6})$/.test(significant(candidate)) && isWrittenAsNumber(candidate);

/** Nine or ten digits after the nought: 02 has five area codes, 01 all from 011 on. */
const isGeographic = (candidate: Candidate): boolean =>
  /^(?:1[1-9]\d{7,8}|2[03489]\d{8})$/.test(significant(candidate)) && isWrittenAsNumber(candidate);

const significant = ({ written }: Candidate): string => digitsOf(written).replace(/^(?:(?:00)?44)?0?/, "");

/** Not a row of dates or times: the first group is an area code, and none is a single digit. "07 700 900 123" is a habit of some. */
function isWrittenAsNumber(candidate: Candidate): boolean {
  const [area = "", ...rest] = candidate.written.replace(/^(?:\+|00)44|\(0\)/g, " ").match(/\d+/g) ?? [];
  const isArea = /^(?!0\d$)\d{2}/.test(area) || (area === "07" && /^[\d \u00A0]+$/.test(candidate.written));
  return isArea && rest.every((group) => group.length >= 2) && !isInsideLink(candidate);
}

/** Whichever stands nearer before the number: the words of a service, or those of a person. */
function isOfService(candidate: Candidate): boolean {
  const lead = before(candidate, 80);
  if (PERSONAL.test(lead) || PERSONAL_BEHIND.test(after(candidate, 40)) || hasTitledName(lead)) return false;
  return lastMention(lead, SERVICE) > -1;
}

const PERSONAL =
  /\b(?:own|personal|private|home|his|her|hers|their|ex-?\w*|mum|dad|mother|father|wife|husband|son|daughter|sister|brother|partner|gran|nan)\b/i;
const PERSONAL_BEHIND = /^\W{0,3}(?:is )?(?:his|her|their|personal|home|private)\b/i;
const SERVICE =
  /\b(?:(?:news|press|help|duty|front|booking|service)? ?desk|newsdesk|helpdesk|helpline|hotline|(?:text|advice|crisis|support|information|booking|advertised|duty|out-of-hours) ?line|office|reception|switchboard|service|bookings?|enquir(?:y|ies)|clinic|surgery|practice|team|duty (?:phone|mobile|manager|officer)|on-call (?:phone|mobile|manager)|press|media|out of hours|whatsapp us|text us|text [A-Z]{2,12} to|our (?:mobile|number|phone|whatsapp))\b/gi;

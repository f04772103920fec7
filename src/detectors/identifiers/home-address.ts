import { type Candidate, findAny, findWith, onlyWhere, whenNeeded } from "./candidates.ts";
import { after, before, isBesidePerson, isInsideLink, lastMention } from "./context.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

const AREAS =
  "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|B|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|E|FK|FY|GL|GU|GY|G|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|L|ME|MK|ML|M|NE|NG|NN|NP|NR|NW|N|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|S|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|W|YO|ZE";
/** Outward part of a known area, inward part without the letters that the Royal Mail never uses there. */
const POSTCODE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:${AREAS})(?:\d{1,2}|\d[ABCDEFGHJKMNPRSTUVWXY])|GIR(?= ?0AA))[ \u00A0]{0,2}\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])`,
  "gu",
);

const STREET_TYPE =
  "Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Close|Cl|Drive|Dr|Way|Court|Ct|Crescent|Cres|Place|Pl|Terrace|Terr|Gardens|Gdns|Grove|Hill|Rise|Row|Walk|Mews|Square|Sq|Park|Green|View|Parade|Mount|Vale|Wharf|Yard|Fold|Croft|Gate|Passage|Villas|Cottages|Cottage|Quay|Meadows?|End|Bank|Brow|Path|Fields?|Wynd|Loan|Brae|Buildings|House|Flats";
const STREET = String.raw`(?:(?:Flat|Apartment|Apt|Unit)\s?\d{1,3}[A-Z]?,?\s)?\d{1,4}[A-Za-z]?,?\s(?:(?:St\.?|\p{Lu}[\p{L}'-]{1,24})\s){1,4}(?:${STREET_TYPE})`;
const STREET_ADDRESS = new RegExp(String.raw`(?<![\p{L}\p{N}£#.-])${STREET}(?![\p{L}\p{N}])`, "gu");
const STREET_BEFORE = new RegExp(String.raw`(?<![\p{L}\p{N}])${STREET}\b`, "u");
/** Typed in a hurry, right behind the words that say whose it is. */
const STREET_IN_SMALL_LETTERS = new RegExp(
  String.raw`(?<=\b(?:liv(?:es|ing) (?:at|on)|(?:his|her|their|home) (?:address|house|flat|place)(?: is|:)|round (?:at|to)|outside hers?|outside theirs):?\s(?:number |no\.? )?)\d{1,4}[a-z]?,?\s(?:[\p{L}'-]{2,24}\s){1,3}?(?:${STREET_TYPE})(?![\p{L}\p{N}])`,
  "giu",
);
/** The words that must stand before one. */
const SAID_WHOSE =
  /liv(?:es|ing) (?:at|on)|(?:address|house|flat|place)(?: is|:)|round (?:at|to)|outside (?:her|their)/i;
const FLAT_BEFORE = /(?<![\p{L}\p{N}])(?:Flat|Apartment|Apt)\s?\d{1,3}\b/u;

export const postcode: IdentifierKind = {
  describe:
    "A whole postcode of a known area that stands for a home: behind lives at, home, address, a flat, or a house number and street with a person beside them. Outward codes (ST3, CT1), which are also training grades, and the postcodes of hospitals and venues pass.",
  needs: "digit",
  find: whenNeeded(() =>
    findWith(POSTCODE, (candidate) => {
      const lead = before(candidate, 120);
      const isOfPerson = STREET_BEFORE.test(lead) && isBesidePerson(candidate);
      const isHome = isHomeAddress(candidate) || isOfPerson || FLAT_BEFORE.test(lead);
      return isHome && !isVenue(lead) && !isInsideLink(candidate) ? "a home's postcode" : null;
    }),
  ),
};

export const streetAddress: IdentifierKind = {
  describe:
    "A house number and street that stand for a home: beside lives at, home address, her house, their flat, round at, outside hers. The addresses of hospitals, offices and venues pass.",
  needs: "digit",
  find: whenNeeded(() =>
    findAny(
      findWith(STREET_ADDRESS, (candidate) =>
        isHomeAddress(candidate) && !isVenue(before(candidate, 80)) ? "a home address" : null,
      ),
      onlyWhere(SAID_WHOSE, () => findWith(STREET_IN_SMALL_LETTERS, () => "a home address")),
    ),
  ),
};

const isHomeAddress = (candidate: Candidate): boolean => {
  const lead = before(candidate, 120);
  return lastMention(lead, HOME) > -1 || ADDRESS.test(lead) || HOME_BEHIND.test(after(candidate, 50));
};

/** The nearest word before the address says whose it is. */
const isVenue = (lead: string): boolean => lastMention(lead, VENUE) > lastMention(lead, HOME);

const HOME =
  /\b(?:liv(?:es|ed|ing)|home(?! of\b| page)|(?:his|her|their|my|whose|[a-z]'s) (?:new |old |full |own )?(?:address|house|flat|place|door|bungalow)|resid(?:es|ing|ent) (?:at|of)|round (?:at|to)|outside (?:his|hers|her|theirs|their)|door ?step|knock(?:s|ed|ing)? (?:on|at)|found (?:her|him|them) at|staying (?:at|with)|visit (?:her|him|them) at)\b/gi;
/** Weaker: a clinic moves and has an address as well. */
const ADDRESS = /\b(?:address(?:es)?(?: is| was|:)|moved (?:in(?:to)?|to))/i;
const HOME_BEHIND = /^[\s,)–-]{0,4}(?:(?:is|was) )?(?:his|her|their|my|where (?:he|she|they)|lives|home(?! of))\b/i;

const VENUE =
  /\b(?:hospital|clinic|surgery|health centre|centre|venue|offices?|hq|headquarters|reception|university|college|school|campus|hall|church|library|museum|hotel|theatre|pub|restaurant|cafe|café|building|trust|branch|store|shop|conference|event|care home|nursing home|polling|our (?:new |old |postal |head office )?address|registered address|return address|web address|write to us|post to us)\b/gi;

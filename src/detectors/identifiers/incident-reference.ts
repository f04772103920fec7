import { findWith, onlyWhere } from "./candidates.ts";
import { isInsideLink } from "./context.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

const SAID = String.raw`(?:'s|\s{0,2}(?:incident|report|case|form|reference|ref\b\.?|no\b\.?|number|id\b|is|was|reads)|\s{0,2}[:=#(\u2013-]){0,4}\s{0,3}`;
const END = String.raw`(?![\p{L}\p{N}]|[./-]\d)`;
const REFERENCE = new RegExp(
  [
    String.raw`\b(?:datix|incident(?: report)?|dif1)\b${SAID}(?:WEB-?\d{4,8}|W\d{4,8}|\d{5,8})${END}`,
    String.raw`\bWEB-?\d{4,6}${END}(?=[^.!?\n]{0,60}\b(?:datix|incident)\b)`,
    String.raw`\b(?:steis|serious incident|psii|SI|never event|serious untoward incident)\b${SAID}20\d\d/\d{3,6}${END}`,
    String.raw`\b(?:pals|complaint|grievance|safeguarding|ombudsman|coroner'?s?)\b${SAID}(?:[A-Z]{1,6}[/-]?)?\d{2,6}(?:[/-]\d{1,6}){0,2}${END}`,
  ].join("|"),
  "giu",
);

/** A word of every alternative. */
const NAMED =
  /datix|incident|dif1|web|steis|psii|\bsi\b|never event|pals|complaint|grievance|safeguarding|ombudsman|coroner/i;

export const incidentReference: IdentifierKind = {
  describe:
    "The reference of an incident or a complaint right behind a word that says so: Datix (WEB12345), StEIS (2021/12345), PALS, complaint, safeguarding.",
  needs: "digit",
  find: onlyWhere(NAMED, () =>
    findWith(REFERENCE, (candidate) => {
      const isOfSystem = /^(?:datix|incident|dif1|web|steis|serious|psii|si\b|never)/i.test(candidate.written);
      const isNumbered = /\b(?:ref(?:erence)?|number|no|id|case)\b|#/i.test(candidate.written);
      const isYear = /(?:^|[^\d/-])(?:19|20)\d\d(?:[-/]\d\d)?$/.test(candidate.written);
      if (isInsideLink(candidate) || (isYear && !isNumbered) || !(isOfSystem || isNumbered)) return null;
      return "the reference of an incident or a complaint";
    }),
  ),
};

import { type Candidate, findAny, findWith, onlyWhere } from "./candidates.ts";
import { before, isBesidePerson, isInsideLink } from "./context.ts";
import { digitsOf, isCountingUp, isOneDigitRepeated } from "./digits.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

/**
 * The registers publish no check digits, so a number counts only right behind the regulator's name.
 * A professional's own number is public; whether it stands beside a private fact is for a rule to say.
 */
export const gmcNumber = registerNumber({
  describe: "A GMC reference: seven digits right behind GMC and a word such as number or reference.",
  label: "(?:GMC|General Medical Council)",
  value: String.raw`\d{7}`,
  shows: "a GMC reference number",
});

export const gdcNumber = registerNumber({
  describe: "A GDC registration number: four to six digits right behind GDC; a year only behind “number”.",
  label: "(?:GDC|General Dental Council)",
  value: String.raw`\d{4,6}`,
  shows: "a GDC registration number",
});

export const gphcNumber = registerNumber({
  describe: "A GPhC registration number of a pharmacist (2…) or a technician (5…): seven digits right behind GPhC.",
  label: "(?:GPhC|General Pharmaceutical Council)",
  value: String.raw`[25]\d{6}`,
  shows: "a GPhC registration number",
});

export const hcpcNumber = registerNumber({
  describe: "An HCPC registration number: a profession's prefix and four to six digits right behind HCPC.",
  label: "HCPC",
  value: String.raw`(?:AS|BS|CH|CS|DT|HAD|OR|OT|ODP|PA|PH|PO|PYL|RA|SL)\s?\d{4,6}`,
  shows: "an HCPC registration number",
});

const PIN = String.raw`\d{2}[A-L]\d{4}[ESWNO](?![\p{L}\p{N}])`;

export const nmcPin: IdentifierKind = {
  describe:
    "An NMC PIN: two digits of the year, a letter for the month, four digits and a letter for the nation. The documentation sample 71A2998E passes with no person beside it.",
  needs: "digit",
  digits: 6,
  find: onlyWhere(/\d{2}[A-L]\d{4}[ESWNO]/i, () =>
    findAny(
      findWith(new RegExp(String.raw`(?<![\p{L}\p{N}_/-])${PIN}`, "gu"), judgePin),
      findWith(new RegExp(String.raw`(?<=\b(?:NMC|PIN)\b[^\d.!?]{0,20})(?<![\p{L}\p{N}_/-])${PIN}`, "giu"), judgePin),
    ),
  ),
};

function judgePin(candidate: Candidate): string | null {
  if (isInsideLink(candidate)) return null;
  const lead = before(candidate, 40);
  if (/71A2998E/i.test(candidate.written)) return isBesidePerson(candidate) ? "an NMC PIN" : null;
  const isOther = /\b(?:order|asset|serial|batch|lot|part|model|room|course|catalogue|stock)\b/i.test(lead);
  return isOther && !/\b(?:NMC|PIN)\b/i.test(lead) ? null : "an NMC PIN";
}

interface Register {
  readonly describe: string;
  readonly label: string;
  readonly value: string;
  readonly shows: string;
}

function registerNumber({ describe, label, value, shows }: Register): IdentifierKind {
  const judge = (candidate: Candidate): string | null => {
    const digits = digitsOf(candidate.written);
    if (isInsideLink(candidate)) return null;
    if ((isOneDigitRepeated(digits) || isCountingUp(digits)) && !isBesidePerson(candidate)) return null;
    const isYear = /^(?:19|20)\d\d$/.test(digits);
    return isYear && !/\b(?:no|number|num|id)\b/i.test(before(candidate, 30)) ? null : shows;
  };
  const find = onlyWhere(new RegExp(label, "i"), () => {
    const behindLabel = new RegExp(
      String.raw`\b${label}(?:(?:'s|[ -]{1,2}(?:registered|registration|reference|licence|pin|reg\b\.?|ref\b\.?|no\b\.?|number|num\b|id\b|is|was)|\s?[:=#(]){0,4})\s{0,3}(?<value>${value})(?![\p{L}\p{N}]|[.,-]\d)`,
      "giu",
    );
    const beforeLabel = new RegExp(String.raw`(?<![\p{L}\p{N}_/£.,-])${value}(?=\s?\(${label}\))`, "giu");
    return findAny(findWith(behindLabel, judge), findWith(beforeLabel, judge));
  });
  return { describe, needs: "digit", digits: 4, find };
}

import { type Candidate, findWith, whenNeeded } from "./candidates.ts";
import { around, isBesidePerson, isInsideLink } from "./context.ts";
import { digitsOf, fitsLuhn, GAP, isOneDigitRepeated } from "./digits.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

const CARD = new RegExp(
  String.raw`(?<![\p{L}\p{N}_#@/]|\d[.\-])(?:\d{4}(?:${GAP}\d{4}){3}(?:${GAP}\d{3})?|\d{4}${GAP}\d{6}${GAP}\d{5}|\d{13,19})(?![\p{L}\p{N}]|[.-]\d)`,
  "gu",
);

export const paymentCard: IdentifierKind = {
  describe:
    "A payment card: 13 to 19 digits that begin as an issuer's cards do and whose check fits (Luhn), in groups or beside a word such as card, Visa or CVV. Public test cards such as 4111… pass with no person beside them.",
  needs: "digit",
  digits: 13,
  find: whenNeeded(() => findWith(CARD, judge)),
};

function judge(candidate: Candidate): string | null {
  const digits = digitsOf(candidate.written);
  if (!ISSUERS.test(digits) || !fitsLuhn(digits) || isOneDigitRepeated(digits)) return null;
  if (isInsideLink(candidate)) return null;
  const sentence = around(candidate);
  const isInGroups = digits.length !== candidate.written.length;
  if (OTHER.test(sentence) || (!isInGroups && !CARD_WORDS.test(sentence))) return null;
  if (TEST_CARDS.has(digits) && !isBesidePerson(candidate)) return null;
  return "a payment card (its check digit fits)";
}

/** Visa, Mastercard, American Express, Discover, Diners, JCB, Maestro, UnionPay: first digits and lengths. */
const ISSUERS =
  /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|6(?:011|5\d\d|4[4-9]\d)\d{12}|3(?:0[0-5]|[689]\d)\d{11}|35\d{14}|(?:5[06-8]|6[37])\d{10,17}|62\d{14,17})$/;

const CARD_WORDS =
  /\b(?:card|visa|mastercard|maestro|amex|american express|debit|credit|cvv|cvc|expir(?:y|es)|exp|security code)\b/i;
const OTHER =
  /\b(?:isbn|ean|gtin|barcode|orcid|snomed|tweet|tracking|parcel|imei|iban|smartcard|library card|loyalty)\b/i;

/** From the payment processors' public documentation. */
const TEST_CARDS = new Set([
  "4111111111111111",
  "4242424242424242",
  "4012888888881881",
  "4000000000000002",
  "5555555555554444",
  "5105105105105100",
  "2223003122003222",
  "378282246310005",
  "371449635398431",
  "6011111111111117",
  "3530111333300000",
  "30569309025904",
]);

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { identifiers } from "../../../src/detectors/identifiers/index.ts";
import { found } from "./found.ts";

const nhs = identifiers["nhs-number"];
const mistyped = identifiers["nhs-number-mistyped"];

describe("nhs-number", () => {
  test.each([
    ["behind its name", "My patient in bed 4, NHS number 999 000 0018, cried all night", "999 000 0018"],
    ["behind an emoji", "🎉🏥 NHS no 999 012 3454", "999 012 3454"],
    ["in curly quotes", "the label says “999 012 3454” and a name", "999 012 3454"],
    ["with no-break spaces", "NHS No.: 999\u00a0012\u00a03454", "999\u00a0012\u00a03454"],
    ["with hyphens", "NHS no. 999-012-3454.", "999-012-3454"],
    ["with dashes", "NHS no. 999–012–3454.", "999–012–3454"],
    ["with dots", "NHS no. 999.012.3454", "999.012.3454"],
    ["unbroken behind its name", "NHS number: 9990123454", "9990123454"],
    ["unbroken with a patient beside it", "one of our patients, 9990123454, is still waiting", "9990123454"],
    ["on the line below its name", "NHS number\n999 012 3454", "999 012 3454"],
    ["in brackets with no word at all", "blurred the name (999 012 3454 if you wonder)", "999 012 3454"],
    ["behind a surname", "Noreen Battersby, 999 012 3454, memory clinic", "999 012 3454"],
    ["behind a bed number", "bed 4 999 012 3454 wants tea", "999 012 3454"],
    ["before a date of birth", "999 012 3454 14/02/1951", "999 012 3454"],
    ["behind another number that is called something else", "Order 7 arrived. NHS number 999 012 3454", "999 012 3454"],
    ["as the reference of a patient", "patient ref 999 012 3454", "999 012 3454"],
    ["as a textbook sample given to a person", "Mrs Garforth's NHS number is 943 476 5919", "943 476 5919"],
    ["named behind it", "9990123454 is her NHS number", "9990123454"],
    ["behind a number sign", "NHS #999 012 3454", "999 012 3454"],
    ["in other groups behind its name", "NHS number 99 90 12 34 54", "99 90 12 34 54"],
    ["in a denial", "This is not Mrs Example, NHS number 999 012 3454", "999 012 3454"],
  ])("finds one %s", (_, text, number) => expect(found(nhs, text)).toEqual([number]));

  test("finds each of several", () => {
    expect(found(nhs, "NHS no 999 000 0018; NHS no 999 012 3454")).toEqual(["999 000 0018", "999 012 3454"]);
  });

  test.each([
    ["an empty text", ""],
    ["a wrong check digit", "NHS number 999 000 0019"],
    ["one digit repeated", "NHS number 999 999 9999"],
    ["noughts", 'a dummy record: "NHS number 000 000 0000, Mr Test Patient"'],
    ["a number below the issued ranges", "NHS number 123 456 7881"],
    ["unbroken digits with nothing beside them", "9990123454"],
    ["three letters that say nothing in a post from the NHS", "The NHS turns 70. 9990123454 likes!"],
    ["a textbook sample", "The data dictionary uses NHS number 943 476 5919 as its sample"],
    ["another textbook sample", "e.g. 987 654 3210"],
    ["a test number that is said to be invented", "made-up person, Testy McTest, NHS number 999 012 3454"],
    ["a mobile number", "Ring +44 7700 900123 or 07700 900123"],
    ["a telephone number", "Call 999 012 3454 for the hotel in Florida"],
    ["an ISBN", "ISBN 999 012 3454"],
    ["a meeting", "Zoom meeting ID 999 012 3454, all welcome"],
    ["a UCAS number", "Have your UCAS Personal ID (999 012 3454) ready"],
    ["a raffle ticket", "Raffle ticket 999 012 3454 (daft long numbers this year!!) wins the hamper"],
    ["an order", "order 999 012 3454 still 'out for delivery'"],
    ["a parking permit", "my parking permit's here: number 999 012 3454, longer than my NHS one"],
    ["a reference of nobody", "quote reference number 999 012 3454"],
    ["a student's number", "my student ID is 999 012 3454"],
    ["a docket, named behind", "999 012 3454 stamped on that fever chart is a 1903 stores docket for eleven blankets"],
    ["part of a longer number", "9999 012 3454 and 999 012 34545 and 1-999-012-3454"],
    ["part of a link", "https://example.org/9990123454?patient=1 and https://example.org/patient/999-012-3454"],
    ["a price", "a patient's dream: £9990123454"],
    ["an ORCID", "patient researcher, ORCID 0000-0002-1825-0097"],
    ["a handle", "thanks @9990123454, my patient friend"],
  ])("passes %s", (_, text) => expect(found(nhs, text)).toEqual([]));

  test("finds every valid number of an issued range, however it is split", () => {
    fc.assert(
      fc.property(firstNine, separator, (nine, gap) => {
        const check = checkDigit(nine);
        fc.pre(check !== null && !isSample(`${nine}${check}`));
        const written = grouped(`${nine}${check}`, gap);
        expect(found(nhs, `Her NHS number is ${written}, poor soul`)).toEqual([written]);
        expect(found(mistyped, `Her NHS number is ${written}, poor soul`)).toEqual([]);
      }),
    );
  });

  test("takes a slip of one digit for a mistyped number, not for a number", () => {
    fc.assert(
      fc.property(firstNine, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (nine, place, by) => {
        const check = checkDigit(nine);
        fc.pre(check !== null);
        const digits = Array.from(`${nine}${check}`, Number);
        digits[place] = (digits[place]! + by) % 10;
        const written = grouped(digits.join(""), " ");
        fc.pre(!/^(\d)\1*$/.test(digits.join("")));
        const text = `NHS number ${written}`;
        expect(found(nhs, text)).toEqual([]);
        expect(found(mistyped, text)).toEqual([written]);
      }),
    );
  });
});

describe("nhs-number-mistyped", () => {
  test.each([
    ["a wrong check digit", "NHS number 999 000 0019", "999 000 0019"],
    ["no spaces", "his nhs no. is 9990000019", "9990000019"],
    ["a colon and an emoji", "🏥 NHS No: 999-000-0019!", "999-000-0019"],
    ["a range that was never issued", "NHS number 555 555 5564", "555 555 5564"],
  ])("finds one with %s", (_, text, number) => expect(found(mistyped, text)).toEqual([number]));

  test.each([
    ["an empty text", ""],
    ["ten digits that nobody calls an NHS number", "999 000 0019"],
    ["a telephone number", "Ring the NHS on 0113 496 0123"],
    ["a form filled for show", "NHS number 123 456 7890, NHS number 000 000 0000"],
    ["a number with nine digits", "NHS number 999 000 001"],
    ["a valid number", "NHS number 999 000 0018"],
  ])("passes %s", (_, text) => expect(found(mistyped, text)).toEqual([]));
});

const firstNine = fc
  .tuple(fc.constantFrom("4", "6", "7", "32", "35", "39", "9"), fc.stringMatching(/^\d{8}$/))
  .map(([range, rest]) => (range + rest).slice(0, 9));
const separator = fc.constantFrom(" ", "-", "\u00a0", ".", " - ", "–");

const grouped = (ten: string, gap: string): string => [ten.slice(0, 3), ten.slice(3, 6), ten.slice(6)].join(gap);
const isSample = (ten: string): boolean => ["9434765919", "9876543210"].includes(ten) || /^(\d)\1*$/.test(ten);

/** Written after the NHS data dictionary, apart from the code under test. */
function checkDigit(nine: string): number | null {
  const weights = [10, 9, 8, 7, 6, 5, 4, 3, 2];
  const remainder = weights.reduce((sum, weight, place) => sum + weight * Number(nine[place]), 0) % 11;
  const check = 11 - remainder;
  return check === 10 ? null : check === 11 ? 0 : check;
}

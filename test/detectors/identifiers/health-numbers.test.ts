import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { modulus11CheckDigit } from "../../../src/detectors/identifiers/digits.ts";
import { identifiers } from "../../../src/detectors/identifiers/index.ts";
import { found } from "./found.ts";

describe("chi-number", () => {
  const chi = identifiers["chi-number"];
  /** Nobody is given serial 000. */
  const born = (day: string): string => {
    const nine = `${day}00${[0, 1].find((digit) => modulus11CheckDigit(`${day}00${digit}`) !== null)}`;
    return `${nine}${modulus11CheckDigit(nine)}`;
  };

  test.each([
    ["behind its name", `CHI ${born("010203")}`, born("010203")],
    ["behind an emoji, with a colon", `🏥 CHI number: ${born("290200")}`, born("290200")],
  ])("finds one %s", (_, text, number) => expect(found(chi, text)).toEqual([number]));

  test("finds one that is split into a date and the rest", () => {
    const number = `${born("311299").slice(0, 6)} ${born("311299").slice(6)}`;
    expect(found(chi, `CHI no. ${number}, on Ward 3`)).toEqual([number]);
  });

  test.each([
    ["an empty text", ""],
    ["ten digits with no name", born("010203")],
    ["a date that does not exist", `CHI ${born("310203")}`],
    ["a wrong check digit", `CHI ${born("010203").slice(0, 9)}${(Number(born("010203")[9]) + 1) % 10}`],
    ["tai chi", "Tai chi at 10, ring 0131 496 0123"],
  ])("passes %s", (_, text) => expect(found(chi, text)).toEqual([]));

  test("never takes a slip of one digit for a valid number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digits = Array.from(born("050607"), Number);
        digits[place] = (digits[place]! + by) % 10;
        expect(found(chi, `CHI ${digits.join("")}`)).toEqual([]);
      }),
    );
  });
});

describe("hospital-number", () => {
  const hospital = identifiers["hospital-number"];

  test.each([
    ["behind its name", "Hospital number 9900417, bed 2", "9900417"],
    ["with letters", "🏥 hospital no. RX990041", "RX990041"],
    ["as an MRN", "MRN: 99004417", "99004417"],
    ["as a patient's ID", "patient ID is A9900417.", "A9900417"],
    ["in curly quotes", "case note number “”, K-number K990041", "K990041"],
  ])("finds one %s", (_, text, number) => expect(found(hospital, text)).toEqual([number]));

  test.each([
    ["an empty text", ""],
    ["a hospital's telephone", "the hospital number is 01632 960123"],
    ["a milestone", "We vaccinated patient number 10000 today"],
    ["a number with no name", "9900417"],
    ["a number promised, not given", "You will find your hospital number on your letter of 2021"],
    ["a hospital and a year", "hospital 20212"],
  ])("passes %s", (_, text) => expect(found(hospital, text)).toEqual([]));
});

describe("incident-reference", () => {
  const incident = identifiers["incident-reference"];

  test.each([
    ["Datix", "See Datix WEB990417 for the gory bits", "Datix WEB990417"],
    ["Datix in figures", "🙈 Datix ref: 990417", "Datix ref: 990417"],
    ["StEIS", "StEIS 2021/99041 was ours", "StEIS 2021/99041"],
    ["a serious incident", "SI number 2021/99041", "SI number 2021/99041"],
    ["PALS", "PALS ref 99-0417", "PALS ref 99-0417"],
    ["a complaint", "complaint number C/9904/21 is about me", "complaint number C/9904/21"],
  ])("finds a reference of %s", (_, text, reference) => expect(found(incident, text)).toEqual([reference]));

  test.each([
    ["an empty text", ""],
    ["a report without a number", "Please put it on Datix. Not a Datix about my ward sister."],
    ["a year", "Complaints 2021, complaint 2019, PALS 2020"],
    ["the PALS office and its telephone", "Ring PALS on 0113 496 0123"],
    ["SI units", "SI units 2021 edition"],
    ["counts", "PALS 24 hours, complaint 12345 of the decade, safeguarding 2021-22"],
  ])("passes %s", (_, text) => expect(found(incident, text)).toEqual([]));
});

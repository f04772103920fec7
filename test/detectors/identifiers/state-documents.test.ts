import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type IdentifierName, identifiers } from "../../../src/detectors/identifiers/index.ts";
import { found } from "./found.ts";

describe("numbers of the state", () => {
  test.each<[IdentifierName, string, string]>([
    ["national-insurance-number", "AB 00 00 00 C", "AB 00 00 00 C"],
    ["national-insurance-number", "🎉 NI number: AB000000C.", "AB000000C"],
    ["national-insurance-number", "NINO “ab000000c”", "ab000000c"],
    ["national-insurance-number", "her national insurance number AB 00 00 00, no letter", "AB 00 00 00"],
    ["national-insurance-number", "AB\u00a000\u00a000\u00a000\u00a0C", "AB\u00a000\u00a000\u00a000\u00a0C"],
    ["national-insurance-number", "AB-00-00-00-C", "AB-00-00-00-C"],
    ["national-insurance-number", "Mrs Patel, AB000000C", "AB000000C"],
    ["national-insurance-number", "Mr Patel's NI number is QQ 12 34 56 C", "QQ 12 34 56 C"],
    ["passport", "passport number 990041799", "990041799"],
    ["passport", "✈️ Passport: AB9900417!", "AB9900417"],
    ["passport", "her passport no. is “”, passport no. is 990041799", "990041799"],
    ["driving-licence", "DVLA sent SPECI910203AB9CD", "SPECI910203AB9CD"],
    ["driving-licence", "🚗 SPECI 910203 AB9CD.", "SPECI 910203 AB9CD"],
    ["driving-licence", "SMI99553140A99XX", "SMI99553140A99XX"],
    ["driving-licence", "Mr Morgan's licence is MORGA657054SM9IJ", "MORGA657054SM9IJ"],
    ["utr", "UTR 99004 17990", "99004 17990"],
    ["utr", "Unique Taxpayer Reference: 9900417990K", "9900417990K"],
  ])("%s is found in %s", (name, text, value) => expect(found(identifiers[name], text)).toEqual([value]));

  test.each<[IdentifierName, string]>([
    ["national-insurance-number", ""],
    ["national-insurance-number", "QQ 12 34 56 C is what a National Insurance number looks like"],
    ["national-insurance-number", "BG 00 00 00 A, GB 00 00 00 A, ZZ 00 00 00 A, DA 00 00 00 A, AO 00 00 00 A"],
    ["national-insurance-number", "AB 00 00 00 E"],
    ["national-insurance-number", "Flight AB12 34 56 to Leeds"],
    ["national-insurance-number", "part number AB 00 00 00 C"],
    ["national-insurance-number", "AB000000C"],
    ["national-insurance-number", "Never put your NI number in the comments"],
    ["passport", ""],
    ["passport", "990041799"],
    ["passport", "We have given out 990041799 carers' passports"],
    ["passport", "passport stamp at each of 12 stalls, ring 020 7946 0123"],
    ["passport", "Passport number 123456789 on the specimen"],
    ["driving-licence", ""],
    ["driving-licence", "MORGA657054SM9IJ is a publicised sample"],
    ["driving-licence", "SPECI913203AB9CD has no such month"],
    ["utr", ""],
    ["utr", "Our UTR is secret; ring 0300 123 4567"],
    ["utr", "UTR 0000000000"],
    ["utr", "990 041 7990"],
  ])("%s is not found in %s", (name, text) => expect(found(identifiers[name], text)).toEqual([]));

  test("a National Insurance number counts only with a prefix that HMRC gives out", () => {
    const letter = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    fc.assert(
      fc.property(letter, letter, fc.stringMatching(/^\d{6}$/), fc.constantFrom(..."ABCD"), (one, two, six, suffix) => {
        fc.pre(one !== "Q");
        const issued =
          !"DFIQUV".includes(one) &&
          !"DFIOQUV".includes(two) &&
          !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].includes(one + two);
        const number = `${one}${two} ${six.slice(0, 2)} ${six.slice(2, 4)} ${six.slice(4)} ${suffix}`;
        expect(found(identifiers["national-insurance-number"], `NI no ${number}`)).toEqual(issued ? [number] : []);
      }),
    );
  });
});

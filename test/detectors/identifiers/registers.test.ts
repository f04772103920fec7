import { describe, expect, test } from "vitest";
import { type IdentifierName, identifiers } from "../../../src/detectors/identifiers/index.ts";
import { found } from "./found.ts";

describe("numbers of professional registers", () => {
  test.each<[IdentifierName, string, string]>([
    ["gmc-number", "Dr Example (GMC 9900417) is under investigation", "9900417"],
    ["gmc-number", "🩺 GMC no. 9900417", "9900417"],
    ["gmc-number", "her “GMC number” and GMC reference number is: 9900417", "9900417"],
    ["gmc-number", "Mr Patel's GMC number is 1234567", "1234567"],
    ["gmc-number", "General Medical Council number 9900417", "9900417"],
    ["gmc-number", "Dr Example, 9900417 (GMC)", "9900417"],
    ["gdc-number", "GDC registration number 990041", "990041"],
    ["gdc-number", "GDC: 99004", "99004"],
    ["gphc-number", "GPhC no 2990041", "2990041"],
    ["gphc-number", "GPhC registration: 5990041!", "5990041"],
    ["hcpc-number", "HCPC registration PH990041", "PH990041"],
    ["hcpc-number", "HCPC number: PYL99004", "PYL99004"],
    ["nmc-pin", "NMC PIN 99L9904E, ask her yourself", "99L9904E"],
    ["nmc-pin", "🙄 99A9904W came out of the hat", "99A9904W"],
    ["nmc-pin", "nmc pin: 99a9904w", "99a9904w"],
    ["nmc-pin", "Sister Mayhew's PIN is 71A2998E", "71A2998E"],
    ["training-number", "My registrar is LDN/030/9900417/C", "LDN/030/9900417/C"],
    ["training-number", "NTN: YHD/800-023/9900417/CP.", "YHD/800-023/9900417/CP"],
    ["training-number", "ACA/ACA-FND/9900417/D", "ACA/ACA-FND/9900417/D"],
    ["training-number", "training number NTH/009/123/C", "NTH/009/123/C"],
  ])("%s is found in %s", (name, text, value) => expect(found(identifiers[name], text)).toEqual([value]));

  test.each<[IdentifierName, string]>([
    ["gmc-number", ""],
    ["gmc-number", "9900417"],
    ["gmc-number", "The GMC survey 2019: 9900417 responses"],
    ["gmc-number", "GMC number, for example 1234567. GMC 0000000"],
    ["gmc-number", "GMC registered charity number 9900417"],
    ["gmc-number", "Ring the GMC: 0161 496 0123"],
    ["gdc-number", "GDC 2024: see you in Leeds"],
    ["gdc-number", "GDC"],
    ["gphc-number", "GPhC premises 1990041"],
    ["hcpc-number", "HCPC: PA 2024 conference, CS2024"],
    ["nmc-pin", "our PIN arrives by post, 71A2998E is the documentation's sample"],
    ["nmc-pin", "Room 12A3456E, part number 12A3456E"],
    ["nmc-pin", "I can't wait for my PIN in 2024"],
    ["training-number", "and/or 24/7 on 12/12/2024"],
    ["training-number", "https://example.org/LDN/030/9900417/C"],
  ])("%s is not found in %s", (name, text) => expect(found(identifiers[name], text)).toEqual([]));
});

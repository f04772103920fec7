import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { identifiers } from "../../../src/detectors/identifiers/index.ts";

const kinds = Object.entries(identifiers);

/** What health-education posts are full of and what belongs to no one. */
const NUMBERS_OF_NOBODY = [
  "Samaritans 116 123, NHS 111, 999, 112, 101, Childline 0800 1111, text SHOUT to 85258",
  "Ring 0300 123 1100 or 0800 555 0199, extension 4471",
  "ISBN 0-19-853453-1, ISBN 978 1 86197 612 3, EAN 4006381333931",
  "UCAS Personal ID 123 456 7890",
  "Zoom meeting 884 201 5539: all welcome",
  "https://x.com/NHS_HealthEdEng/status/1234567890123456789",
  "doi:10.1016/S0140-6736(20)30183-5, PMID 31986264, ORCID 0000-0002-1825-0097",
  "Registered charity 1089464, company number 03977902, grant NIHR200123",
  "ISRCTN12345678, NCT04368728, SNOMED 386661006, ICD-10 F32.1",
  "Lot AB1234, batch 20240117, size XXL, HLA-B27, BRCA1, CD4",
  "Car-park space 42, room B12, course code NUR3014, Oriel post ref 2024/ST3/017",
  "14 February 2025, 14/02/2025, 10.30-16.00, Monday 3 June",
  "£38.40 an hour, £1,250,000, 12.5%, 1,200 of 3,400, 600 mg, 5 ml, 37.5 °C",
  "ODS code RR8, Y02345; version 2.4.1; 53.8008, -1.5491",
  "ST1-ST8, CT1-CT3, FY1 and FY2, ARCP outcome 10.1, IMT3, Band 5",
  "The NHS was born in 1948. 75 years, 1.5 million staff, 5 July 1948",
  "Use NHS number 943 476 5919 or 987 654 3210, QQ 12 34 56 C, 71A2998E, 4111 1111 1111 1111 as samples",
  "GB82 WEST 1234 5698 7654 32 and MORGA657054SM9IJ are public samples",
  "Never share your password, forgot my password, discount code SAVE20, promo code NURSE20, postcode",
  "Please do not post your NHS number, date of birth, GMC number or NI number here",
  "enquiries@hee.nhs.uk, recruitment@example.org, press@example.org",
] as const;

/** Each repeats the beginning of some identifier. */
const LONG_TEXTS = {
  digits: "9",
  "spaced digits": "9 ",
  "groups of digits": "999 012 3454 ",
  letters: "a",
  "capital letters": "AB",
  hyphens: "-",
  spaces: " ",
  "full stops": "a.",
  "at signs": "a@",
  "words and labels": "password is the NHS number, DOB and PIN for the door code at 12 ",
  "opening labels": "password password ",
  "street names": "12 Acacia ",
  "token parts": "eyJhbGciOi.",
  backslashes: "\\\\a",
  "mixed codes": "AB12 34 ",
} as const;

const fragment = fc.oneof(
  fc.constantFrom(
    "NHS number ",
    "999 012 3454",
    "999 000 0019",
    " DOB ",
    "14/02/1951",
    " born ",
    "Mrs Patel ",
    "07700 900123",
    "020 7946 0123",
    "+44 ",
    "jo.bloggs@nhs.net",
    "jo@gmail.com",
    " lives at ",
    "12 Acacia Road",
    " LS99 1AA",
    " sort code ",
    "00-00-00 ",
    "99004179",
    " card ",
    "4111 1111 1111 1111",
    " passport ",
    "990041799",
    " GMC ",
    "9900417",
    " PIN ",
    "4471",
    " password is ",
    "Welcome1",
    " log in with ",
    " / ",
    " door code ",
    "C1470X",
    "10.0.0.1",
    "S:\\HR",
    "https://zoom.us/j/8842015539",
    " reg ",
    "AA00 AAA",
    " Datix ",
    "WEB99041",
    "🎉",
    "“",
    "”",
    ". ",
    "\n",
    "\n\n",
    ", ",
    ": ",
    "(",
    ")",
  ),
  fc.string({ maxLength: 6 }),
);
const jumble = fc.array(fragment, { maxLength: 14 }).map((parts) => parts.join(""));

describe.each(kinds)("%s", (_, kind) => {
  test("says what it finds", () => expect(kind.describe).toMatch(/^An? .*\.$|^The .*\.$|^Ten .*\.$/));

  test("finds nothing in an empty text", () => expect(kind.find("")).toEqual([]));

  test.each(NUMBERS_OF_NOBODY)("passes %s", (text) => expect(kind.find(text)).toEqual([]));

  test("gives hits in order, inside the text, apart from each other", () => {
    fc.assert(
      fc.property(jumble, (text) => {
        let reached = 0;
        for (const { start, end, shows } of kind.find(text)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(shows).not.toContain(text.slice(start, end));
          reached = end;
        }
      }),
    );
  });

  test.runIf(kind.needs !== "any")("finds nothing in a text without what it needs", () => {
    const needed = kind.needs === "digit" ? /\d/g : /@/g;
    fc.assert(
      fc.property(jumble, (text) => {
        expect(kind.find(text.replace(needed, ""))).toEqual([]);
      }),
    );
  });

  test("says the same twice", () => {
    fc.assert(
      fc.property(jumble, (text) => {
        expect(kind.find(text)).toEqual(kind.find(text));
      }),
    );
  });

  test.each(Object.entries(LONG_TEXTS))("comes to an end with a megabyte of %s", (_name, unit) => {
    const text = `the password is NHS number ${unit.repeat(Math.ceil(1_000_000 / unit.length))}`;
    expect(kind.find(text).every(({ start, end }) => start < end)).toBe(true);
  });
});

test("every file of a kind is in the registry", () => {
  const folder = new URL("../../../src/detectors/identifiers/", import.meta.url);
  const registry = readFileSync(new URL("index.ts", folder), "utf8");
  const shared = ["index.ts", "identifier-kind.ts", "candidates.ts", "context.ts", "digits.ts"];
  const missing = readdirSync(folder).filter((file) => !shared.includes(file) && !registry.includes(`"./${file}"`));
  expect(missing).toEqual([]);
});

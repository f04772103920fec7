import fc from "fast-check";
import parsePhoneNumber from "libphonenumber-js/max";
import { describe, expect, test } from "vitest";
import { identifiers } from "../../../src/detectors/identifiers/index.ts";
import { found } from "./found.ts";

const mobile = identifiers["mobile-number"];
const phone = identifiers["phone-number"];

describe("mobile-number", () => {
  test.each([
    ["Her personal mobile is 07700 900123", "07700 900123"],
    ["📞 Dee Lacey 07700900123.", "07700900123"],
    ["Ursula (07700-900-123) knows", "07700-900-123"],
    ["Ring “Kemi's mum” on +44 7700 900123", "+44 7700 900123"],
    ["Kemi: +44 (0)7700 900 123", "+44 (0)7700 900 123"],
    ["Kemi: 0044 7700 900123", "0044 7700 900123"],
    ["Kemi: 07700\u00a0900\u00a0123", "07700\u00a0900\u00a0123"],
    ["Kemi: 07 700 900 123", "07 700 900 123"],
    ["message him on https://wa.me/447700900123", "447700900123"],
    ["Can't get the press desk? Ring Lorraine at home, 07700 900123", "07700 900123"],
    ["Our manager's own mobile is 07700 900123", "07700 900123"],
  ])("is found in %s", (text, number) => expect(found(mobile, text)).toEqual([number]));

  test("is found as often as it stands there", () => {
    expect(found(mobile, "Abi 07700 900318, Ken 07700 900327 07700 900355")).toEqual([
      "07700 900318",
      "07700 900327",
      "07700 900355",
    ]);
  });

  test.each([
    "",
    "Our newsdesk is on 020 7946 0333, and out of hours on 07700 900150",
    "Text JOIN to 07700 900150",
    "The crisis text line is 07700 900150",
    "Mobiles all start 07700 900, which is a range set aside for drama",
    "07700 900 1234 5678 is a parcel",
    "Pager 07600 900123, personal numbering 07000 900123",
    "07/12/2024, 07.12.2024 10.30",
    "https://example.org/07700900123",
    "NHS number 770 090 0123",
  ])("is not found in %s", (text) => expect(found(mobile, text)).toEqual([]));

  test("is a mobile number for libphonenumber too", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^7\d{9}$/), (significant) => {
        const said = parsePhoneNumber(`+44${significant}`);
        const isDrama = significant.startsWith("7700900");
        if (said?.getType() === "MOBILE" || isDrama) expect(found(mobile, `Kemi: 0${significant}`)).toHaveLength(1);
        if (/^7(?:0|6(?!24))/.test(significant)) expect(found(mobile, `Kemi: 0${significant}`)).toEqual([]);
      }),
    );
  });
});

describe("phone-number", () => {
  test.each([
    ["Ring 020 7946 0123", "020 7946 0123"],
    ["☎️ (0113) 496 0123!", "(0113) 496 0123"],
    ["“0207 946 0001”", "0207 946 0001"],
    ["+44 20 7946 0123", "+44 20 7946 0123"],
    ["+44 (0)113 496 0123", "+44 (0)113 496 0123"],
    ["01632 960 123", "01632 960 123"],
    ["01632\u00a0960123", "01632\u00a0960123"],
    ["01632-960-123", "01632-960-123"],
    ["02079460123", "02079460123"],
    ["her sister in Cork, +353 20 910 0123", "+353 20 910 0123"],
    ["+1 (212) 555-0123", "+1 (212) 555-0123"],
  ])("is found in %s", (text, number) => expect(found(phone, text)).toEqual([number]));

  test.each([
    "",
    "Samaritans 116 123, NHS 111, 999, 112, 101, text SHOUT to 85258",
    "Childline 0800 1111, 0800 555 0199, 08081 570123, 0300 123 1100, 03069 990123, 0909 8790123",
    "01-12-2024 09:30, 01.12.2024 10.15, 01 12 2024 0930",
    "Her mobile is 07700 900123",
    "0123456789012",
    "0000 000 0000",
    "£01132 496 0123",
    "https://example.org/02079460123",
    "+100 000 followers",
    "Version 0113.496.0.123.1",
  ])("is not found in %s", (text) => expect(found(phone, text)).toEqual([]));

  test("is found wherever libphonenumber sees a British landline", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[12]\d{9}$/), (significant) => {
        fc.pre(parsePhoneNumber(`+44${significant}`)?.getType() === "FIXED_LINE");
        expect(found(phone, `Ring 0${significant}`)).toHaveLength(1);
      }),
    );
  });
});

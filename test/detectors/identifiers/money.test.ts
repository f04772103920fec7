import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { identifiers } from "../../../src/detectors/identifiers/index.ts";
import { found } from "./found.ts";

describe("bank-account", () => {
  const bank = identifiers["bank-account"];

  test.each([
    [
      "a sort code and an account number",
      "pay me back: sort code 00-00-00, account 99004179",
      "00-00-00, account 99004179",
    ],
    ["them behind an emoji", "💷 bank: 00-00-00 99004179!", "00-00-00 99004179"],
    ["the account first", "account 99004179, sort code 00 00 00", "99004179, sort code 00 00 00"],
    ["an unbroken sort code", "s/c 000000 a/c 99004179", "000000 a/c 99004179"],
    ["an appeal's account", "Please donate to 00-00-00 / 99004179", "00-00-00 / 99004179"],
    ["the sample IBAN of a person", "Mrs Patel's IBAN is GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 32"],
  ])("finds %s", (_, text, account) => expect(found(bank, text)).toEqual([account]));

  test.each([
    ["an empty text", ""],
    ["the sample IBAN", "An IBAN looks like GB82 WEST 1234 5698 7654 32"],
    ["an IBAN whose check is wrong", "GB83 WEST 1234 5698 7654 32, says Mrs Patel"],
    ["a sort code alone", "sort code 00-00-00"],
    ["dates and a number", "12-12-24 to 31-12-24: 99004179 visits"],
    ["company numbers", "Company 99004179, founded 01-04-74"],
  ])("passes %s", (_, text) => expect(found(bank, text)).toEqual([]));

  test("finds an IBAN exactly when its check fits", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{14}$/), fc.integer({ min: 2, max: 98 }), (account, check) => {
        const iban = `GB${String(check).padStart(2, "0")}DRMA${account}`;
        // The remainder over big integers, apart from the code under test. D R M A = 13 27 22 10, G B = 16 11.
        const fits = BigInt(`13272210${account}1611${String(check).padStart(2, "0")}`) % 97n === 1n;
        expect(found(bank, `my IBAN: ${iban}`)).toEqual(fits ? [iban] : []);
      }),
    );
  });

  test("finds every valid IBAN, in groups of four as well", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{14}$/), (account) => {
        const check = 98n - (BigInt(`13272210${account}161100`) % 97n);
        const iban = `GB${String(check).padStart(2, "0")}DRMA${account}`;
        const spaced = iban.match(/.{1,4}/g)!.join(" ");
        expect(found(bank, `IBAN ${iban}`)).toEqual([iban]);
        expect(found(bank, `IBAN ${spaced}.`)).toEqual([spaced]);
      }),
    );
  });
});

describe("payment-card", () => {
  const card = identifiers["payment-card"];

  test.each([
    ["in groups, with its owner", "Mrs Patel's card is 4111 1111 1111 1111", "4111 1111 1111 1111"],
    ["in hyphens, behind an emoji", "💳 mum's: 5555-5555-5555-4444.", "5555-5555-5555-4444"],
    ["unbroken, beside “card”", "his card 378282246310005", "378282246310005"],
    ["of American Express, in its groups", "her card: 3782 822463 10005", "3782 822463 10005"],
    ["with no-break spaces", "his “card” 4111\u00a01111\u00a01111\u00a01111", "4111\u00a01111\u00a01111\u00a01111"],
  ])("finds one %s", (_, text, number) => expect(found(card, text)).toEqual([number]));

  test.each([
    ["an empty text", ""],
    ["the public test card", "Use test card 4111 1111 1111 1111"],
    ["a wrong check digit", "her card 4111 1111 1111 1112"],
    ["an ISBN or barcode", "ISBN 9781861976123, EAN 4006381333931"],
    ["an ORCID", "ORCID 0000-0002-1825-0097"],
    ["a post's number", "https://x.com/hee/status/4111111111111111"],
    ["a smartcard", "smartcard 4111 1111 1111 1111 is his"],
  ])("passes %s", (_, text) => expect(found(card, text)).toEqual([]));

  test("finds a Visa card exactly when its check digit fits", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^4\d{15}$/), (digits) => {
        const sum = Array.from(digits, (digit, place) => {
          const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1);
          return doubled > 9 ? doubled - 9 : doubled;
        }).reduce((total, value) => total + value, 0);
        const written = digits.match(/.{4}/g)!.join(" ");
        expect(found(card, `Her card: ${written}`)).toEqual(sum % 10 === 0 ? [written] : []);
      }),
    );
  });
});

import { describe, expect, test } from "vitest";
import { identifiers } from "../../../src/detectors/identifiers/index.ts";
import { found } from "./found.ts";

const postcode = identifiers.postcode;
const street = identifiers["street-address"];

describe("postcode", () => {
  test.each([
    ["she lives at ZE99 9ZZ now", "ZE99 9ZZ"],
    ["🏠 his home is near LS99 1AA.", "LS99 1AA"],
    ["Home address: “4 Acacia Road, LS99 1AA”", "LS99 1AA"],
    ["send cards to Flat 3, Acacia House, LS991AA", "LS991AA"],
    ["Mr Stanley Brough, 22 Tanner Row, York YO99 1ZZ", "YO99 1ZZ"],
    ["her house, W1A\u00a00ZZ", "W1A\u00a00ZZ"],
  ])("of a home is found in %s", (text, code) => expect(found(postcode, text)).toEqual([code]));

  test.each([
    "",
    "Acacia General Hospital, Leeds LS99 1AA",
    "Our address is 4 Acacia Road, LS99 1AA",
    "Training grades ST3, CT1 and FY2: she lives for ST3",
    "ST3 4PA: my home is the NHS. ST3 job plan of 4PA",
    "she lives at QX99 9ZZ",
    "she lives at LS99 1CI",
    "What's your postcode? Lives in every database",
    "We meet at LS99 1AA",
    "Join us at Stonewater House, 12 Park Row, LS99 1AA",
  ])("of no home: %s", (text) => expect(found(postcode, text)).toEqual([]));
});

describe("street-address", () => {
  test.each([
    ["He lives at 12 Acacia Road.", "12 Acacia Road"],
    ["🏠 her house is 12A Acacia Avenue!", "12A Acacia Avenue"],
    ["Home address: “Flat 2, 12 Acacia Road”", "Flat 2, 12 Acacia Road"],
    ["12 Acacia\u00a0Road is where he lives", "12 Acacia\u00a0Road"],
    ["protest outside hers tonight: 14 St Mary's Close", "14 St Mary's Close"],
    ["Sister Pike, 2 Gas Street, lives alone", "2 Gas Street"],
    ["I left the hospital and went round to 3 Larch Rise", "3 Larch Rise"],
    ["she lives at 14 acacia road btw", "14 acacia road"],
    ["We found him at 9 Cobbler's Yard", "9 Cobbler's Yard"],
  ])("of a home is found in %s", (text, address) => expect(found(street, text)).toEqual([address]));

  test.each([
    "",
    "Join us at 12 Acacia Road",
    "Our new address is 12 Acacia Road",
    "The hospital moved to 12 Acacia Road",
    "The clinic is at 12 Acacia Road, home of the eye team",
    "He lives in Leeds. 12 Angry Men on the Square",
    "30 Great People on the Way home",
    "lives saved: 12 in Acacia Road",
    "She lives by the 3 Rs",
  ])("of no home: %s", (text) => expect(found(street, text)).toEqual([]));
});

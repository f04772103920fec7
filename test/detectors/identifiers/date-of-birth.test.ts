import { expect, test } from "vitest";
import { identifiers } from "../../../src/detectors/identifiers/index.ts";
import { found } from "./found.ts";

const birth = identifiers["date-of-birth"];

test.each([
  ["DOB 14/02/1951", "14/02/1951"],
  ["🎂 D.O.B. 14.2.51", "14.2.51"],
  ["date of birth: “14 February 1951”", "14 February 1951"],
  ["dob = 1951-02-14.", "1951-02-14"],
  ["Date of birth is 14th Feb 1951", "14th Feb 1951"],
  ["Date of birth\u00a014\u00a0Feb\u00a01951", "14\u00a0Feb\u00a01951"],
  ["DOB Feb 14, 1951", "Feb 14, 1951"],
  ["DOB 14-02-1951", "14-02-1951"],
  ["DOB: 14 02 1951", "14 02 1951"],
  ["Mrs Ali, 14/02/1951 (DOB)", "14/02/1951"],
  ["her birthday is 14 Feb 1951", "14 Feb 1951"],
  ["Stanley Brough, 22 Tanner Row, born 6/2/1941", "6/2/1941"],
  ["Master Jolly, b. 04/05/2019", "04/05/2019"],
  ["my patient, born on 14 February 1951, sends her love", "14 February 1951"],
  ["Mrs Garforth was born on 14 February 1951", "14 February 1951"],
  ["label says BRADSTOCK, Nigel, 14/02/1961", "14/02/1961"],
  ["This is not Mrs Jane Example of Acacia Ward, DOB 01/02/1950", "01/02/1950"],
])("finds a date of birth in %s", (text, date) => expect(found(birth, text)).toEqual([date]));

test.each([
  "",
  "The NHS was born in 1948",
  "The NHS was born on 5 July 1948, as every nurse and her mother knows",
  "Born 12 May 1820, Florence Nightingale",
  "On this day: Dame Cicely Saunders, born 22 June 1918, founder of the hospices",
  "Never put your date of birth or NHS number in the comments",
  "Date of birth (DD/MM/YYYY)",
  "Date of birth, for example 31 3 1980",
  "The course runs from 14/02/2025 to 16/02/2025",
  "Room 4-11-1972 isn't a date of birth, it's the door number of my tutorial",
  "Mr Test Patient, born 1 January 1900",
  "We were born ready. 14/02/2025, 7pm",
  "If you have your DOB and 2 forms of ID, ring 020 7946 0123",
  "DOB 45/13/1951",
])("passes %s", (text) => expect(found(birth, text)).toEqual([]));

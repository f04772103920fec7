import { expect, test } from "vitest";
import { identifiers } from "../../../src/detectors/identifiers/index.ts";
import { found } from "./found.ts";

const vehicle = identifiers["vehicle-registration"];

test.each([
  ["Whoever parked AA00 AAA in my space", "AA00 AAA"],
  ["🚗 her car, AA00AAA, is a wreck", "AA00AAA"],
  ["reg “AA00 AAB”.", "AA00 AAB"],
  ["AA00\u00a0AAA drives like a maniac", "AA00\u00a0AAA"],
  ["number plate A000 AAA", "A000 AAA"],
  ["reg: AAA 000A", "AAA 000A"],
])("finds a plate in %s", (text, plate) => expect(found(vehicle, text)).toEqual([plate]));

test.each([
  "",
  "Course AA00 AAA starts in May",
  "The med reg is on bleep 4471",
  "New reg from Paisley, A1 ABC of a lad",
  "Our car park: ST3 4PA, CT1 and FY2 only",
  "Drive safely, 2024 NHS staff",
  "Parking charges go up in MAR24",
])("passes %s", (text) => expect(found(vehicle, text)).toEqual([]));

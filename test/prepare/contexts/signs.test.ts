import { expect, test } from "vitest";
import { signsOf } from "../../../src/prepare/contexts/parts/signs.ts";

test.each([
  ["zero[- ]tolerance", ["tolerance"]],
  ["stop (?:saying|calling)", ["saying", "calling"]],
  ["(?:very )?sad", ["sad"]],
  ["colou?r", ["colo"]],
  ["no{0,3} such", ["such"]],
  ["well+ done", ["well"]],
  ["first|second (?:half)?", ["first", "second"]],
  ["(?<=^x*)learn (?!nothing)", ["learn"]],
  ["\\p{L}+ \\d", null],
  ["(?:a|\\d)", null],
])("what matches %j holds one of %j", (wording, signs) => {
  expect(signsOf(wording)).toEqual(signs);
});

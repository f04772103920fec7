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
  ["[xyz]end", ["end"]],
  ["[^\\]abcd]end", ["end"]],
  ["\\bnext", ["next"]],
  ["stop+?s", ["stop"]],
  ["stop{0}s", ["sto"]],
  ["stop{0,12}s", ["sto"]],
  ["jazz duo", ["jazz"]],
  ["na\u00EFvete", ["vete"]],
  ["(?:first|be) then", ["then"]],
  ["(?:this|that) then", ["then"]],
  ["\\p{L}+ \\d", null],
  ["(?:a|\\d)", null],
])("what matches %j holds one of %j", (wording, signs) => {
  expect(signsOf(wording)).toEqual(signs);
});

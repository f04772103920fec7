import { describe, expect, test } from "vitest";
import { parseModel } from "../../src/learned/model.ts";
import { SMALL_MODEL } from "./small-model.ts";

const changed = (changes: Readonly<Record<string, unknown>>) =>
  JSON.stringify({ ...(JSON.parse(SMALL_MODEL) as object), ...changes });

const numbers = (...all: readonly number[]) => Buffer.from(Int32Array.from(all).buffer).toString("base64");

describe("a broken or hostile model is told in a sentence", () => {
  test.each([
    ["no JSON", "{", "this is not JSON, so it is no model; npm run train makes one"],
    ["nothing at all", "null", "this is no model of ours: its format should be postlint-resemblance"],
    ["a list", "[]", "this is no model of ours: its format should be postlint-resemblance"],
    ["another version", changed({ version: 9 }), "this model has version 9, and postlint reads version 3"],
    ["clauses that are no list", changed({ clauses: "C1" }), /clauses should be a list of clause ids/],
    ["a clause that is no text", changed({ clauses: [1, 2] }), /clauses should be a list of clause ids/],
    ["more features than fit into memory", changed({ features: 1e12 }), /features should be a number up to 500000/],
    ["fewer than none", changed({ features: -1 }), /features should be a number up to 500000/],
    ["more rows than features", changed({ clauseRows: 400_000 }), /clauseRows should be a number up to features/],
    ["a bias that is none", changed({ bias: "1" }), /bias should be a number/],
    ["a step that is none", changed({ weightStep: null }), /weightStep should be a number/],
    [
      "thresholds the wrong way round",
      changed({ thresholds: { likely: 0, hint: 1, unlike: -1 } }),
      /none higher than the one before/,
    ],
    ["no thresholds", changed({ thresholds: null }), /thresholds should have likely, hint and unlike/],
    [
      "a bias for another clause",
      changed({ clauseBias: [1, 2, 3] }),
      /clauseBias should have a number for each clause/,
    ],
    ["no word on what it has read", changed({ trainedOn: {} }), /trainedOn should say how many posts/],
    ["a column cut short", changed({ weights: "AAAA" }), /weights should hold \d+ bytes in base64/],
    ["a column that is no base64", changed({ rarity: "<script>" }), /rarity should hold \d+ bytes in base64/],
    ["a column that is no text", changed({ clauseWeights: {} }), /clauseWeights should hold \d+ bytes in base64/],
    [
      "keys out of order",
      changed({ features: 2, clauseRows: 0, rarity: "AAA=", weights: "AAA=", clauseWeights: "", keys: numbers(2, 1) }),
      /keys should hold 2 ascending numbers/,
    ],
    [
      "a row for no feature",
      changed({
        features: 2,
        clauseRows: 1,
        rarity: "AAA=",
        weights: "AAA=",
        clauseWeights: "AAA=",
        keys: numbers(1, 2),
        clauseFeatures: numbers(2),
      }),
      /clauseFeatures should hold 1 ascending numbers/,
    ],
    [
      "a row below all features",
      changed({
        features: 2,
        clauseRows: 1,
        rarity: "AAA=",
        weights: "AAA=",
        clauseWeights: "AAA=",
        keys: numbers(1, 2),
        clauseFeatures: numbers(-1),
      }),
      /clauseFeatures should hold 1 ascending numbers/,
    ],
  ])("%s", (_, text, detail) => {
    expect(parseModel(text)).toEqual({ ok: false, detail: expect.stringMatching(detail) });
  });
});

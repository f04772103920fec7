import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { HOUSE_RULES } from "../house-rules.ts";
import { run } from "../run.ts";

const pack = HOUSE_RULES["house.yaml"];

test.each([
  ["a pack as it should be", pack, true],
  ["an unknown key", pack.replace("advice:", "advise:"), false],
  ["an unknown level", pack.replace("level: error", "level: fatal"), false],
  ["an unknown detector", pack.replace("{ terms: [=WOW] }", "{ words: [WOW] }"), false],
  ["a detector inside another", pack.replace("{ terms: [=WOW] }", "{ any: [{ terms: [WOW] }, negated] }"), true],
  ["an unknown detector inside another", pack.replace("{ terms: [=WOW] }", "{ any: [{ words: [WOW] }] }"), false],
  ["too few examples", pack.replace(', "A vow"', ""), false],
])("an editor that knows the schema judges %s", async (_what, yaml, valid) => {
  const { out } = await run(["schema", "rules"]);
  const judges = new Ajv2020({ strict: false }).compile(JSON.parse(out));
  expect(judges(parse(yaml))).toBe(valid);
});

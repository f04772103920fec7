import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { run } from "./run.ts";

const guide = readFileSync(new URL("../rules/GUIDE.md", import.meta.url), "utf8");

/** The first piece of YAML below a heading. */
const yamlBelow = (heading: string): string => {
  const [, below = ""] = guide.split(`\n## ${heading}\n`);
  return /```yaml\n(.*?)```/su.exec(below)![1]!;
};

const RULE = `- id: money/parking
  clauses: ["2"]
  level: warning
  confidence: likely
  message: '"{match}" is where visitors pay to park.'
  advice: Ask {contact.treasurer} before you point to it.
  find: { vocabulary: car-parks }
  examples:
    breach: ["Park in the [[hospital car park]].", "The [[north car park]] is open."]
    fine: ["Come by bus.", "The park is open."]
`;

test("a policy and a list of words as the guide has them make a rule set", async () => {
  const files = {
    "ours/ruleset.yaml": yamlBelow("A policy of your own"),
    "ours/vocabularies/places.yaml": yamlBelow("A list of words for several rules"),
    "ours/money.yaml": RULE,
  };
  expect(await run(["rules", "test", "--rules", "ours"], { files })).toMatchObject({ code: 0 });
  const { code, out, err } = await run(["rules", "check", "--no-patterns", "--rules", "ours"], { files });
  expect({ code, out, err }).toMatchObject({ code: 0, out: "" });
});

import { describe, expect, test } from "vitest";
import type { Strength } from "../../src/model/likeness.ts";
import { loadRuleSet } from "../../src/rules/load.ts";
import { describeProblem } from "../../src/rules/problem.ts";
import { createScan } from "../../src/scan/scan.ts";
import { documentOf } from "../../src/workshop/fairness.ts";
import { SMALL_HEAD, SMALL_MODEL } from "../learned/small-model.ts";

const rule = (id: string, find: string) => `- id: test/${id}
  clauses: [C1]
  level: warning
  confidence: certain
  message: Found.
  advice: Mend it.
  find: ${find}
  examples: { breach: [a, b], fine: [c, d] }
`;
const LIKELY = rule("likely", "{ resembles: { clause: C1, levels: { likely: warning } } }");
const HINTED = rule("hinted", "{ resembles: { clause: C2, levels: { likely: warning, hint: suggestion } } }");
const WORD = rule("word", "{ terms: [red] }");

/** Which rules are worth a closer look where a post is so like a breach, with how many sentences, and how faintly was asked. */
function scanned(pack: string, likeness: Strength | null, text = "We met. We sang.") {
  const loaded = loadRuleSet([
    { path: "ruleset.yaml", text: SMALL_HEAD },
    { path: "pack.yaml", text: pack },
    { path: "second-opinion.model.json", text: SMALL_MODEL },
  ]);
  if (!loaded.ok) throw new Error(loaded.problems.map(describeProblem).join("\n"));
  const { ruleset } = loaded;
  const asked: Strength[] = [];
  const scan = createScan(ruleset, (_, faintest) => {
    asked.push(faintest);
    return likeness;
  });
  const found = scan(documentOf(text)).map(({ rule: index, sentences }) => [
    ruleset.rules[index]!.card.id.replace("test/", ""),
    sentences.length,
  ]);
  return { asked, found };
}

describe("how like a breach a post is", () => {
  test.each<[Strength | null, readonly (readonly [string, number])[]]>([
    [
      "likely",
      [
        ["likely", 0],
        ["hinted", 0],
      ],
    ],
    ["hint", [["hinted", 0]]],
    [null, []],
  ])("%s", (likeness, found) => {
    expect(scanned(LIKELY + HINTED, likeness).found).toEqual(found);
  });

  test("is asked once a post, as faintly as a rule wants it", () => {
    expect(scanned(LIKELY + HINTED, null).asked).toEqual(["hint"]);
    expect(scanned(HINTED, null).asked).toEqual(["hint"]);
    expect(scanned(LIKELY, null).asked).toEqual(["likely"]);
  });

  test("is not asked where no rule wants it", () => {
    expect(scanned(WORD, "likely", "A red mill. A red wall.")).toEqual({ asked: [], found: [["word", 2]] });
  });
});

import { describe, expect, test } from "vitest";
import { run } from "../run.ts";

const own = (target: string) => `name: own\nversion: "1"\nextends: ${target}\n`;
const NEITHER = `name: other
version: "1"
extends: hee-social-media
rules: { practice/*: off }
`;

describe("a rule set that extends another", () => {
  test.each([
    ["the shipped one by its name", own("hee-social-media"), ["confidential/marking", "practice/shouting"]],
    ["a folder beside it", own("../other"), ["confidential/marking"]],
  ])("%s", async (_, head, found) => {
    const files = { "own/ruleset.yaml": head, "other/ruleset.yaml": NEITHER };
    const { out } = await run(["--rules", "own", "--text", "WOW, TOP-SECRET", "-f", "json"], { files });
    const rules = JSON.parse(out).posts[0].findings.map(({ rule }: { rule: string }) => rule);
    expect(rules.sort()).toEqual(found);
  });

  test.each([
    [
      "a name that is nearly one",
      own("hee-social-meda"),
      "postlint ships with no rule set hee-social-meda; did you mean hee-social-media?",
    ],
    [
      "a name that is a folder beside it",
      own("other"),
      "postlint ships with no rule set other; a folder is written with a slash: ../other",
    ],
    [
      "a name that is nothing",
      own("trust"),
      "postlint ships with no rule set trust; expected hee-social-media, or a folder written with a slash, such as ../trust",
    ],
    ["a folder that is not there", own("../othr"), "There is no rule set othr. Did you mean other?"],
    ["a folder that holds no rule set", own("../bare"), "bare holds no ruleset.yaml."],
    ["itself", own("../own"), "extends comes back to where it began: own → own; take one of them out"],
    ["what extends it", own("../back"), "extends comes back to where it began: own → back → own; take one of them out"],
  ])("%s", async (_, head, sentence) => {
    const files = {
      "own/ruleset.yaml": head,
      "other/ruleset.yaml": NEITHER,
      "back/ruleset.yaml": own("../own"),
      "bare/pack.yaml": "[]",
    };
    const { code, err } = await run(["rules", "list", "--rules", "own"], { files });
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(err).toMatch(/^(?:own|back)\/ruleset\.yaml:3:10: /);
  });
});

import { describe, expect, test } from "vitest";
import { HOUSE_RULES } from "../house-rules.ts";
import { run } from "../run.ts";

const pack = HOUSE_RULES["house.yaml"].replace("shouts.", "shouts at its readers.");
const own = (text: string) => ({ "own/ruleset.yaml": HOUSE_RULES["ruleset.yaml"], "own/house.yaml": text });

describe("rules check", () => {
  test.each([
    ["has nothing to say of rules in order", own(pack), 0, "", "Nothing to mend in 4 rules.\n"],
    [
      "tells what does not load and ends with 1, for it did its job",
      own(pack.replace("advice: Sleep on it.", "advise: Sleep on it.")),
      1,
      "own/house.yaml:28:3: unknown key advise; did you mean advice?",
      "2 things to mend before the rules can be looked at more closely.\n",
    ],
    [
      "tells what it sees",
      own(pack.replace("advice: Sleep on it.", "advice: No.")),
      1,
      "own/house.yaml:23:3: the advice of conduct/grumble says too little; say what to write instead, or whom to ask\n",
      "1 thing to look at in 4 rules.\n",
    ],
    [
      "looks only at the files of a set that extends another",
      { "own/ruleset.yaml": 'name: own\nversion: "1"\nextends: hee-social-media\n' },
      0,
      "",
      "Nothing to mend in 0 rules of your own; 4 more come from what they extend.\n",
    ],
    ["ends with 2 where there is nothing to look at", {}, 2, "", "There is no rule set own."],
  ])("%s", async (_, files, code, out, err) => {
    const result = await run(["rules", "check", "--rules", "own"], { files });
    expect(result.code).toBe(code);
    expect(result.out).toContain(out);
    expect(result.err).toContain(err);
  });
});

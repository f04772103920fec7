import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { commands } from "../../src/commands/index.ts";
import { HOUSE_RULES } from "../house-rules.ts";
import { HEAD } from "../judge-text.ts";
import { HOME } from "../memory-io.ts";
import { run } from "../run.ts";

test.each(Object.keys(commands))("postlint %s explains itself", async (name) => {
  const { code, out, err } = await run([...name.split(" "), "--help"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("Usage: postlint");
});

test("rules list shows the rules clause by clause", async () => {
  const { code, out } = await run(["rules", "list"]);
  expect(code).toBe(0);
  await expect(out).toMatchFileSnapshot("../golden/rules-list.txt");
});

test("rules list --by subject shows them by the first part of their names", async () => {
  const { out } = await run(["rules", "list", "--by", "subject"]);
  expect(out.split("\n").filter((line) => /^\S/u.test(line))).toEqual(["conduct", "confidential", "practice"]);
});

test("rules list --clause shows the rules that cite a clause or touch it", async () => {
  const { out } = await run(["rules", "list", "--clause", "p2"]);
  expect(out).toContain("conduct/grumble");
  expect(out).toContain("confidential/code-name");
  expect(out).not.toContain("confidential/marking");
});

test("a rule set without rules is told of as one", async () => {
  const files = { "own/ruleset.yaml": HEAD };
  const listed = await run(["rules", "list", "--rules", "own"], { files });
  expect(listed).toMatchObject({
    code: 0,
    out: "",
    err: "This rule set has no rules yet. postlint rules new SUBJECT/NAME --clause C1 begins one.\n",
  });
  const { err } = await run(["rules", "test", "--rules", "own"], { files });
  expect(err).toBe("This rule set has no rules yet, so there was nothing to try.\n");
});

test("policy shows each clause with the rules that look after it", async () => {
  const { code, out } = await run(["policy"]);
  expect(code).toBe(0);
  await expect(out).toMatchFileSnapshot("../golden/policy.txt");
});

test("rules test ends with 0 where the examples are as they say", async () => {
  expect(await run(["rules", "test"])).toMatchObject({ code: 0, out: "" });
});

test("rules test ends with 1 where one is not, and names the rule and the example", async () => {
  const pack = HOUSE_RULES["house.yaml"].replace('"No secret here."', '"All TOP-SECRET here."');
  const { code, out } = await run(["rules", "test"], {
    files: { [`${HOME}/rules/hee-social-media/house.yaml`]: pack },
  });
  expect(code).toBe(1);
  expect(out).toContain("confidential/marking");
  expect(out).toContain("All TOP-SECRET here.");
});

test("rules test ends with 2 where the rules can't be loaded", async () => {
  const pack = HOUSE_RULES["house.yaml"].replace("clauses: [P3]", "clauses: [P4]");
  const { code, err } = await run(["rules", "test"], {
    files: { [`${HOME}/rules/hee-social-media/house.yaml`]: pack },
  });
  expect(code).toBe(2);
  expect(err).toContain("rules/hee-social-media/house.yaml:2:13: clause P4 is not in the policy");
});

test.each([
  ["a rule", ["confidential/marking"], ["P3", "marks what is not for publication", "Leave it out."]],
  ["a clause", ["P3"], ["Confidence", "Section 1, point 3"]],
  ["a clause in small letters", ["p3"], ["Confidence"]],
  ["a clause with its title", ["P3", "Confidence"], ["Section 1, point 3"]],
  ["a rule as a report names it", ["conduct/grumble (likely)"], ["conduct/grumble"]],
  ["why a rule finds something", ["confidential/marking", "--text", "This is TOP-SECRET."], ["TOP-SECRET"]],
])("explain tells %s", async (_what, argv, words) => {
  const { code, out, err } = await run(["explain", ...argv]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  for (const word of words) expect(out).toContain(word);
});

test.each([
  ["a rule that is not there", ["explain", "confidential/markings"], "Did you mean confidential/marking?"],
  ["a rule without its subject", ["explain", "marking"], "Did you mean confidential/marking?"],
  [
    "a subject",
    ["explain", "confidential/*"],
    "2 rules are about that subject. postlint rules list --by subject shows them.",
  ],
  ["words of a rule", ["explain", "code", "name"], "Did you mean confidential/code-name?"],
  ["a clause that is not there", ["explain", "M9.9"], "postlint policy the clauses"],
  ["nothing", ["explain"], "Say what to explain: a rule, a clause, or a post with --post FILE#ID."],
  [
    "a clause tried on a text",
    ["explain", "P3", "--text", "words"],
    "postlint rules list --clause P3 shows its rules.",
  ],
  ["rules of a clause that is not there", ["rules", "list", "--clause", "P4"], "Did you mean P2?"],
  ["rules in unknown groups", ["rules", "list", "--by", "level"], "It can be clause or subject."],
  [
    "a schema that is not there",
    ["schema", "reports"],
    "It can be report, rules, ruleset, vocabularies, data or config. Did you mean report?",
  ],
  ["more than a command takes", ["policy", "P3"], "That is more than this command takes."],
])("%s is refused with 2 and a hint", async (_what, argv, message) => {
  const { code, out, err } = await run(argv);
  expect(err).toContain(message);
  expect({ code, out }).toEqual({ code: 2, out: "" });
});

test("explain names the clauses below one that is not there by itself", async () => {
  const main = HOUSE_RULES["ruleset.yaml"].replace(
    "contacts:",
    "    - { id: M3.1, title: A, summary: A., citation: A }\n    - { id: M3.2, title: B, summary: B., citation: B }\ncontacts:",
  );
  const { code, err } = await run(["explain", "m3", "--rules", "own"], {
    files: { "own/ruleset.yaml": main, "own/house.yaml": HOUSE_RULES["house.yaml"] },
  });
  expect({ code, err }).toEqual({ code: 2, err: 'There is no rule or clause "m3".\nThe policy has M3.1 and M3.2.\n' });
});

test.each(["report", "rules", "config"])("schema %s is a JSON Schema of the 2020-12 draft", async (name) => {
  const { code, out } = await run(["schema", name]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema" });
});

test("every command has a file of its name, or of its first word", () => {
  const files = readdirSync(new URL("../../src/commands/", import.meta.url));
  const without = Object.keys(commands).filter((name) => {
    const names = [name.replace(" ", "-"), name.split(" ")[0]!];
    return !names.some((file) => files.includes(`${file}.ts`));
  });
  expect(without).toEqual([]);
});

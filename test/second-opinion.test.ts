import { describe, expect, test } from "vitest";
import { SMALL_MODEL } from "./learned/small-model.ts";
import { run } from "./run.ts";

const TEXT = "We open in May. They're a useless lot, honestly!";

const FILES = {
  "opinion/ruleset.yaml": `name: made-up
version: "1"
policy:
  title: Made-up policy
  publisher: Nobody
  clauses: [{ id: C2, title: Two, summary: The second., citation: Section 2 }]
`,
  "opinion/pack.yaml": `- id: second-opinion/c2
  clauses: [C2]
  level: warning
  confidence: likely
  message: This resembles breaches of C2. No rule says so.
  advice: Read the sentence again.
  find: { resembles: { clause: C2, levels: { likely: warning } } }
  examples:
    breach: ["They're a useless lot, honestly!", "What a useless lot they are, honestly."]
    fine: ["Thank you everyone", "The old mill opens in May"]
`,
  "opinion/second-opinion.model.json": SMALL_MODEL,
};

async function levelsFound(files: Readonly<Record<string, string>>, rules = "opinion"): Promise<readonly string[]> {
  const { out, err } = await run(["--rules", rules, "--text", TEXT, "-f", "json"], { files: { ...FILES, ...files } });
  expect(err).toBe("");
  return JSON.parse(out).posts[0].findings.map(({ level }: { level: string }) => level);
}

test.each([
  ["as it is", "", ["warning"]],
  ["lowered", "levels: { second-opinion/c2: suggestion }", ["suggestion"]],
  ["lowered with its subject", "levels: { second-opinion/*: suggestion }", ["suggestion"]],
  ["switched off", "levels: { second-opinion/c2: off }", []],
])("a configuration has the second opinion on a clause %s", async (_, config, found) => {
  expect(await levelsFound({ "postlint.config.yaml": config })).toEqual(found);
});

test.each([
  ["lowers it", "second-opinion/c2: suggestion", ["suggestion"]],
  ["switches it off", "second-opinion/c2: off", []],
  ["raises all that it has to errors, but not what rests on a resemblance", '"*": error', ["warning"]],
])("a rule set that extends another %s", async (_, rules, found) => {
  const head = `name: own\nversion: "1"\nextends: ../opinion\nrules: { ${rules} }\n`;
  expect(await levelsFound({ "own/ruleset.yaml": head }, "own")).toEqual(found);
});

test("a lowered one can be raised again, to a warning", async () => {
  const head = 'name: own\nversion: "1"\nextends: ../opinion\nrules: { second-opinion/*: suggestion }\n';
  const config = "levels: { second-opinion/c2: warning }";
  expect(await levelsFound({ "own/ruleset.yaml": head, "postlint.config.yaml": config }, "own")).toEqual(["warning"]);
});

describe("it is never made an error", () => {
  test.each(["second-opinion/c2", "second-opinion/*"])("by the configuration, as %s", async (rule) => {
    const files = { ...FILES, "postlint.config.yaml": `levels: { ${rule}: error }` };
    const { code, err } = await run(["--rules", "opinion", "--text", TEXT], { files });
    expect(err).toContain(
      `1:11: ${rule} rests on a resemblance, which is never sure enough for an error: it can be warning, suggestion or off.`,
    );
    expect(code).toBe(2);
  });

  test("by a rule set that extends its own", async () => {
    const head = 'name: own\nversion: "1"\nextends: ../opinion\nrules: { second-opinion/c2: error }\n';
    const { code, err } = await run(["--rules", "own", "--text", TEXT], {
      files: { ...FILES, "own/ruleset.yaml": head },
    });
    expect(err).toContain("second-opinion/c2 rests on a resemblance");
    expect(code).toBe(2);
  });
});

test.each([
  ["explain", ["explain", "--post", "draft.txt", "--rules", "opinion"]],
  ["a check that tells more", ["check", "draft.txt", "--rules", "opinion", "--verbose"]],
])("%s shows the sentence and the words that weigh most", async (_, argv) => {
  const { out } = await run(argv, { files: { ...FILES, "draft.txt": TEXT } });
  expect(out).toContain("They're a useless lot, honestly!");
  expect(out).toMatch(/a strong resemblance; what\s+weighs\s+most:\s+“[^”]*useless/);
});

test("--no-second-opinion leaves it out", async () => {
  const { out } = await run(["--rules", "opinion", "--text", TEXT, "--no-second-opinion", "-f", "unix"], {
    files: FILES,
  });
  expect(out).toBe("");
});

import { describe, expect, test } from "vitest";
import { SMALL_HEAD, SMALL_MODEL } from "./learned/small-model.ts";
import { run } from "./run.ts";

const TEXT = "We open in May. They're a useless lot, honestly!";

const FILES = {
  "opinion/ruleset.yaml": SMALL_HEAD,
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

describe("a warning that is not certain, in a post altogether unlike a breach,", () => {
  const HINT = `- id: own/old
  clauses: [C2]
  level: warning
  confidence: likely
  message: Something is called old.
  advice: Say how old it is.
  find: { terms: [old] }
  examples: { breach: ["The old mill", "An old team"], fine: ["A mill", "The new team"] }
`;
  const FINE = "Everyone is welcome to know more about the old mill, thank you.";
  const doubting = FILES["opinion/pack.yaml"].replace("{ likely: warning }", "{ likely: warning }, doubts: true");
  const files = { ...FILES, "opinion/pack.yaml": doubting + HINT };
  interface Found {
    readonly rule: string;
    readonly level: string;
    readonly message: string;
  }
  const found = async (argv: readonly string[], more: Readonly<Record<string, string>> = {}) => {
    const { out } = await run([...argv, "-f", "json"], { files: { ...files, ...more } });
    return JSON.parse(out).posts[0].findings as readonly Found[];
  };
  const levels = (findings: readonly Found[]) => findings.map(({ rule, level }) => `${rule} ${level}`);

  test("is a suggestion only, and says why", async () => {
    const findings = await found(["--rules", "opinion", "--text", FINE]);
    expect(levels(findings)).toEqual(["own/old suggestion"]);
    expect(findings[0]?.message).toBe(
      "Something is called old. The second opinion finds this unlike posts that breach, so it is a suggestion only.",
    );
  });

  test("is more where another part of the post is like one", async () => {
    const both = `${FINE} What a useless lot they are, honestly.`;
    expect(levels(await found(["--rules", "opinion", "--text", both]))).toContain("own/old warning");
  });

  test("is more where the model may not doubt", async () => {
    const pack = { "opinion/pack.yaml": FILES["opinion/pack.yaml"] + HINT };
    expect(levels(await found(["--rules", "opinion", "--text", FINE], pack))).toEqual(["own/old warning"]);
  });

  test.each([
    ["no second opinion is asked for", ["--no-second-opinion"], "", "warning"],
    ["its rule has a level of its own", [], "levels: { own/old: error }", "error"],
  ])("is more where %s", async (_, flags, config, level) => {
    const argv = ["--rules", "opinion", "--text", FINE, ...flags];
    const [first, ...others] = await found(argv, { "postlint.config.yaml": config });
    expect([first?.level, first?.message, others]).toEqual([level, "Something is called old.", []]);
  });

  const WITH_CHANNEL = `  examples:
    breach: [{ text: "The old mill", meta: { channel: x } }, { text: "An old team", meta: { channel: x } }]
    fine: ["A mill", "The new team"]
`;
  test.each([
    ["certain", HINT.replace("confidence: likely", "confidence: certain")],
    ["masked", HINT.replace("  message", "  mask: true\n  message")],
    ["unless metadata says otherwise", `${HINT}  unless: [{ meta: { field: channel, is: y } }]\n`],
    ["not to be suppressed", HINT.replace("  message", "  suppressible: false\n  message")],
    [
      "about metadata",
      HINT.replace("{ terms: [old] }", "{ all: [{ terms: [old] }, { meta: { field: channel, is: x } }] }"),
    ],
  ])("is more where it is %s", async (_, hint) => {
    const pack = { "opinion/pack.yaml": doubting + hint.replace(/^ {2}examples.*\n/mu, WITH_CHANNEL) };
    const findings = await found(["--rules", "opinion", "--text", FINE, "--channel", "x"], pack);
    expect(levels(findings)).toEqual(["own/old warning"]);
  });

  test.each([
    ["may be touched", "", "suggestion"],
    ["must not be touched", ", doubts: false", "warning"],
  ])("that touches another clause, which %s, is a %s", async (_, doubts, level) => {
    const other = FILES["opinion/pack.yaml"]
      .replaceAll(/c2|C2/gu, (id) => (id === "c2" ? "c1" : "C1"))
      .replace("{ likely: warning }", `{ likely: warning }${doubts}`);
    const pack = { "opinion/pack.yaml": doubting + other + HINT.replace("clauses: [C2]", "clauses: [C2, C1]") };
    expect(levels(await found(["--rules", "opinion", "--text", FINE], pack))).toEqual([`own/old ${level}`]);
  });

  test("is more where it is one of a rule that others add", async () => {
    const own = {
      "own/ruleset.yaml": 'name: own\nversion: "1"\nextends: ../opinion\n',
      "own/pack.yaml": HINT.replace("own/old", "ours/old"),
    };
    expect(levels(await found(["--rules", "own", "--text", FINE], own))).toContain("ours/old warning");
  });

  test("where the opinion on its clause is replaced by one that doubts nothing", async () => {
    const own = {
      "own/ruleset.yaml": 'name: own\nversion: "1"\nextends: ../opinion\n',
      "own/pack.yaml": FILES["opinion/pack.yaml"].replace("  clauses", "  replaces: true\n  clauses"),
    };
    expect(levels(await found(["--rules", "own", "--text", FINE], own))).toEqual(["own/old warning"]);
  });

  test.each([
    ["own/old: warning", "warning"],
    ["second-opinion/c2: off", "warning"],
    ["second-opinion/c2: suggestion", "suggestion"],
  ])("where a rule set extends another with %s: %s", async (change, level) => {
    const own = { "own/ruleset.yaml": `name: own\nversion: "1"\nextends: ../opinion\nrules: { ${change} }\n` };
    expect(levels(await found(["--rules", "own", "--text", FINE], own))).toEqual([`own/old ${level}`]);
  });

  test("explain says so", async () => {
    const { out } = await run(["explain", "own/old", "--text", FINE, "--rules", "opinion"], { files });
    expect(out.replace(/\s+/gu, " ")).toContain(
      "But the second opinion finds this unlike posts that breach, so postlint check makes no more of it than a suggestion",
    );
    const bare = await run(["explain", "own/old", "--text", "Useless old lot, honestly.", "--rules", "opinion"], {
      files,
    });
    expect(bare.out).not.toContain("second opinion");
  });
});

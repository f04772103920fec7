import { expect, test } from "vitest";
import { HOUSE_RULES } from "../house-rules.ts";
import { run } from "../run.ts";

const GRUMBLE = "Their work is dodgy.";

/** The exit code of a check of `draft`, where every file is in the folder where postlint is started. */
async function code(files: Readonly<Record<string, string>>, ...argv: readonly string[]): Promise<number> {
  return (await run(argv, { files: { "copy/a.txt": GRUMBLE, "copy/b.txt": GRUMBLE, ...files } })).code;
}

test.each([
  ["what it extends", "extends: base.yaml", { "base.yaml": "fail_on: warning" }, 1],
  ["its own over what it extends", "extends: base.yaml\nfail_on: error", { "base.yaml": "fail_on: warning" }, 0],
  [
    "the later of two that it extends",
    "extends: [a.yaml, b.yaml]",
    { "a.yaml": "fail_on: warning", "b.yaml": "fail_on: error" },
    0,
  ],
  [
    "what is extended further up",
    "extends: shared/a.yaml",
    { "shared/a.yaml": "extends: ../b.yaml", "b.yaml": "fail_on: warning" },
    1,
  ],
])("a configuration uses %s", async (_, config, bases, expected) => {
  expect(await code({ "postlint.config.yaml": config, ...bases }, "copy/a.txt")).toBe(expected);
});

test("ignore: of a configuration that is extended counts from its own folder", async () => {
  const files = { "postlint.config.yaml": "extends: copy/base.yaml", "copy/base.yaml": "ignore: [/a.txt]" };
  const { io } = await run(["copy", "-o", "r.json"], { files: { ...files, "copy/a.txt": "One", "copy/b.txt": "Two" } });
  expect(JSON.parse(io.files.get("/desk/r.json")!).summary).toMatchObject({ posts: 1 });
});

test.each([
  ["made graver", "levels: { conduct/grumble: error }", 1],
  ["made graver by its subject", "levels: { conduct/*: error }", 1],
  ["made graver with all others", 'levels: { "*": error }', 1],
  ["left as it is by its subject, over all others", 'levels: { "*": error, conduct/*: warning }', 0],
  ["left as it is by its own id, over its subject", "levels: { conduct/*: error, conduct/grumble: warning }", 0],
  [
    "made graver for the drafts of an override",
    "overrides: [{ files: [copy/a.txt], levels: { conduct/*: error } }]",
    1,
  ],
  ["left as it is for others", "overrides: [{ files: [copy/b.txt], levels: { conduct/*: error } }]", 0],
  [
    "as the later override has it",
    "overrides: [{ files: [copy], levels: { conduct/*: error } }, { files: [a.txt], levels: { conduct/*: off } }]",
    0,
  ],
])("a rule can be %s", async (_, config, expected) => {
  expect(await code({ "postlint.config.yaml": config }, "copy/a.txt")).toBe(expected);
});

test("a rule that is off finds nothing", async () => {
  const files = { "postlint.config.yaml": "levels: { conduct/grumble: off }", "a.txt": GRUMBLE };
  expect((await run(["a.txt", "-f", "unix"], { files })).out).toBe("");
});

test.each([
  ["conduct/grumbel: off", "1:11: there is no rule conduct/grumbel. Did you mean conduct/grumble?"],
  ["conductt/*: off", "1:11: no rule begins with conductt/. Did you mean conduct/*?"],
  ["grumble: off", "1:11: there is no rule grumble. Did you mean conduct/grumble?"],
  [
    "confidential/code-name: off",
    "1:11: confidential/code-name can't be made milder or switched off: what it finds must not go out.",
  ],
  [
    "confidential/code-name: warning",
    "1:11: confidential/code-name can't be made milder or switched off: what it finds must not go out.",
  ],
  [
    "practice/shouting: error",
    "1:11: practice/shouting is good practice, which no clause asks for: it can be suggestion or off.",
  ],
  [
    "conduct/grumble: eror",
    "1:28: levels.conduct/grumble can be off, suggestion, warning or error. Did you mean error?",
  ],
])("levels: { %s } is refused with its place", async (level, message) => {
  const files = { "a.txt": GRUMBLE, "postlint.config.yaml": `levels: { ${level} }` };
  const { code, err } = await run(["a.txt"], { files });
  expect({ code, first: err.split("\n")[0] }).toEqual({ code: 2, first: `postlint.config.yaml:${message}` });
});

test.each([
  ["a subject that is switched off leaves", "levels: { confidential/*: off }"],
  ["whoever switches all rules off leaves", 'levels: { "*": off }'],
])("%s on what must not be let through, and that is said", async (_, config) => {
  const files = { "postlint.config.yaml": config, "a.txt": "TOP-SECRET bluebottle" };
  const { code, out, err } = await run(["a.txt", "-f", "unix"], { files });
  expect({ code, rules: out.match(/\[[^\]]+\]\n/gu) }).toEqual({ code: 1, rules: ["[confidential/code-name P3]\n"] });
  expect(err).toBe(
    "Note: postlint.config.yaml:1:11 leaves confidential/code-name as it is: what it finds must not go out.\n",
  );
});

test("an override says where its drafts go, unless a flag does", async () => {
  const files = {
    "postlint.config.yaml": "channel: x\noverrides: [{ files: [copy/*], channel: friendface }]",
    "copy/a.txt": "One",
  };
  expect((await run(["copy"], { files })).err).toContain('"friendface"');
  expect((await run(["copy", "--channel", "x"], { files })).err).not.toContain("friendface");
});

test("an override fails the run from a level of its own, unless a flag says otherwise", async () => {
  const files = {
    "postlint.config.yaml": "overrides: [{ files: [copy/*], fail_on: warning }, { files: [old/*], fail_on: never }]",
    "copy/a.txt": GRUMBLE,
    "old/a.txt": "TOP-SECRET",
    "b.txt": GRUMBLE,
  };
  const codeOf = async (...argv: readonly string[]) => (await run(argv, { files })).code;
  expect(await Promise.all([codeOf("copy"), codeOf("old"), codeOf("b.txt")])).toEqual([1, 0, 0]);
  expect(await Promise.all([codeOf("copy", "--fail-on", "error"), codeOf("old", "--strict")])).toEqual([0, 1]);
});

test("every mistake of a configuration and of what it extends is told at once", async () => {
  const files = {
    "postlint.config.yaml":
      "extends: [base.yaml, none.yaml]\nchanel: x\nacount: y\noverrides:\n  - { chanel: x, fiels: [a] }\n",
    "base.yaml": "channel: x\nfail_on: eror\n",
    "a.txt": "One",
  };
  const { code, err } = await run(["a.txt"], { files });
  expect(code).toBe(2);
  expect(err.split("\n").map((line) => line.replace(/ The settings are .*/u, ""))).toEqual([
    'postlint.config.yaml:2:1: there is no setting "chanel". Did you mean channel?',
    'postlint.config.yaml:3:1: there is no setting "acount". Did you mean account?',
    "postlint.config.yaml:5:5: files is missing here.",
    'postlint.config.yaml:5:7: there is no setting "overrides.chanel". Did you mean channel?',
    'postlint.config.yaml:5:18: there is no setting "overrides.fiels". Did you mean files?',
    "base.yaml:2:10: fail_on can be error, warning, suggestion or never. Did you mean error?",
    "postlint.config.yaml:1:22: extends none.yaml, which does not exist.",
    "Nothing was checked. Mend these lines first.",
    "",
  ]);
});

test.each([
  [
    "in a circle",
    { "postlint.config.yaml": "extends: b.yaml", "b.yaml": "fail_on: error\nextends: [postlint.config.yaml]" },
    "b.yaml:2:11: configurations extend each other in a circle: postlint.config.yaml → b.yaml → postlint.config.yaml.",
  ],
  [
    "what is not there",
    { "postlint.config.yaml": "extends: b.yaml" },
    "postlint.config.yaml:1:1: extends b.yaml, which does not exist.",
  ],
  [
    "a folder",
    { "postlint.config.yaml": "extends: copy" },
    "postlint.config.yaml:1:1: extends copy, which is a folder, not a file.",
  ],
])("extending %s is refused with its place", async (_, configs, message) => {
  const { code, err } = await run(["copy"], { files: { "copy/a.txt": "One", ...configs } as Record<string, string> });
  expect({ code, first: err.split("\n")[0] }).toEqual({ code: 2, first: message });
});

test("config show names the value of each setting and where it comes from", async () => {
  const files = {
    "postlint.config.yaml":
      "extends: base.yaml\nchannel: x\noverrides:\n  - files: [copy/*]\n    channel: linkedin\n    levels: { conduct/*: off }\n",
    "base.yaml": "account: programme\nfail_on: warning\nignore: [old, '*.bak.txt']\nlevels: { conduct/*: error }\n",
  };
  const scene = { files, env: { POSTLINT_FORMAT: "json" } };
  expect((await run(["config", "show", "--fail-on", "never"], scene)).out).toMatchInlineSnapshot(`
    "rules             hee-social-media  default
    format            json              POSTLINT_FORMAT
    fail_on           never             --fail-on
    channel           x                 postlint.config.yaml:2:1
    account           programme         base.yaml:1:1
    author            not set           default
    baseline          not set           default
    ignore            old, *.bak.txt    base.yaml:3:1
    levels conduct/*  error             base.yaml:4:11
    "
  `);
  const draft = await run(["config", "show", "--file", "copy/a.md", "--json"], scene);
  expect(JSON.parse(draft.out)).toEqual(
    expect.arrayContaining([
      { setting: "channel", value: "linkedin", from: "postlint.config.yaml:5:5" },
      { setting: "levels conduct/*", value: "off", from: "postlint.config.yaml:6:15" },
    ]),
  );
});

test("config show names files and standard output as a check has them", async () => {
  const files = {
    "/desk/postlint.config.yaml":
      "rules: ours\nbaseline: known.baseline\nformat: json\noutputs: [json=reports/all.json, html=all.html]\nmap: { text: [C, D] }\n",
    ...Object.fromEntries(Object.entries(HOUSE_RULES).map(([name, text]) => [`/desk/ours/${name}`, text])),
  };
  const scene = { files, cwd: "/desk/copy" };
  const show = async (...argv: readonly string[]) => (await run(["config", "show", ...argv], scene)).out;
  expect(await show()).toMatchInlineSnapshot(`
    "rules     ../ours                                     ../postlint.config.yaml:1:1
    format    summary only                                ../postlint.config.yaml:4:1
    fail_on   error                                       default
    channel   not set                                     default
    account   not set                                     default
    author    not set                                     default
    baseline  ../known.baseline                           ../postlint.config.yaml:2:1
    outputs   json=../reports/all.json, html=../all.html  ../postlint.config.yaml:4:1
    map text  C, D                                        ../postlint.config.yaml:5:8
    "
  `);
  expect(await show("--format", "unix")).toMatch(/^format +unix +--format$/m);
});

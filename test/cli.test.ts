import { expect, test, vi } from "vitest";
import { anyOf } from "../src/model/listing.ts";
import { reporters } from "../src/reporters/index.ts";
import { run } from "./run.ts";

const ERROR = "This is TOP-SECRET.";
const WARNING = "Their work is dodgy.";
const SUGGESTION = "WOW what a day";
const PLAIN = "Applications open on Monday.";

test.each([
  ["nothing found", [], PLAIN, 0],
  ["an error", [], ERROR, 1],
  ["only a warning", [], WARNING, 0],
  ["only a warning, when strict", ["--strict"], WARNING, 1],
  ["a warning that is to fail", ["--fail-on", "warning"], WARNING, 1],
  ["a suggestion that is to fail", ["--fail-on", "suggestion"], SUGGESTION, 1],
  ["only a suggestion, when strict", ["--strict"], SUGGESTION, 0],
  ["an error where nothing is to fail", ["--fail-on", "never"], ERROR, 0],
  ["an empty draft", [], "", 2],
  ["an empty draft that may be", ["--allow-empty"], "", 0],
])("%s: postlint %j ends with its code", async (_what, options, draft, code) => {
  expect((await run(["draft.txt", ...options], { files: { "draft.txt": draft } })).code).toBe(code);
});

test("findings go to standard output and nothing goes to standard error", async () => {
  const { out, err } = await run(["draft.txt"], { files: { "draft.txt": ERROR } });
  expect(out).toContain("TOP-SECRET");
  expect(out).toContain("P3");
  expect(err).toBe("");
});

test("a run with warnings ends by saying that they need a person", async () => {
  const { out } = await run(["draft.txt"], { files: { "draft.txt": WARNING } });
  expect(out.trimEnd()).toMatch(/No errors\. 1 warning still needs a person\.$/u);
});

test("check can be said or left out", async () => {
  const scene = { files: { "draft.txt": ERROR } };
  expect((await run(["check", "draft.txt"], scene)).out).toBe((await run(["draft.txt"], scene)).out);
});

test("a mistyped path is not checked as if it were text", async () => {
  const { code, out, err } = await run(["dratf.txt"], { files: { "draft.txt": ERROR } });
  expect(code).toBe(2);
  expect(err).toContain("Could not check dratf.txt: there is no such file or folder. Did you mean draft.txt?");
  expect(out).toContain("No post was checked");
});

test("words that are no path are not checked either, and --text is named", async () => {
  const { code, err } = await run(["My patient cried all night"], {});
  expect(code).toBe(2);
  expect(err).toContain('--text "My patient cried all night"');
});

test("a pattern that matches no file does not end with 0", async () => {
  const { code, err } = await run(["copy/*.md"], { files: { "copy/a.txt": PLAIN } });
  expect(code).toBe(2);
  expect(err).toBe("Could not check copy/*.md: this pattern matches no file\n");
});

test("a pattern may match no file where there may be nothing to check", async () => {
  const { code, err } = await run(["copy/*.md", "--allow-empty"], { files: { "copy/a.txt": PLAIN } });
  expect(code).toBe(0);
  expect(err).toContain("Note on copy/*.md: this pattern matches no file");
});

test("findings fail a run that writes them to a file", async () => {
  const { code, out, io } = await run(["draft.txt", "-o", "unix=found.txt"], { files: { "draft.txt": ERROR } });
  expect(code).toBe(1);
  expect(io.files.get("/desk/found.txt")).toMatch(/^draft\.txt:1:9: error: .*TOP-SECRET/u);
  expect(out).toMatch(/^1 post checked: 1 error.*\n$/u);
});

test("an unreadable file does not end with 0, and the others are still checked", async () => {
  const files = { "a.txt": { refuses: "EACCES" }, "b.txt": ERROR };
  const { code, out, err } = await run(["a.txt", "b.txt"], { files });
  expect(code).toBe(2);
  expect(err).toContain("Could not check a.txt: cannot be read (permission denied)");
  expect(out).toContain("TOP-SECRET");
});

test.each([
  ["draft.png", /^Could not check draft\.png: postlint reads files that end in \.txt, .*\.docx/u],
  ["July.xls", /^Could not check July\.xls: This is the old Excel format\. Save it as \.xlsx/u],
  ["july.numbers", /^Could not check july\.numbers: This is a Numbers spreadsheet\. Export it as \.xlsx/u],
  [
    "draft.eml",
    /^Could not check draft\.eml: This is an e-mail\. Put the words of the post alone into a \.txt or \.docx file/u,
  ],
  ["draft.pages", /Export it as \.docx/u],
  ["draft.docx", /^Could not check draft\.docx: This is no document, whatever its name says\. Save it as \.docx/u],
])(
  "%s can't be read, which is a problem that says what would be right; the other files are still checked",
  async (name, message) => {
    const { code, out, err } = await run([name, "b.txt"], { files: { [name]: "PK", "b.txt": ERROR } });
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(out).toContain("TOP-SECRET");
  },
);

test("a crash does not share its code with findings, and shows where only with --debug", async () => {
  const crash = new TypeError("x is not a function");
  vi.spyOn(Date.prototype, "getFullYear").mockImplementation(() => {
    throw crash;
  });
  const plain = await run(["draft.txt"], { files: { "draft.txt": ERROR } });
  const debug = await run(["draft.txt", "--debug"], { files: { "draft.txt": ERROR } });
  vi.restoreAllMocks();
  expect(plain).toMatchObject({ code: 2, out: "" });
  expect(plain.err).toBe(
    "postlint itself failed, which is a mistake in it: x is not a function. With --debug it shows where.\n",
  );
  expect(debug.err).toContain("cli.test.ts");
});

test.each([
  ["JSON", `Unexpected token 'N', "NHS number 999 000 0018" is not valid JSON`, `'N', "…" is not valid JSON`],
  ["JSON over lines", `Unexpected token '\n', ..."number\n999 000 0018 "... is not valid JSON`, `..."…"... is not`],
  ["a pattern", "Invalid regular expression: /(999 000 0018/u: Unterminated group", `expression: "…"u: Unterminated`],
])("a crash over %s quotes no draft, with --debug neither", async (_what, message, shown) => {
  vi.spyOn(Date.prototype, "getFullYear").mockImplementation(() => {
    throw new SyntaxError(message);
  });
  const plain = await run(["draft.txt"], { files: { "draft.txt": ERROR } });
  const debug = await run(["draft.txt", "--debug"], { files: { "draft.txt": ERROR } });
  vi.restoreAllMocks();
  expect(plain.err).toContain(shown);
  expect(debug.err).toContain("cli.test.ts");
  expect(plain.err + debug.err).not.toMatch(/999|0018/);
});

test("standard input is read where it is piped in and no path is given", async () => {
  const { code, out } = await run([], { stdin: ERROR });
  expect(code).toBe(1);
  expect(out).toContain("TOP-SECRET");
});

test("standard input is read for -, among other paths", async () => {
  const { code, out } = await run(["-", "b.txt", "-f", "unix"], { stdin: ERROR, files: { "b.txt": WARNING } });
  expect(code).toBe(1);
  expect(out.split("\n").map((line) => line.split(":")[0])).toEqual(["-", "b.txt", ""]);
});

test("someone who is to paste a draft is told how to end it", async () => {
  expect((await run(["-"])).err).toContain("press Ctrl+D on a line of its own");
  expect((await run(["-"], { stdin: PLAIN })).err).toBe("");
});

test("standard input is left alone where paths are given", async () => {
  expect((await run(["b.txt"], { stdin: ERROR, files: { "b.txt": PLAIN } })).code).toBe(0);
});

test("nothing to read from shows the help on standard error and ends with 2", async () => {
  const { code, out, err } = await run([]);
  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err).toBe((await run(["--help"])).out);
});

test("--text is checked as it stands", async () => {
  const { code, out } = await run(["--text", ERROR]);
  expect(code).toBe(1);
  expect(out).toContain("TOP-SECRET");
});

test.each([
  ["an unknown option", ["draft.txt", "--formt", "json"], "There is no option --formt.\nDid you mean --format?\n"],
  ["an option without its value", ["draft.txt", "--format"], "--format <name> needs a value behind it."],
  [
    "an unknown format",
    ["draft.txt", "-f", "jsn"],
    `can't be "jsn".\nIt can be ${anyOf(Object.keys(reporters))}. Did you mean json?`,
  ],
  ["an unknown level", ["draft.txt", "--fail-on", "eror"], "Did you mean error?"],
  ["an unknown account", ["draft.txt", "--account", "corprate"], "Did you mean corporate?"],
  ["an unknown author", ["draft.txt", "--author", "martian"], "employee, agency-worker"],
  ["two ways to say when to fail", ["draft.txt", "--strict", "--fail-on", "error"], "contradict each other"],
  [
    "an impossible date",
    ["draft.txt", "--as-of", "2026-02-30"],
    '"2026-02-30" is not a date.\nWrite it as 2026-11-30.',
  ],
  ["an impossible time", ["draft.txt", "--publish-at", "sometime"], '"sometime" is not a time.'],
  ["an unknown mask", ["draft.txt", "--mask", "off"], "It can be auto or never."],
  ["text and a file", ["draft.txt", "--text", "words"], "Give one of them."],
  ["a mistyped command", ["explian", "P3"], "Did you mean postlint explain?"],
  ["half a command", ["rules"], "postlint rules new, postlint rules test"],
  ["a mistyped second word", ["rules", "tset"], "Did you mean postlint rules test?"],
  ["an output without a name", ["draft.txt", "-o", "json="], "--output json= names no file."],
  ["an output format nobody knows", ["draft.txt", "-o", "jsn=x.json"], "Did you mean json?"],
  [
    "two outputs in one place",
    ["draft.txt", "-o", "a.json", "-o", "unix=./a.json"],
    "Two outputs would write to a.json.",
  ],
  ["an output over a draft", ["draft.txt", "-o", "unix=draft.txt"], "draft.txt is to be checked and to be written to."],
  [
    "an output over a folder",
    ["draft.txt", "-o", "unix=folder"],
    "The report folder cannot be written (it is a folder).",
  ],
  [
    "a rule set that is not there",
    ["draft.txt", "--rules", "foldre"],
    "There is no rule set foldre.\nDid you mean folder?",
  ],
  [
    "a rule set that is a file",
    ["draft.txt", "--rules", "draft.txt"],
    "The rule set draft.txt is a file, not a folder.",
  ],
  ["a rule set without its main file", ["draft.txt", "--rules", "folder"], "folder holds no ruleset.yaml."],
  [
    "a configuration that is not there",
    ["draft.txt", "--config", "my.yaml"],
    "The configuration my.yaml cannot be read",
  ],
])("%s is refused with 2 and a hint, and checks nothing", async (_what, argv, message) => {
  const { code, out, err } = await run(argv, { files: { "draft.txt": ERROR, "folder/note.txt": "" } });
  expect(err).toContain(message);
  expect(code).toBe(2);
  expect(out).toBe("");
});

test("a mistake in a rule file is shown with its place and ends with 2", async () => {
  const files = { "draft.txt": ERROR, "house/ruleset.yaml": "nmae: house\n" };
  const { code, out, err } = await run(["draft.txt", "--rules", "house"], { files });
  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err).toMatch(/^house\/ruleset\.yaml:1:1: .*name/mu);
  expect(err).toContain("Nothing was checked.");
});

test("what a file holds can't move the cursor of a terminal", async () => {
  const files = { "draft.txt": ERROR, "postlint.config.yaml": '"\\e[2Jformat": json\n' };
  const { err } = await run(["draft.txt"], { files });
  expect(err).toContain("there is no setting");
  expect(err).not.toContain("\u001b");
});

test("a mistake in the configuration is shown with its place and ends with 2", async () => {
  const files = { "draft.txt": ERROR, "postlint.config.yaml": "strict: true\nfail-on: warning\nformat: jsn\n" };
  const { code, err } = await run(["draft.txt"], { files });
  expect(code).toBe(2);
  expect(err.split("\n").slice(0, 3)).toEqual([
    'postlint.config.yaml:1:1: there is no setting "strict". The settings are extends, rules, channel, account, author, format, fail_on, hold, ignore, outputs, levels, map, overrides, baseline.',
    'postlint.config.yaml:2:1: there is no setting "fail-on". Did you mean fail_on?',
    `postlint.config.yaml:3:9: format can be ${anyOf(Object.keys(reporters))}. Did you mean json?`,
  ]);
});

test("several outputs come from one run, and the format of each from its name where none is given", async () => {
  const argv = ["draft.txt", "-o", "out/a.json", "-o", "b.jsonl", "-o", "pretty=c.txt"];
  const { io } = await run(argv, { files: { "draft.txt": ERROR } });
  expect(JSON.parse(io.files.get("/desk/out/a.json")!)).toMatchObject({ summary: { errors: 1 } });
  expect(io.files.get("/desk/b.jsonl")).toContain('"confidential/marking"');
  expect(io.files.get("/desk/c.txt")).toContain("P3");
});

test("a crash leaves the report of the last run in its place", async () => {
  const files = { "draft.txt": ERROR, "report.json": "the last one" };
  const write = vi.spyOn(JSON, "stringify").mockImplementation(() => {
    throw new TypeError("crash");
  });
  const { code, io } = await run(["draft.txt", "-o", "report.json"], { files });
  write.mockRestore();
  expect(code).toBe(2);
  expect(io.files.get("/desk/report.json")).toBe("the last one");
  expect([...io.unfinished]).toEqual([]);
});

test.each([
  ["a pipe", ["-f", "pretty"], { terminal: false }, true],
  ["a terminal", ["-f", "pretty"], { terminal: true }, false],
  ["CI, even at a terminal", ["-f", "pretty"], { terminal: true, env: { CI: "true" } }, true],
  ["a machine format", ["-f", "json"], { terminal: true }, true],
  ["a file", ["-o", "pretty=report.txt"], { terminal: true }, true],
])("--mask never, to %s: masked is what must be", async (_what, options, scene, masked) => {
  const draft = { "draft.txt": "Operation bluebottle begins." };
  const { out, err, io } = await run(["draft.txt", "--mask", "never", ...options], { ...scene, files: draft });
  const shown = out + (io.files.get("/desk/report.txt") ?? "");
  expect(shown.includes("bluebottle")).toBe(!masked);
  expect(err).toBe(
    masked ? "Personal details stay hidden: --mask never works only on your own screen, in the pretty format.\n" : "",
  );
});

test.each([
  ["at a terminal", { terminal: true }, [], true],
  ["in a pipe", { terminal: false }, [], false],
  ["at a terminal with NO_COLOR", { terminal: true, env: { NO_COLOR: "1" } }, [], false],
  ["at a terminal that knows none", { terminal: true, env: { TERM: "dumb" } }, [], false],
  ["in a pipe with FORCE_COLOR", { terminal: false, env: { FORCE_COLOR: "1" } }, [], true],
  ["at a terminal with FORCE_COLOR=0", { terminal: true, env: { FORCE_COLOR: "0" } }, [], false],
  ["with FORCE_COLOR and --no-color", { terminal: true, env: { FORCE_COLOR: "1" } }, ["--no-color"], false],
])("colours %s", async (_where, scene, options, coloured) => {
  const { out } = await run(["draft.txt", ...options], { ...scene, files: { "draft.txt": ERROR } });
  expect(out.includes("\u001b[")).toBe(coloured);
});

test("the report records the day that stands for today", async () => {
  const scene = { files: { "draft.txt": PLAIN } };
  const asOf = async (options: readonly string[]) =>
    JSON.parse((await run(["draft.txt", "-f", "json", ...options], scene)).out).asOf;
  expect(await asOf([])).toBe("2026-11-22");
  expect(await asOf(["--as-of", "2025-01-31"])).toBe("2025-01-31");
});

test("--reference finds the same", async () => {
  const scene = { files: { "draft.txt": `${ERROR} ${WARNING} ${SUGGESTION}` } };
  expect((await run(["draft.txt", "--reference"], scene)).out).toBe((await run(["draft.txt"], scene)).out);
});

test.each([[["rules", "--help"]], [["--help", "rules"]], [["help", "rules"]]])(
  "postlint %j lists the commands of that name",
  async (argv) => {
    const { code, out } = await run(argv);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Commands:\n {2}postlint rules check .*\n(?: {2}postlint rules .*\n)+ {2}Each tells more with --help\.\n$/u,
    );
  },
);

test("--help before a command is the help of the command", async () => {
  expect(await run(["--help", "explain"])).toMatchObject({ code: 0, out: (await run(["explain", "--help"])).out });
});

test("a word that begins commands asks for the next one", async () => {
  const { code, err } = await run(["config"]);
  expect({ code, err }).toEqual({
    code: 2,
    err: "config needs a word behind it.\nWrite postlint config show. To check a folder of that name, write ./config\n",
  });
});

test("--version is that of the package", async () => {
  expect(await run(["--version"])).toMatchObject({ code: 0, out: "9.9.9\n", err: "" });
});

test.each([[["--help"]], [["help"]], [["check", "--help"]], [["--help", "check"]]])(
  "postlint %j is the help",
  async (argv) => {
    const { code, out, err } = await run(argv);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    await expect(out).toMatchFileSnapshot("golden/help.txt");
  },
);

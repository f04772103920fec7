import { expect, test } from "vitest";
import type { Flags } from "../../src/config/layers.ts";
import { settle } from "../../src/config/settings.ts";
import { memoryIo, type Scene } from "../memory-io.ts";

const settled = (flags: Flags, scene: Scene = {}) => settle(memoryIo(scene), flags);

const configured = (text: string, scene: Scene = {}): Scene => ({
  ...scene,
  files: { ...scene.files, "/desk/postlint.config.yaml": text },
});

test("without flags, environment and file everything has its default", async () => {
  expect(await settled({})).toEqual({
    rules: null,
    format: "pretty",
    formatIsChosen: false,
    formatShown: "pretty",
    failOn: "error",
    map: {},
    defaults: {},
    hold: null,
    ignore: [],
    outputs: [],
    baseline: null,
    configs: [],
    layers: [],
  });
});

test.each([
  ["the default", {}, {}, null, "error"],
  ["the file over the default", {}, {}, "fail_on: warning", "warning"],
  ["the environment over the file", {}, { POSTLINT_FAIL_ON: "suggestion" }, "fail_on: warning", "suggestion"],
  [
    "a flag over the environment",
    { fail_on: "never" },
    { POSTLINT_FAIL_ON: "suggestion" },
    "fail_on: warning",
    "never",
  ],
  ["the file where a variable is blank", {}, { POSTLINT_FAIL_ON: "" }, "fail_on: warning", "warning"],
])("it is %s", async (_what, flags, env, file, failOn) => {
  const scene = file === null ? { env } : configured(file, { env });
  expect(await settled(flags, scene)).toMatchObject({ failOn });
});

test("every setting of a file is used", async () => {
  const file = `
rules: our-rules
channel: Twitter
account: programme
author: employee
format: jsonl
fail_on: suggestion
ignore: [old/**, "*.bak.txt"]
outputs: [json=out/report.json]
baseline: postlint.baseline
`;
  expect(await settled({}, configured(file))).toEqual({
    rules: "our-rules",
    format: "jsonl",
    formatIsChosen: true,
    formatShown: null,
    failOn: "suggestion",
    map: {},
    defaults: { channel: "Twitter", account: "programme", author: "employee" },
    hold: null,
    ignore: [{ patterns: ["old/**", "*.bak.txt"], folder: "/desk" }],
    outputs: [{ format: "json", path: "out/report.json" }],
    baseline: "postlint.baseline",
    configs: ["/desk/postlint.config.yaml"],
    layers: [],
  });
});

test("metadata of the command line is as a person writes it", async () => {
  const { defaults } = await settled(
    { channel: "Insta", publish_at: "30 November 2026" },
    configured("account: personal"),
  );
  expect(defaults).toEqual({ channel: "Insta", account: "personal", publish_at: "30 November 2026" });
});

test("a configuration is found in a folder above, and its paths are its own", async () => {
  const file = "rules: our-rules\noutputs: [json=report.json]\nignore: [old]";
  expect(await settled({}, configured(file, { cwd: "/desk/copy/july" }))).toMatchObject({
    rules: "../../our-rules",
    outputs: [{ format: "json", path: "../../report.json" }],
    ignore: [{ folder: "/desk" }],
  });
});

test("paths of flags and variables are relative to where postlint was started", async () => {
  const scene = configured("rules: our-rules", { cwd: "/desk/copy", env: { POSTLINT_RULES: "mine" } });
  expect((await settled({ outputs: ["a.json"] }, scene)).outputs).toEqual([{ format: "json", path: "a.json" }]);
  expect((await settled({}, scene)).rules).toBe("mine");
  expect((await settled({ rules: "/else" }, scene)).rules).toBe("/else");
});

test("the nearest configuration counts, unless another is named", async () => {
  const files = { "/desk/copy/postlint.config.yaml": "format: unix", "/desk/other.yaml": "format: json" };
  const scene = configured("format: jsonl", { cwd: "/desk/copy", files });
  expect((await settled({}, scene)).format).toBe("unix");
  expect((await settled({ config: "../other.yaml" }, scene)).format).toBe("json");
});

test.each([
  ["its own format", {}, "unix=a.json", "unix", "a.json"],
  ["the format that is asked for", { format: "jsonl" }, "a.log", "jsonl", "a.log"],
  ["the format of its ending", {}, "a.jsonl", "jsonl", "a.jsonl"],
  ["the page for a browser where it ends in .html", {}, "a.html", "html", "a.html"],
  ["the page for a browser where it ends in .HTM", {}, "a.HTM", "html", "a.HTM"],
  ["Markdown where it ends in .md", {}, "notes/a.md", "markdown", "notes/a.md"],
  ["what a person reads where it ends in .txt", {}, "a.txt", "pretty", "a.txt"],
  ["its own format, whatever it ends in", { format: "json" }, "html=a.json", "html", "a.json"],
  ["a name with = in it", {}, "json=week=31.json", "json", "week=31.json"],
  ["a folder with = in it", {}, "out/week=31.json", "json", "out/week=31.json"],
])("an output gets %s", async (_what, flags, output, format, path) => {
  expect((await settled({ ...flags, outputs: [output] })).outputs).toEqual([{ format, path }]);
});

test("an output whose ending names no format gets the configured one", async () => {
  const scene = configured("format: unix");
  expect((await settled({ outputs: ["a.log"] }, scene)).outputs).toEqual([{ format: "unix", path: "a.log" }]);
  expect((await settled({ outputs: ["a.md"] }, scene)).outputs).toEqual([{ format: "markdown", path: "a.md" }]);
});

test.each([
  ["an ending that names no format", {}, "july.docx", "--output july.docx ends in .docx, which names no format."],
  ["no ending", {}, "out/july", "--output out/july has no ending that names a format."],
  [
    "another ending than the format that is asked for",
    { format: "json" },
    "july.html",
    "--format json and --output july.html name two formats.",
  ],
])("an output with %s is refused", async (_what, flags, output, message) => {
  await expect(settled({ ...flags, outputs: [output] })).rejects.toThrow(message);
});

test.each([
  ["what is asked for where it is written nowhere else", "jsonl", ["json=a.json"], "jsonl"],
  ["what is asked for beside what the files' endings name", "unix", ["json=a", "sarif=b"], "unix"],
  ["the summary where what is asked for is how a file is written", "json", ["a.json"], null],
  ["what is asked for where a file says the same for itself", "json", ["json=a.json"], "json"],
  ["the summary where a file without an ending gets what is asked for", "json", ["sarif=a.sarif", "out/july"], null],
  ["the summary where nothing is asked for", undefined, ["a.json"], null],
  ["what is asked for where no file is written", "unix", undefined, "unix"],
])("standard output has %s", async (_what, format, outputs, formatShown) => {
  expect(await settled({ format, outputs })).toMatchObject({ formatShown });
});

test("a format of the configuration or the environment does not bring a report to standard output beside files", async () => {
  const scene = configured("format: unix", { env: { POSTLINT_FORMAT: "jsonl" } });
  expect(await settled({ outputs: ["a.json"] }, scene)).toMatchObject({ formatShown: null });
});

test.each([
  [
    "a bracket that stays open",
    "fail_on: error\nignore: [a, b\nrules: x\n",
    "2:13: a bracket is not closed: expected ] here or above.",
  ],
  ["a quotation mark that stays open", 'fail_on: "error\nrules: x\n', "1:10: this quotation mark is not closed."],
  [
    "a line that slips",
    "fail_on: error\n  rules: x\n",
    "1:10: the next line is indented as if it belonged to this one; begin it where this one begins.",
  ],
  [
    "a star in front of a name",
    "fail_on: *x\n",
    "1:10: *x stands for nothing, as no &x is above it; put text that begins with * between quotation marks.",
  ],
])("%s in a configuration is told in plain words at its place", async (_, text, message) => {
  await expect(settled({}, configured(text))).rejects.toMatchObject({ problems: [`postlint.config.yaml:${message}`] });
});

test.each([
  ["an unknown key", "chanel: x", 'postlint.config.yaml:1:1: there is no setting "chanel". Did you mean channel?'],
  [
    "an unknown value",
    "\nfail_on: eror",
    "postlint.config.yaml:2:10: fail_on can be error, warning, suggestion or never. Did you mean error?",
  ],
  ["a value of another kind", "channel: 5", "postlint.config.yaml:1:10: channel should be text."],
  [
    "a text for a list",
    "ignore: old",
    "postlint.config.yaml:1:9: ignore should be a list, each entry on its own line behind a dash.",
  ],
  ["something else in a list", "ignore:\n  - old\n  - 5", "postlint.config.yaml:3:5: ignore should be text."],
  ["an empty value", 'rules: ""', "postlint.config.yaml:1:8: rules is empty."],
  ["a list instead of settings", "- channel", "postlint.config.yaml:1:1: expected settings, such as fail_on: warning"],
  [
    "a key given twice",
    "channel: x\nchannel: linkedin",
    "postlint.config.yaml:2:1: this key is there already in the same place; keep one of them.",
  ],
])("%s is refused with its place", async (_what, text, message) => {
  await expect(settled({}, configured(text))).rejects.toMatchObject({ problems: [message] });
});

test("an empty configuration says nothing", async () => {
  const configs = ["/desk/postlint.config.yaml"];
  expect(await settled({}, configured("# nothing yet\n"))).toEqual({ ...(await settled({})), configs });
});

test("a variable that can't be is refused under its own name", async () => {
  await expect(settled({}, { env: { POSTLINT_FORMAT: "html5" } })).rejects.toThrow(
    'POSTLINT_FORMAT can\'t be "html5".',
  );
});

test.each([
  ["POSTLINT_CHANEL", "POSTLINT_CHANNEL"],
  ["POSTLINT_FAILON", "POSTLINT_FAIL_ON"],
  ["POSTLINT_RULE", "POSTLINT_RULES"],
])("the mistyped variable %s is refused", async (name, meant) => {
  await expect(settled({}, { env: { [name]: "x" } })).rejects.toMatchObject({
    message: `${name} is no variable that postlint reads.`,
    hint: `Did you mean ${meant}?`,
  });
});

test.each([
  "POSTLINT_FROM",
  "POSTLINT_VERSION",
  "POSTLINT_ACTION_PATHS",
  "POSTLINT_ACTION_CHANGED_SINCE",
  "POSTLINT_ACTION_CONFIG",
  "POSTLINT_ACTION_FAIL_ON",
  "POSTLINT_ACTION_SARIF",
  "POSTLINT_TOKEN",
])("%s may be somebody's own", async (name) => {
  expect(await settled({}, { env: { [name]: "x" } })).toMatchObject({ failOn: "error" });
});

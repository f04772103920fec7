import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { main } from "../src/cli.ts";
import { check, loadRuleSet } from "../src/index.ts";
import { HOUSE_PACKAGE } from "./house-rules.ts";
import { HOME, memoryIo } from "./memory-io.ts";
import { partsOf, rowsOf, zip } from "./readers/workbook.ts";
import { run } from "./run.ts";

/**
 * The traps that other checkers fell into, each by its name and through the front door. What lies behind each has tests of its
 * own beside its room.
 */

/** The house's rules and more of them. */
const withRules = (rules: string, files: Readonly<Record<string, string>>) => ({
  files: { ...files, [`${HOME}/rules/hee-social-media/more.yaml`]: rules },
});

const ruleFor = (id: string, find: string, breach: string, mask = false) => `- id: ${id}
  clauses: [P3]
  level: error
  confidence: certain
  message: '"{match}" is found.'
  advice: Leave it out.
  mask: ${mask}
  find: ${find}
  examples:
    breach: ["${breach}", "So ${breach}"]
    fine: ["Nothing here.", "Nor here"]
`;

const NHS_NUMBER = ruleFor(
  "confidential/nhs-number",
  "{ identifier: nhs-number }",
  "NHS number [[999 000 0018]]",
  true,
);

const findingsIn = (out: string) =>
  JSON.parse(out).posts.flatMap(({ findings }: { findings: readonly Found[] }) => findings) as readonly Found[];

interface Found {
  readonly rule: string;
  readonly text: string;
  readonly start: number;
  readonly line: number;
  readonly column: number;
}

test("a mistyped path checked as if it were text", async () => {
  const { code, out, err } = await run(["draft.tx"], { files: { "draft.txt": "Fine." } });
  expect(code).toBe(2);
  expect(out).toContain("No post was checked.");
  expect(err).toContain("there is no such file or folder. Did you mean draft.txt?");
});

test("a pattern that matches no file exits 0", async () => {
  expect((await run(["copy/*.md"], { files: { "copy/a.txt": "Fine." } })).code).toBe(2);
});

test("findings with an output file exit 0", async () => {
  const { code, io } = await run(["a.txt", "-o", "out.json"], { files: { "a.txt": "TOP-SECRET" } });
  expect(code).toBe(1);
  expect(findingsIn(io.files.get("/desk/out.json")!)).toHaveLength(1);
});

test("an unreadable file is skipped and the run is green", async () => {
  const { code, out, err } = await run(["a.txt", "b.xlsx"], { files: { "a.txt": "Fine.", "b.xlsx": "no workbook" } });
  expect(code).toBe(2);
  expect(out.replace(/\s+/gu, " ")).toContain("1 file could not be read.");
  expect(err).toContain("Could not check b.xlsx");
});

test("a sheet of a workbook that can't be found is skipped and the run is green", async () => {
  const { "xl/worksheets/sheet1.xml": _, ...parts } = partsOf({
    sheets: { May: rowsOf([["Copy"], ["Fine."]]), June: rowsOf([["Copy"], ["TOP-SECRET"]]) },
  });
  const { code, err } = await run(["a.xlsx"], { files: { "a.xlsx": await zip(parts) } });
  expect(code).toBe(2);
  expect(err).toContain("Could not check a.xlsx");
});

test("a crash shares its exit code with findings", async () => {
  const io = memoryIo({ files: { ...HOUSE_PACKAGE, "a.txt": "TOP-SECRET" } });
  const broken = Object.assign(Object.create(io), {
    readFile() {
      throw new TypeError("x is not a function");
    },
  });
  expect(await main(["a.txt"], broken)).toBe(2);
  expect(io.err()).toMatch(/^postlint itself failed[^\n]*\n$/u);
});

describe("a rule that can never match loads without a word", () => {
  const dead = (term: string) =>
    withRules(ruleFor("confidential/dead", `{ terms: ['${term}'] }`, term), { "a.txt": "One." });

  test("one without a letter is refused by every check", async () => {
    const { code, err } = await run(["a.txt"], dead("!!!"));
    expect(code).toBe(2);
    expect(err).toContain("more.yaml:8:19: a term needs at least one letter or digit");
  });

  test("one whose words no text can hold is told of by rules check", async () => {
    const { code, out } = await run(["rules", "check"], dead("top+secret"));
    expect(code).toBe(1);
    expect(out).toContain("confidential/dead");
  });
});

test("a place found by searching for the match again, so that a repeated word points at the wrong one", async () => {
  const text = "A dodgyish day, no dodgyness, and at last a dodgy one.";
  const [finding] = findingsIn((await run(["a.txt", "-f", "json"], { files: { "a.txt": text } })).out);
  expect(finding).toMatchObject({
    text: "dodgy",
    start: text.lastIndexOf("dodgy"),
    column: text.lastIndexOf("dodgy") + 1,
  });
});

test("columns that slip after an emoji", async () => {
  const text = "👩🏽‍⚕️ 🏳️‍🌈 é A dodgy day.";
  const [finding] = findingsIn((await run(["a.txt", "-f", "json"], { files: { "a.txt": text } })).out);
  expect(finding).toMatchObject({ start: text.indexOf("dodgy"), line: 1, column: text.indexOf("dodgy") + 1 });
  const rdjson = JSON.parse((await run(["a.txt", "-f", "rdjsonl"], { files: { "a.txt": text } })).out.split("\n")[0]!);
  expect(rdjson.location.range.start.column).toBe(Buffer.byteLength(text.slice(0, text.indexOf("dodgy"))) + 1);
});

test("#crazy and @crazy read as prose", async () => {
  const files = { "a.txt": "Ask @dodgy, or see #dodgy and https://dodgy.example.org/dodgy." };
  expect((await run(["a.txt", "--strict"], { files })).code).toBe(0);
});

describe("by the shipped rules", () => {
  const shipped = loadRuleSet();
  test.each([
    [
      "a place name refused for the letters inside it",
      "Our new college opens in Scunthorpe, and another in Penistone.",
    ],
    [
      "a place name refused for the letters inside it",
      "Trainees from Cockermouth, Lightwater and Clitheroe meet on Friday.",
    ],
    [
      "clinical words refused",
      "Book your breast screening. Our rectal examination module teaches how to ask about sexual health.",
    ],
    [
      "clinical words refused",
      "A new course on vaginal birth, penile cancer and anal fissures is open to midwives and surgeons.",
    ],
  ])("%s: %s", { timeout: 60_000 }, async (_, text) => {
    const { findings } = check({ text, channel: "linkedin", account: "programme" }, await shipped);
    expect(findings.filter(({ level }) => level !== "suggestion")).toEqual([]);
  });
});

test.each([
  [
    "in a sentence",
    "We write postlint-ignore-next conduct/grumble -- agreed, by Ann, above it.\n\nTheir work is dodgy.\n",
  ],
  ["in a fence", "```\n<!-- postlint-ignore-next conduct/grumble -- agreed, by Ann -->\n```\n\nTheir work is dodgy.\n"],
  [
    "in quotation marks",
    '"<!-- postlint-ignore-next conduct/grumble -- agreed, by Ann -->" we said.\n\nTheir work is dodgy.\n',
  ],
  [
    "behind other words",
    "Note: <!-- postlint-ignore-next conduct/grumble -- agreed, by Ann -->\nTheir work is dodgy.\n",
  ],
])("a suppression marker recognised in ordinary prose: %s", async (_, text) => {
  expect((await run(["a.md", "--strict"], { files: { "a.md": text } })).code).toBe(1);
});

test("a baseline keyed on line or count, which hides the new finding behind the old one", async () => {
  const old = { "a.txt": "A dodgy day.\n" };
  const { io } = await run(["baseline", "write"], { files: old });
  const baseline = { "postlint.baseline": io.files.get("/desk/postlint.baseline")! };
  const strict = (text: string) =>
    run(["a.txt", "--strict", "--baseline", "postlint.baseline"], { files: { ...baseline, "a.txt": text } });
  expect((await strict("New above.\n\nA dodgy day.\n")).code).toBe(0);
  expect((await strict("A dodgy plan.\n")).code).toBe(1);
  expect((await strict("A dodgy day.\n\nA dodgy day.\n")).code).toBe(1);
});

test("a literal of one rule hiding a longer literal of another in a shared scan", async () => {
  const more =
    ruleFor("confidential/short", "{ terms: [=board] }", "The [[board]] met") +
    ruleFor("confidential/long", "{ terms: [=board paper, =paper board meeting] }", "A [[board paper]] went out");
  const { out } = await run(["a.txt", "-f", "json"], withRules(more, { "a.txt": "The board paper board meeting." }));
  const both = await run(
    ["a.txt", "-f", "json", "--reference"],
    withRules(more, { "a.txt": "The board paper board meeting." }),
  );
  expect(new Set(findingsIn(out).map(({ rule }) => rule))).toEqual(
    new Set(["confidential/short", "confidential/long"]),
  );
  expect(findingsIn(out)).toEqual(findingsIn(both.out));
});

test("a report that prints, in a public log, the very number that it asks to be removed", async () => {
  const scene = withRules(NHS_NUMBER, {
    "a.md": "## Post 1: NHS number 999 000 0018\n\nBed 4, NHS number 999-000-0018.\n",
  });
  const { code, out, err } = await run(["a.md", "--mask", "never"], { ...scene, terminal: true, env: { CI: "true" } });
  expect(code).toBe(1);
  expect(out + err).not.toMatch(/999\W?000\W?0018/u);
});

test("a hash of a ten-digit number, which anyone can reverse", async () => {
  const reports = (number: string) => {
    const scene = withRules(NHS_NUMBER, { "a.txt": `Bed 4, NHS number ${number}, is asleep.` });
    return Promise.all([
      ...["sarif", "gitlab"].map(async (format) => (await run(["a.txt", "-f", format], scene)).out),
      run(["baseline", "write", "a.txt"], scene).then(({ io }) => io.files.get("/desk/postlint.baseline")),
    ]);
  };
  const [one, other] = await Promise.all([reports("943 476 5919"), reports("943 476 5870")]);
  expect(one).toEqual(other);
  const digest = createHash("sha256").update("9434765919").digest("hex");
  expect(one.join()).not.toContain(digest.slice(0, 16));
});

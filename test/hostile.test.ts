import { describe, expect, test } from "vitest";
import { reporters } from "../src/reporters/index.ts";
import { rowsOf, workbook, zip } from "./readers/workbook.ts";
import { run } from "./run.ts";

const MARK = "TOP-SECRET";

/** Drafts that would take for ever, or all memory, if one read them in good faith. The test ends, which is its point. */
test.each<readonly [what: string, name: string, content: string, code: number, said: RegExp]>([
  ["JSON of a hundred thousand lists", "a.json", "[".repeat(100_000), 2, /not valid JSON/u],
  [
    "JSON with a deep list beside its text",
    "a.json",
    `{"text":"${MARK}","x":${"[".repeat(1e5)}${"]".repeat(1e5)}}`,
    1,
    /^$/u,
  ],
  ["YAML of a hundred thousand lists", "a.yaml", "[".repeat(20_000), 2, /nested too deeply/u],
  ["YAML of ten thousand lists on one line", "a.yaml", "- ".repeat(10_000), 2, /nested too deeply/u],
  [
    "YAML of two thousand lists that each stand further in",
    "a.yaml",
    Array.from({ length: 2000 }, (_, at) => `${" ".repeat(at)}-\n`).join(""),
    2,
    /nested too deeply/u,
  ],
  ["front matter of as many on one line", "a.md", `---\n${"- ".repeat(10_000)}\n---\n${MARK}\n`, 2, /front matter/u],
  ["front matter of as many", "a.md", `---\n${"[".repeat(20_000)}\n---\n${MARK}\n`, 2, /front matter/u],
  ["a million hashtags", "a.txt", "#a ".repeat(1_000_000), 2, /3000000 characters long and was not checked/u],
  ["a hundred thousand comments that are never closed", "a.md", `${MARK}\n\n${"<!--".repeat(100_000)}`, 1, /^$/u],
  ["a hundred thousand fences", "a.md", `${"```\n".repeat(100_000)}`, 2, /no post/u],
  ["a letter with a hundred thousand accents", "a.txt", `${MARK} a${"\u0301".repeat(100_000)}`, 1, /^$/u],
  ["a hundred thousand marks that turn the writing", "a.txt", `${"\u202e".repeat(100_000)} ${MARK}`, 1, /^$/u],
  [
    "a hundred thousand events that never end",
    "a.ics",
    `BEGIN:VCALENDAR\n${"BEGIN:VEVENT\n".repeat(1e5)}`,
    2,
    /no calendar/u,
  ],
  ["twenty thousand columns", "a.csv", `${"a,".repeat(20_000)}copy\n${",".repeat(20_000)}${MARK}\n`, 1, /^$/u],
  [
    "fifty thousand columns that each have a name",
    "a.csv",
    `${Array.from({ length: 50_000 }, (_, at) => `column ${at},`).join("")}copy\n${",".repeat(50_000)}${MARK}\n`,
    1,
    /^$/u,
  ],
  [
    "twenty thousand columns that look like copy",
    "a.csv",
    `${"copy 100,".repeat(20_000)}copy\n${",".repeat(20_000)}${MARK}\n`,
    1,
    /and 19988 more/u,
  ],
  [
    "twenty thousand comments above one paragraph",
    "a.md",
    `${"<!-- postlint-ignore-next a/b -- c, by d -->\n".repeat(20_000)}${MARK}\n`,
    1,
    /^$/u,
  ],
  [
    "an event with a hundred thousand parameters",
    "a.ics",
    `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDESCRIPTION${";A=b".repeat(1e5)}:a\nEND:VEVENT\nEND:VCALENDAR\n`,
    2,
    /far more parameters/u,
  ],
])("%s are no way to stop a run", async (_what, name, content, code, said) => {
  const ended = await run([name, "-f", "unix"], { files: { [name]: content } });
  expect({ code: ended.code, err: said.test(ended.err.trim()) ? "as expected" : ended.err.slice(0, 300) }).toEqual({
    code,
    err: "as expected",
  });
});

test.each(["pretty", "json", "html", "markdown", "sarif", "junit", "gitlab", "unix", "table"])(
  "a thousand findings in one post fit into %s",
  async (format) => {
    const { code, out } = await run(["a.txt", "-f", format], { files: { "a.txt": `${MARK} `.repeat(1000) } });
    expect(code).toBe(1);
    expect(out).toContain(MARK);
  },
);

/** What every object has under such a name. */
const INHERITED = ["__proto__", "constructor", "toString", "hasOwnProperty"];

test.each(INHERITED)("%s is a word like any other, for a column, a key, an id and a channel", async (word) => {
  const files = {
    "a.csv": `${word},copy,channel\n1,${MARK},${word}\n`,
    "b.jsonl": `{"id":"${word}","text":"${MARK}","${word}":{"text":1},"meta":{"${word}":1,"channel":"${word}"}}\n`,
    "c.yaml": `- id: ${word}\n  ${word}: { text: 1 }\n  text: ${MARK}\n`,
  };
  for (const format of ["html", "markdown", "json", "table"]) {
    const { code, out, err } = await run([...Object.keys(files), "-f", format], { files });
    expect(err).not.toContain("postlint itself failed");
    expect({ code, found: out.includes(MARK) }).toEqual({ code: 1, found: true });
  }
});

/** The others hand back a file. */
const REPORTS = Object.keys(reporters).filter((format) => format !== "xlsx" && format !== "csv");

describe.each(INHERITED)("a calendar whose channel is %s", (channel) => {
  const rows = ["04", "04", "05"].map((day) => `${MARK},${channel},2027-05-${day} 09:00`);
  const files = { "a.csv": ["copy,channel,publish_at", ...rows, ""].join("\n") };

  test.each(REPORTS)("is reported as %s", async (format) => {
    const { code, out, err } = await run(["a.csv", "-f", format, "--verbose"], { files });
    expect({ code, found: out.includes(MARK) || out.includes("marking") }).toEqual({ code: 1, found: true });
    expect(`${out}${err}`).not.toMatch(/itself failed|function|native code|\[object/u);
  });

  test("is handed back as it was", async () => {
    const { code, io } = await run(["a.csv", "-o", "csv=b.csv"], { files });
    expect(code).toBe(1);
    expect(io.files.get("/desk/b.csv")).toContain(`${rows[0]},`);
  });
});

const ENTITIES =
  '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';

test.each<readonly [what: string, name: string, make: () => Promise<Uint8Array>]>([
  ["entities of its own", "a.xlsx", () => workbook({ sheets: { A: `<sheetData>&c;&x;</sheetData>${ENTITIES}` } })],
  [
    "elements in elements",
    "a.xlsx",
    () => workbook({ sheets: { A: `${"<x>".repeat(50_000)}${"</x>".repeat(50_000)}` } }),
  ],
  ["no part that is named", "a.docx", () => zip({ "_rels/.rels": "<a/>" })],
])("a package with %s is told of", async (_what, name, make) => {
  const { code, err } = await run([name], { files: { [name]: await make() } });
  expect(code).toBe(2);
  expect(err).toMatch(/^Could not check a\.(?:xlsx|docx)/u);
  expect(err).not.toMatch(/root:|itself failed/u);
});

test("a workbook whose one cell claims the last column is read", async () => {
  const sheet = rowsOf([["Copy"], [MARK]]).replace("<c t", '<c r="A1" t');
  const { code } = await run(["a.xlsx"], { files: { "a.xlsx": await workbook({ sheets: { A: sheet } }) } });
  expect(code).toBe(1);
});

import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rowsOf, workbook, zip } from "../readers/workbook.ts";
import type { Desk, Mishap } from "./desk.ts";

const fixture = (path: string): Buffer => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url));
const files = (given: Readonly<Record<string, string | Uint8Array>>) => (desk: Desk) => {
  for (const [path, content] of Object.entries(given)) desk.put(path, content);
};
/** One file, and it alone is checked. */
const file = (what: string, name: string, content: string | Uint8Array, more: Partial<Mishap> = {}): Mishap => ({
  what,
  argv: [name],
  prepare: files({ [name]: content }),
  ...more,
});

const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const DRAFT = "Applications open on Monday.\n";
const BREACH = "My patient in bed 4, NHS number 999 000 0018, cried all night\n";
const calendar = (...lines: readonly string[]): string =>
  `BEGIN:VCALENDAR\r\n${lines.join("\r\n")}\r\nEND:VCALENDAR\r\n`;
const event = (...lines: readonly string[]): string => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
const full = existsSync("/dev/full");

const paths: readonly Mishap[] = [
  { what: "a mistyped path", argv: ["dratf.txt"], prepare: files({ "draft.txt": DRAFT }) },
  { what: "words in the place of a path", argv: ["My patient cried all night"] },
  { what: "a path with escape sequences in it", argv: ["a\u001b[2J.txt"] },
  { what: "a name that is too long", argv: [`${"a".repeat(300)}.txt`] },
  { what: "a pattern that matches nothing", argv: ["copy/*.md"], prepare: files({ "copy/a.txt": DRAFT }) },
  {
    what: "a pattern that matches only what is ignored",
    argv: ["copy/*.txt"],
    prepare: files({ ".git/HEAD": "", ".gitignore": "copy\n", "copy/a.txt": DRAFT }),
  },
  { what: "a folder without a draft", argv: ["copy"], prepare: files({ "copy/a.png": PNG }) },
  {
    what: "an empty folder that is named like a file",
    argv: ["draft.txt"],
    prepare: (desk) => mkdirSync(desk.at("draft.txt")),
  },
  {
    what: "a file without permission, beside another",
    argv: ["."],
    prepare(desk) {
      files({ "a.txt": DRAFT, "b.txt": DRAFT })(desk);
      chmodSync(desk.at("b.txt"), 0o000);
    },
  },
  {
    what: "a folder without permission",
    argv: ["."],
    prepare(desk) {
      files({ "a.txt": DRAFT, "locked/b.txt": DRAFT })(desk);
      chmodSync(desk.at("locked"), 0o000);
    },
    after(desk) {
      chmodSync(desk.at("locked"), 0o777);
      return "";
    },
  },
  {
    what: "links that lead round in a circle",
    argv: ["a.txt"],
    prepare(desk) {
      symlinkSync("b.txt", desk.at("a.txt"));
      symlinkSync("a.txt", desk.at("b.txt"));
    },
  },
  {
    what: "a link that leads to nothing",
    argv: ["a.txt"],
    prepare: (desk) => symlinkSync("gone.txt", desk.at("a.txt")),
  },
  {
    what: "a folder with a link that leads to nothing",
    argv: ["."],
    prepare(desk) {
      files({ "a.txt": DRAFT })(desk);
      symlinkSync("gone.csv", desk.at("july.csv"));
    },
  },
  {
    what: "a folder with a link back to itself",
    argv: ["copy"],
    prepare(desk) {
      files({ "copy/a.txt": DRAFT })(desk);
      symlinkSync(".", desk.at("copy/again"));
    },
    because: "all that is there was checked",
  },
  { what: "a named pipe", argv: ["pipe.txt"], prepare: (desk) => void execFileSync("mkfifo", [desk.at("pipe.txt")]) },
  {
    what: "a folder with a named pipe",
    argv: ["."],
    prepare(desk) {
      files({ "a.txt": DRAFT })(desk);
      execFileSync("mkfifo", [desk.at("pipe.txt")]);
    },
  },
  { what: "a device", argv: ["zero.txt"], prepare: (desk) => symlinkSync("/dev/zero", desk.at("zero.txt")) },
  {
    what: "a file that becomes shorter while it is read",
    argv: ["shrinking.txt"],
    node: ["--import", fileURLToPath(new URL("shrink.mjs", import.meta.url))],
    prepare(desk) {
      files({ "shrinking.txt": `${DRAFT}---\n`.repeat(20_000) })(desk);
      chmodSync(desk.at("shrinking.txt"), 0o666);
    },
  },
];

const bytes: readonly Mishap[] = [
  file("an empty file", "draft.txt", ""),
  file("a file of blank lines", "draft.md", "\n \n\t\n"),
  file("a NUL byte in a text", "draft.txt", "Applications\u0000 open"),
  file("a text in Latin 1", "draft.txt", Buffer.from("Caf\u00e9 open", "latin1")),
  file(
    "a CSV in Windows-1252, as Excel saves it",
    "july.csv",
    Buffer.from("Copy\nCaf\u00e9 open on Monday\n", "latin1"),
    {
      because: "it was read, and says as what",
    },
  ),
  file("a text in UTF-16", "draft.txt", Buffer.from("\ufeffApplications open on Monday.", "utf16le"), {
    because: "it was read as what it is",
  }),
  file("a text in UTF-16 without the mark", "draft.txt", Buffer.from("Applications open", "utf16le")),
  file("a text in UTF-16 that is cut in two", "draft.txt", Buffer.from("fffe41", "hex")),
  file("half a character at the end", "draft.txt", Buffer.from("4f70656e20f09f98", "hex")),
  file("a picture called .csv", "july.csv", PNG),
  file("a picture called .txt", "draft.txt", PNG),
  file("a picture called .xlsx", "july.xlsx", PNG),
  file("a PDF called .docx", "draft.docx", "%PDF-1.7"),
  file("a picture", "draft.png", PNG),
  file("a workbook of the old kind", "july.xls", OLE),
  file("a Pages document", "draft.pages", "PK"),
  file("a file without an ending", "draft", DRAFT),
  file("five megabytes on one line", "draft.txt", "word ".repeat(1_000_000)),
  {
    ...file("a post over --max-size", "draft.txt", `${DRAFT}---\n${DRAFT.repeat(9)}`),
    argv: ["draft.txt", "--max-size", "100"],
  },
];

const tables: readonly Mishap[] = [
  file(
    "a CSV whose quotation mark is never closed",
    "july.csv",
    'Copy,Date\n"Open on Monday,2027-07-05\nAnd so on,2027-07-06\n',
  ),
  file("a CSV without a column for copy", "july.csv", "Date,Owner\n2027-07-05,Bea\n"),
  file("a CSV row with too many cells", "july.csv", "Copy,Date\nOpen on Monday, they say,2027-07-05\n"),
  {
    ...file("--map with a heading that is not there", "july.csv", "Copy,Date\nOpen on Monday,2027-07-05\n"),
    argv: ["july.csv", "--map", "text=Nope"],
  },
  {
    ...file("--map with a letter that is not there", "july.csv", "Copy,Date\nOpen on Monday,2027-07-05\n"),
    argv: ["july.csv", "--map", "channel=ZZ"],
  },
  file("a TSV of headings only", "july.tsv", "Copy\tDate\n"),
  file("a workbook that is cut short", "july.xlsx", fixture("workbooks/july.xlsx").subarray(0, 3000)),
  file("a workbook with a password", "july.xlsx", OLE),
  {
    what: "a zip file called .xlsx",
    argv: ["july.xlsx"],
    prepare: async (desk) => desk.put("july.xlsx", await zip({ "a.txt": "Hi" })),
  },
  {
    what: "a workbook without a column for copy",
    argv: ["july.xlsx"],
    prepare: async (desk) =>
      desk.put(
        "july.xlsx",
        await workbook({
          sheets: {
            July: rowsOf([
              ["Date", "Owner"],
              ["2027-07-05", "Bea"],
            ]),
          },
        }),
      ),
  },
  {
    what: "a workbook with a formula whose result is missing",
    argv: ["july.xlsx"],
    prepare: async (desk) =>
      desk.put(
        "july.xlsx",
        await workbook({
          sheets: {
            July: '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Copy</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Open on Monday</t></is></c></row><row r="3"><c r="A3"><f>B3</f></c></row></sheetData>',
          },
        }),
      ),
  },
];

const documents: readonly Mishap[] = [
  file("a Word document that is cut short", "draft.docx", fixture("calendars/campaign.docx").subarray(0, 900)),
  {
    what: "a zip file called .docx",
    argv: ["draft.docx"],
    prepare: async (desk) => desk.put("draft.docx", await zip({ "a.txt": "Hi" })),
  },
  file(
    "a broken line among JSON Lines",
    "july.jsonl",
    '{"text":"Open on Monday"}\n{"text":"Open on\n{"text":"Open on Friday"}\n',
  ),
  file(
    "JSON Lines of which one is no post",
    "july.jsonl",
    '{"text":"Open on Monday"}\n["Open on Tuesday"]\n{"txt":"Open on Friday"}\n',
  ),
  file("half a character in JSON", "july.jsonl", '{"text":"Open \\ud83d on Monday"}\n', {
    because: "it was read, and every other letter was checked",
  }),
  file("JSON that ends too early", "july.json", '{"posts": [{"text": "Open on Monday"}'),
  file("JSON with a number for the copy", "july.json", '[{"text": 5}, {"text": "Open on Monday"}]'),
  file("an account that nobody knows", "july.json", '{"text": "Open on Monday", "account": "corprate"}'),
  file("YAML that is none", "july.yaml", "- text: Open: on Monday\n"),
  file("YAML that repeats itself a billion times", "july.yaml", bomb()),
  file("front matter that is nested without end", "launch.md", `---\ntitle: ${"[".repeat(20_000)}\n---\n${DRAFT}`),
  file("an event that has no end", "july.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDESCRIPTION:Open on Monday\r\n"),
  file(
    "an event with two descriptions",
    "july.ics",
    calendar(event("DESCRIPTION:Open on Monday", "DESCRIPTION:And on Tuesday")),
  ),
  file("an event that starts on no day", "july.ics", calendar(event("DTSTART:soon", "DESCRIPTION:Open on Monday"))),
  file("a calendar of tasks", "july.ics", calendar("BEGIN:VTODO", "DESCRIPTION:Open on Monday", "END:VTODO")),
  file("no calendar at all", "july.ics", "Open on Monday\n"),
  {
    what: "several files of which one is broken and one has broken lines",
    argv: ["."],
    prepare: files({ "a.txt": DRAFT, "b.csv": PNG, "c.jsonl": '{"text":"Open on Monday"}\n{\n{"txt":1}\n' }),
  },
];

const streams: readonly Mishap[] = [
  { what: "nothing on standard input", argv: [] },
  { what: "a picture on standard input", argv: ["-"], stdin: PNG.toString("latin1").padEnd(40, "\u0000") },
  { what: "--text without a word", argv: ["--text", " "] },
  ...outputs(),
];

function outputs(): readonly Mishap[] {
  const draft = files({ "draft.txt": DRAFT });
  const on = (what: string, output: string, more: Partial<Mishap> = {}): Mishap => ({
    what,
    argv: ["draft.txt", "-o", output],
    prepare: draft,
    ...more,
  });
  return [
    on("a report in the place of a folder", "json=copy", {
      prepare: files({ "draft.txt": DRAFT, "copy/a.txt": DRAFT }),
    }),
    on("a report below a file", "draft.txt/report.json"),
    on("a report where nobody may write", "locked/report.json", {
      prepare(desk) {
        draft(desk);
        mkdirSync(desk.at("locked"));
        chmodSync(desk.at("locked"), 0o555);
      },
    }),
    on("a report over the draft", "unix=draft.txt"),
    ...(full ? [on("a report on a full disk", "json=/dev/full")] : []),
    ...(full
      ? [
          {
            what: "a full disk under standard output",
            argv: ["draft.txt"],
            prepare: draft,
            stdout: openSync("/dev/full", "w"),
          },
        ]
      : []),
    {
      what: "a closed pipe, as behind | head",
      argv: ["-", "-f", "jsonl"],
      meanwhile(child) {
        child.stdout?.destroy();
        child.stdin?.end(`${BREACH}---\n`.repeat(1000));
      },
      because: "the verdict's own: an error was found, and who closes a pipe has seen enough",
    },
    {
      what: "Ctrl+C while a report is written",
      argv: ["-", "-o", "unix=reports/report.txt"],
      async meanwhile(child, desk) {
        child.stdin?.write(`${BREACH}---\n`);
        while (!existsSync(desk.at("reports")) || readdirSync(desk.at("reports")).length === 0) {
          await new Promise((done) => setTimeout(done, 20));
          if (child.exitCode !== null) break;
        }
        child.kill("SIGINT");
      },
      after: (desk) =>
        readdirSync(desk.at("reports")).length === 0 ? "no half report is left" : "half a report is left",
      because: "an interrupted run ends with 130, as shells expect",
    },
  ];
}

function bomb(): string {
  const levels = "abcdefghi".split("");
  return [
    `a: &a [${'"lol",'.repeat(9)}]`,
    ...levels.slice(1).map((name, at) => `${name}: &${name} [${`*${levels[at]},`.repeat(9)}]`),
    "posts: *i",
  ].join("\n");
}

const BRACKETS = "[".repeat(20_000);
const HEAD =
  "name: deep\nversion: 1\npolicy: { title: T, publisher: P, clauses: [{ id: A1, title: One, summary: S, citation: C }] }\n";

/** Of those who set the gate up: no draft is checked until it is mended. */
const settings: readonly Mishap[] = [
  ...(
    [
      ["a configuration that is cut off", "rules:\n  practice/too-long: [off\n"],
      ["a configuration of brackets alone", `rules: ${BRACKETS}`],
      ["a configuration that is a workbook", Buffer.from("504b0304140000000800", "hex")],
      ["an empty key in a configuration", "levels:\n  : error\n"],
    ] as const
  ).map(([what, content]) => ({
    what,
    argv: ["draft.txt", "--config", "own.yaml"],
    prepare: files({ "draft.txt": DRAFT, "own.yaml": content }),
  })),
  ...(
    [
      ["a pack of rules of brackets alone", BRACKETS],
      ["a pack of rules without a rule in it", "- {}\n"],
      ["a pack of rules that names itself", "- &a [*a]\n"],
      [
        "a rule whose pattern has no end",
        '- id: own/one\n  clauses: [A1]\n  level: error\n  message: M\n  advice: A\n  find: { pattern: "(a" }\n',
      ],
    ] as const
  ).map(([what, pack]) => ({
    what,
    argv: ["draft.txt", "--rules", "own"],
    prepare: files({ "draft.txt": DRAFT, "own/ruleset.yaml": HEAD, "own/pack.yaml": pack }),
  })),
];

/** By what goes wrong. */
export const mishaps: Readonly<Record<string, readonly Mishap[]>> = {
  "Paths and files": paths,
  "Bytes that are no text": bytes,
  Tables: tables,
  Documents: documents,
  "Rules and configuration": settings,
  "Standard input, reports and endings": streams,
};

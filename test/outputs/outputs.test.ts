import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Settings, settle } from "../../src/config/settings.ts";
import { openArchive } from "../../src/containers/archive.ts";
import { processIo } from "../../src/io/process-io.ts";
import { outputsOf } from "../../src/outputs/outputs.ts";
import { run } from "../run.ts";

const CALENDAR = "copy,channel\nTheir work is dodgy.,x\n";
const july = new Uint8Array(readFileSync(new URL("../../fixtures/workbooks/july.xlsx", import.meta.url)));
const files = { "a.csv": CALENDAR, "b.csv": CALENDAR, "more/a.csv": CALENDAR, "july.xlsx": july, "note.txt": "Hello" };

const GONE = `{"postlint":"baseline","version":1}
{"file":"july.xlsx","rule":"conduct/grumble","clause":"P2","identity":"0","since":"2026-11-01"}
`;

describe("what can't be handed back as asked is refused with a sentence and 2", () => {
  test.each([
    [
      "several files in one",
      ["a.csv", "b.csv", "-o", "csv=out.csv"],
      "out.csv can be the reviewed copy of one file only",
      "-o csv=reviewed/",
    ],
    [
      "CSV as a workbook",
      ["a.csv", "-o", "xlsx=out.xlsx"],
      "a.csv can't be handed back as xlsx.",
      "-o csv=reviewed.csv",
    ],
    [
      "a workbook as CSV",
      ["july.xlsx", "-o", "csv=out.csv"],
      "july.xlsx can't be handed back as csv.",
      "-o xlsx=reviewed.xlsx",
    ],
    [
      "plain text",
      ["note.txt", "-o", "xlsx=out.xlsx"],
      "note.txt can't be handed back as xlsx.",
      "files that end in .xlsx",
    ],
    [
      "standard input",
      ["-", "-o", "csv=out.csv"],
      "Standard input can't be handed back as csv.",
      "Name the file to check.",
    ],
    ["onto standard output", ["a.csv", "-f", "csv"], "can't go to standard output", "-o csv=reviewed.csv"],
    [
      "onto standard output beside a report",
      ["a.csv", "-f", "csv", "-o", "json=a.json"],
      "can't go to standard output",
      "-o csv=reviewed.csv",
    ],
    [
      "folder of drafts only",
      ["note.txt", "-o", "csv=out/"],
      "Nothing in this run can be handed back as csv",
      "note.txt",
    ],
    [
      "two of one name in one folder",
      ["a.csv", "more/a.csv", "-o", "csv=out/"],
      "a.csv and more/a.csv would both be written to out/a.csv.",
      "two runs",
    ],
    [
      "over itself by its folder",
      ["a.csv", "-o", "csv=./"],
      "a.csv is to be checked and to be written to",
      "another file",
    ],
    [
      "a report into a folder",
      ["a.csv", "-o", "html=out/"],
      "names a folder, but a report is one file",
      "html=out/report.html",
    ],
  ])("%s", async (_, argv, message, hint) => {
    const { code, err, io } = await run(argv, { files, stdin: "Hello" });
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain(hint);
    expect(io.unfinished.size).toBe(0);
  });
});

describe("files handed back", () => {
  test("come one for each source under its own name, and a draft that has no copy is named", async () => {
    const { io, err } = await run(["a.csv", "b.csv", "july.xlsx", "note.txt", "-o", "csv=out/", "-o", "xlsx=out/"], {
      files,
    });
    for (const name of ["a.csv", "b.csv"]) expect(io.files.get(`/desk/out/${name}`)).toContain("postlint verdict");
    expect(io.bytesOf("out/july.xlsx")).not.toEqual(july);
    expect(err).toContain("what is found in note.txt is only counted here");
  });

  test("say of each row that it could not be checked, where none of them could", async () => {
    const lost = "Date,Copy\n4 May 2027,#REF!\n5 May 2027,#N/A\n";
    const { code, io } = await run(["lost.csv", "-o", "back.csv"], { files: { "lost.csv": lost } });
    expect(code).toBe(2);
    const rows = io.files.get("/desk/back.csv")!.trimEnd().split("\n");
    expect(rows.map((row) => row.split(",")[2])).toEqual(["postlint verdict", "Not checked", "Not checked"]);
  });

  test("come beside other reports of the same run, and standard output has the summary", async () => {
    const { io, out } = await run(["a.csv", "-o", "html=a.html", "-o", "b.csv.json", "-o", "reviewed.csv"], { files });
    expect(
      [...io.files.keys()].filter((path) => path.startsWith("/desk/") && !(path.slice(6) in files)).sort(),
    ).toEqual(["/desk/a.html", "/desk/b.csv.json", "/desk/reviewed.csv"]);
    expect(out.split("\n")).toHaveLength(2);
  });

  test.each([
    ["JSON Lines", ["-f", "jsonl", "-o", "json=a.json"], /^\{"id".*\n(?:.*\n)*\{"summary".*\n$/u],
    ["annotations", ["-f", "github", "-o", "sarif=a.sarif"], /^::/mu],
    ["what a person reads", ["-f", "pretty", "-o", "json=a.json"], /Why/u],
  ])("go beside %s on standard output where they are asked for", async (_, argv, shown) => {
    const { out } = await run(["a.csv", ...argv], { files });
    expect(out).toMatch(shown);
  });

  test("go where a folder is, with or without a slash behind its name, and are no drafts of the next run", async () => {
    const { io } = await run(["a.csv", "-o", "csv=more"], { files: { ...files, "more/a.csv": "old" } });
    expect(io.files.get("/desk/more/a.csv")).toContain("postlint verdict");
    const next = await run(["more", "-o", "csv=more/"], { files, env: {} });
    expect(next.err).toContain("No post was found");
  });

  test.each([
    ["a CSV file", "a.csv", "csv=back.csv", "back.csv"],
    ["a workbook", "july.xlsx", "xlsx=back.xlsx", "back.xlsx"],
  ])("are read again without a word about what we added: %s", async (_, name, output, back) => {
    const { io } = await run([name, "-o", output], { files });
    const again = await run([back], { files: { [back]: io.bytesOf(back)! } });
    expect(again.err).not.toContain("looks like");
    expect(again.err).not.toContain("Could not check");
  });

  test.each<[string, readonly string[], RegExp]>([
    ["what could not be read", ["--max-size", "60"], / of \d+ posts.* rows? could not be read/u],
    ["what needs looking after", ["--baseline", "postlint.baseline"], /1 suppression or accepted finding needs/u],
  ])("of the only source say %s as standard output does", async (_, options, said) => {
    const { out, io } = await run(["july.xlsx", ...options, "-o", "xlsx=out.xlsx"], {
      files: { ...files, "postlint.baseline": GONE },
    });
    expect(out).toMatch(said);
    const archive = await openArchive(io.bytesOf("out.xlsx")!, 50_000_000);
    const parts = archive.names.filter((name) => name.startsWith("xl/worksheets/"));
    const sheets = await Promise.all(parts.map(async (name) => new TextDecoder().decode((await archive.read(name))!)));
    expect(sheets.filter((sheet) => sheet.includes(out.split("\n")[0]!))).toHaveLength(1);
  });

  test("leave nothing behind where the file can't be read as what it is called, and other reports are written", async () => {
    const { code, err, io } = await run(["bad.xlsx", "-o", "xlsx=out.xlsx", "-o", "json=out.json"], {
      files: { "bad.xlsx": "no workbook" },
    });
    expect(code).toBe(2);
    expect(err).toContain("The report out.xlsx can't be written: bad.xlsx is no zip file that can be read");
    expect(io.files.has("/desk/out.xlsx")).toBe(false);
    expect(io.files.has("/desk/out.json")).toBe(true);
  });
});

test("a source is not written over by way of a link", async () => {
  const folder = mkdtempSync(join(tmpdir(), "postlint-"));
  const [source, link] = [join(folder, "a.csv"), join(folder, "reviewed.csv")];
  writeFileSync(source, CALENDAR);
  symlinkSync(source, link);
  const io = processIo();
  const settings: Settings = await settle(io, { outputs: [`csv=${link}`] });
  await expect(outputsOf(io, settings, [source])).rejects.toThrow("is the same file");
});

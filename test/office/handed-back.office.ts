import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../../src/containers/archive.ts";

const folder = mkdtempSync(join(tmpdir(), "postlint-office-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What LibreOffice makes of a file: opened and saved anew. */
function converted(file: string, to: string): string {
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const out = join(folder, "saved");
  execFileSync("soffice", [profile, "--headless", "--norestore", "--convert-to", to, "--outdir", out, file]);
  return join(out, `${basename(file, ".xlsx")}.${to.split(":")[0]}`);
}

const opened = (path: string): Promise<Archive> => openArchive(new Uint8Array(readFileSync(path)), 50_000_000);

async function textOf(archive: Archive, part: RegExp): Promise<string> {
  const texts: string[] = [];
  for (const name of archive.names.filter((one) => part.test(one))) {
    texts.push(new TextDecoder().decode((await archive.read(name))!));
  }
  return texts.join("\n");
}

describe.each([
  {
    name: "july.xlsx",
    cell: "D9",
    verdict: /Do not publish: M3\.3/u,
    hers: ["Lovely, keep this one.", "Is this one real?"],
    chart: "'Numbers'!$B$2:$B$5",
    pivot: false,
  },
  {
    name: "pivot.xlsx",
    cell: "C3",
    verdict: /Check: P2/u,
    hers: ["Keep this one."],
    chart: "Pivot!$B$2:$B$4",
    pivot: true,
  },
])("$name, handed back and opened in LibreOffice", ({ name, cell, verdict, hers, chart, pivot }) => {
  const reviewed = join(folder, name);
  let saved: Archive;

  beforeAll(async () => {
    const root = new URL("../..", import.meta.url).pathname;
    const argv = ["bin/postlint.js", `fixtures/workbooks/${name}`, "-o", `xlsx=${reviewed}`, "--fail-on", "never"];
    execFileSync(process.execPath, argv, { cwd: root, stdio: "pipe" });
    saved = await opened(converted(reviewed, "xlsx:Calc MS Excel 2007 XML"));
  });

  test("has our comments, and those that were there", async () => {
    const comments = await textOf(saved, /comments\d+\.xml$/u);
    expect(comments).toContain(`ref="${cell}"`);
    expect(comments).toContain("Why: ");
    for (const words of hers) expect(comments).toContain(words);
  });

  test("has the verdict column", () => {
    const rows = readFileSync(converted(reviewed, "csv"), "utf8");
    expect(rows).toMatch(/,postlint$/mu);
    expect(rows).toMatch(verdict);
  });

  test("has the sheet that lists what was found", async () => {
    expect(await textOf(saved, /xl\/workbook\.xml$/u)).toContain('name="postlint"');
    expect(await textOf(saved, /sharedStrings\.xml$/u)).toContain("postlint: what was found in");
  });

  test("has its chart as it was", async () => {
    const charts = (await textOf(saved, /charts\/chart\d+\.xml$/u)).replaceAll("'", "");
    expect(charts).toContain(chart.replaceAll("'", ""));
  });

  test.runIf(pivot)("has its pivot table", async () => {
    expect(await textOf(saved, /pivotTable\d+\.xml$/u)).toContain("<pivotTableDefinition");
  });

  test("prints", () => {
    expect(readFileSync(converted(reviewed, "pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  });
});

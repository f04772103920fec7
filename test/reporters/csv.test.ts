import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvCell } from "../../src/reporters/csv/review-csv.ts";
import { found, handedBack, type Told } from "./handed-back.ts";
import { sourceOf } from "./run.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const review = async (text: string, told: readonly Told[]) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(await handedBack("csv", bytesOf(text), told));

const ADDED = "postlint verdict,postlint clauses,postlint what to do";
const DO = "M3.3 Confidential information about the organisation, its staff or its clients: Leave the patient out.";
const error = (cell: string, text: string): Told => ({ cell, text, findings: [found()] });

describe("a CSV file handed back", () => {
  test("keeps every row and has a verdict behind it", async () => {
    expect(await review("copy,channel\nWard,x\nFine,x\n", [error("A2", "Ward"), { cell: "A3", text: "Fine" }])).toBe(
      `copy,channel,${ADDED}\nWard,x,Do not publish,M3.3,"${DO}"\nFine,x,Nothing found,,\n`,
    );
  });

  test("says what every rule behind a finding asks for", async () => {
    const other = found({
      rule: "a/b",
      level: "warning",
      message: "Else.",
      advice: "Leave the patient out. Ask.",
      rewrite: "Fine",
    });
    const told = [{ cell: "A2", text: "Ward", findings: [found(), other] }];
    expect(await review("copy\nWard\n", told)).toContain(`"${DO} Ask. Instead: “Fine”"`);
  });

  test("keeps its byte order mark, its semicolons and its line breaks", async () => {
    const text = '\ufeffcopy;channel\r\n"Ward; one\r\ntwo";x\r\nFine;x';
    expect(await review(text, [error("A2", "Ward; one\ntwo"), { cell: "A3", text: "Fine" }])).toBe(
      `\ufeffcopy;channel;${ADDED.replaceAll(",", ";")}\r\n"Ward; one\r\ntwo";x;Do not publish;M3.3;${DO}\r\nFine;x;Nothing found;;`,
    );
  });

  test("has ours in one column below banner rows, short rows and blank ones", async () => {
    const told = [{ ...error("A4", "Ward"), headingRow: 3 }];
    expect(await review("July\n\ncopy,channel,owner\nWard\n,,\n", told)).toBe(
      `July,,,,,\n\ncopy,channel,owner,${ADDED}\nWard,,,Do not publish,M3.3,"${DO}"\n,,,,,\n`,
    );
  });

  test("has a verdict in its first row too where it has no headings", async () => {
    const told = [
      { ...error("A1", "Ward"), headingRow: null },
      { cell: "A2", text: "Fine", headingRow: null },
    ];
    expect(await review("Ward\nFine\n", told)).toBe(`Ward,Do not publish,M3.3,"${DO}"\nFine,Nothing found,,\n`);
  });

  test("keeps Excel's own line about the separator", async () => {
    const told = [{ ...error("A3", "Ward"), headingRow: 2 }];
    expect(await review("sep=;\ncopy;x\nWard;1\n", told)).toContain("sep=;\ncopy;x;postlint verdict;");
  });

  test("puts our cells in quotes where all others are", async () => {
    expect(await review('"copy","x"\n"Fine","1"\n', [{ cell: "A2", text: "Fine" }])).toContain(
      '"1","Nothing found",,\n',
    );
  });

  test("has the cells of an earlier review replaced, not doubled", async () => {
    const once = await review('copy,"a ""b"", c"\nWard,1\n', [error("A2", "Ward")]);
    expect(await review(once, [error("A2", "Ward")])).toBe(once);
    expect(await review(once, [{ cell: "A2", text: "Ward" }])).toContain("Ward,1,Nothing found,,\n");
  });

  test.each([
    ["Windows-1252", (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0)), "windows-1252"],
    ["UTF-16", (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le")), "utf-16le"],
  ])("is written in %s if it was", async (_, encode, encoding) => {
    const findings = [found({ rewrite: "“Café” – 😢" })];
    const bytes = await handedBack("csv", encode("copy\r\nCafé\r\n"), [{ cell: "A2", text: "Café", findings }]);
    const text = new TextDecoder(encoding).decode(bytes);
    expect(text).toContain("Café,Do not publish,");
    expect(text).toContain(encoding === "utf-16le" ? "Instead: ““Café” – 😢”" : "Café");
  });

  test("masks what our cells say, and leaves the others as they were", async () => {
    const text = "NHS number 999 000 0018";
    const secret = found({ mask: true, message: "“NHS number” is one.", advice: "Take 999 000 0018 out." });
    const findings = [{ ...secret, passage: { field: "text", span: { start: 11, end: 23 } } }];
    const back = await review(`copy\n${text}\n`, [{ cell: "A2", text, findings }]);
    expect(back.split("999 000 0018")).toHaveLength(2);
    expect(back).toContain("Take [masked] out.");
  });

  test("says of each row that it could not be checked, where none could", async () => {
    const problem = (row: number) => ({
      source: sourceOf("july", { row, cell: `A${row}` }),
      message: "Mend the formula, 999 000 0018.",
      headingRow: 2,
    });
    const text = "July\ncopy;day\n\n#REF!;1\n#REF!;2, 3\n";
    const back = await handedBack("csv", bytesOf(text), [], [problem(4), problem(5)]);
    expect(new TextDecoder().decode(back)).toBe(
      `July;;;;\ncopy;day;${ADDED.replaceAll(",", ";")}\n\n${["#REF!;1", "#REF!;2, 3"]
        .map((row) => `${row};Not checked;;Not checked: Mend the formula, 999 000 0018.\n`)
        .join("")}`,
    );
  });

  test("without a row of which anything is said comes back as it was", async () => {
    const problem = { source: sourceOf("july", { row: 1 }), message: "No column holds the copy." };
    expect(await review("a,b\n1,2\n", [])).toBe("a,b\n1,2\n");
    expect(new TextDecoder().decode(await handedBack("csv", bytesOf("a,b\n1,2\n"), [], [problem]))).toBe("a,b\n1,2\n");
  });

  test("keeps all cells, whatever they hold", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", ";", "é", " ") });
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const lines = [["copy", "x"], ...cells].map((row) => row.map(quoted).join(","));
        const back = await review(`${lines.join("\n")}\n`, [{ cell: "A2", text: cells[0]![0] }]);
        let at = 0;
        for (const line of lines) {
          expect(back.startsWith(line, at)).toBe(true);
          at = back.indexOf("\n", at + line.length) + 1;
        }
      }),
    );
  });
});

test.each([
  ["=1+1", "'=1+1"],
  ["+44 20", "'+44 20"],
  ["-2", "'-2"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["	=1", "'	=1"],
  ['say "no", please', '"say ""no"", please"'],
  ["a = b", "a = b"],
])("the cell %j is written as %j", (words, written) => {
  expect(csvCell(words, ",", false)).toBe(written);
});

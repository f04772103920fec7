import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { REVIEW_TITLE } from "../../src/model/review-sheet.ts";
import { read, texts } from "./read.ts";
import { partsOf, rowsOf, workbook, zip } from "./workbook.ts";

const words = (result: Awaited<ReturnType<typeof read>>) => [...result.problems, ...result.notes];

describe("cells", () => {
  test("of every kind are read as the screen shows them", async () => {
    const bytes = await workbook({
      strings:
        '<si><t>Copy</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Two </t></r><r><t>runs_x000D_&#10;and a line</t></r><rPh sb="0" eb="1"><t>furigana</t></rPh></si>',
      sheets: {
        S: `<sheetData>
          <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Status</t></is></c></row>
          <row r="3"><c r="A3" t="s"><v>1</v></c></row>
          <row r="4"><c r="A4" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="C4" t="b"><v>1</v></c></row>
          <row r="5"><c r="A5"><v>12.5</v></c></row>
          <row r="6"><c r="A6" t="s"/></row>
        </sheetData>`,
      },
    });
    const result = await read("a.xlsx", bytes);
    expect(words(result)).toEqual([]);
    expect(result.posts.map(({ source, copy }) => [source.cell, copy[0].text])).toEqual([
      ["A3", "Two runs\nand a line"],
      ["A4", "ab"],
      ["A5", "12.5"],
    ]);
    expect(result.posts[1]!.meta.status).toBe("TRUE");
  });

  test("a formula whose result is no words is a blank cell", async () => {
    const heading = '<row r="1"><c r="A1" t="inlineStr"><is><t>Copy</t></is></c></row>';
    const row = '<row r="2"><c r="A2" t="str"><f>B2</f><v></v></c></row>';
    const result = await read("a.xlsx", await workbook({ sheets: { S: `<sheetData>${heading}${row}</sheetData>` } }));
    expect(words(result)).toEqual([]);
  });

  test.each([
    ["an error", '<c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "shows the error #DIV/0!"],
    ["an error that was pasted as words", '<c r="A2" t="inlineStr"><is><t>#REF!</t></is></c>', "shows the error #REF!"],
    [
      "a formula with the blank result of a script",
      '<c r="A2"><f>B2</f><v></v></c>',
      "a formula whose result was not saved",
    ],
    ["a formula without a result", '<c r="A2"><f>B2</f></c>', "a formula whose result was not saved"],
  ])("%s in the place of copy is a problem of its cell", async (_, cell, message) => {
    const heading = '<row r="1"><c r="A1" t="inlineStr"><is><t>Copy</t></is></c></row>';
    const rest = '<row r="3"><c r="A3" t="inlineStr"><is><t>Fine</t></is></c></row>';
    const bytes = await workbook({ sheets: { S: `<sheetData>${heading}<row r="2">${cell}</row>${rest}</sheetData>` } });
    const result = await read("a.xlsx", bytes);
    expect(result.readings.flatMap((one) => (one.kind === "problem" ? [one.problem] : []))).toEqual([
      {
        source: expect.objectContaining({ sheet: "S", row: 2, cell: "A2" }),
        message: expect.stringContaining(message),
        headingRow: 1,
      },
    ]);
    expect(texts(result)).toEqual(["Fine"]);
  });

  test.each([
    ["counted from 1900", "", "2027-07-05 09:30"],
    ["counted from 1904", '<workbookPr date1904="1"/>', "2031-07-06 09:30"],
  ])("dates %s", async (_, settings, written) => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[$-809]ddd\\ d\\ mmm;@"/><numFmt numFmtId="165" formatCode="&quot;day&quot;0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs>';
    const date = (style: number) =>
      `<sheetData><row><c t="inlineStr"><is><t>Date</t></is></c><c t="inlineStr"><is><t>Copy</t></is></c></row><row><c s="${style}"><v>46573.395833333336</v></c><c t="inlineStr"><is><t>Hi</t></is></c></row></sheetData>`;
    for (const style of [1, 3, 0]) {
      const { posts } = await read(
        "a.xlsx",
        await workbook({ workbook: settings, styles, sheets: { S: date(style) } }),
      );
      expect(posts[0]!.meta.publish_at?.written).toBe(written);
    }
  });

  test("of a file whose elements have a prefix", async () => {
    const sheet = rowsOf([["Copy"], ["Hi"]]).replaceAll(/<(\/?)/gu, "<$1x:");
    const result = await read("a.xlsx", await workbook({ prefix: "x:", sheets: { S: sheet } }));
    expect(texts(result)).toEqual(["Hi"]);
  });

  test("of merged rows: metadata counts for each, copy once", async () => {
    const sheet = `<sheetData>
      <row r="1"><c r="A1" t="inlineStr"><is><t>Channel</t></is></c><c r="B1" t="inlineStr"><is><t>Copy</t></is></c><c r="C1" t="inlineStr"><is><t>Owner</t></is></c></row>
      <row r="2"><c r="A2" t="inlineStr"><is><t>X</t></is></c><c r="B2" t="inlineStr"><is><t>One</t></is></c><c r="C2" t="inlineStr"><is><t>Jo</t></is></c></row>
      <row r="3"><c r="C3" t="inlineStr"><is><t>Al</t></is></c></row>
      <row r="4"><c r="B4" t="inlineStr"><is><t>Two</t></is></c></row></sheetData>
      <mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="B2:B3"/></mergeCells>`;
    const { posts } = await read("a.xlsx", await workbook({ sheets: { S: sheet } }));
    expect(posts.map(({ source, meta, copy }) => [source.cell, meta.channel, copy[0].text])).toEqual([
      ["B2", "x", "One"],
      ["B4", "x", "Two"],
    ]);
  });
});

describe("the sheet of a workbook that was handed back which lists what was found", () => {
  const LEFT_OUT = "This is the list of what postlint found, so it was not read as posts";
  const calendar = rowsOf([
    ["Publish date", "Channel", "Copy"],
    ["2027-07-05", "X", "Come to our open evening"],
  ]);
  const review = rowsOf([
    [`${REVIEW_TITLE}a.xlsx`],
    ["Sheet", "Cell", "Channel", "Goes out", "Verdict", "Clause", "Passage", "Why", "What to do"],
    ["S", "C2", "x", "5 July", "Check", "M3.4", "evening", "This promises what may not come to be.", "Leave it out."],
    ["Notes"],
    ["a.xlsx!S!B2: channel is LI + X, which names linkedin and x"],
    ["a.xlsx!S!B3: channel is Mumble, a channel that is not known here"],
  ]);

  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, readonly string[]>>]>([
    ["is no calendar", { S: calendar, postlint: review }, {}],
    ["is none under another name or in another place", { Found: review, S: calendar }, {}],
    ["is none under a map", { S: calendar, postlint: review }, { text: ["C"], channel: ["B"], publish_at: ["A"] }],
  ])("%s, and that is said", async (_, sheets, map) => {
    const result = await read("a.xlsx", await workbook({ sheets }), {}, 65_536, map);
    expect(result.posts.map(({ source }) => `${source.sheet}!${source.cell}`)).toEqual(["S!C2"]);
    expect(words(result)).toEqual([`a.xlsx:-: ${LEFT_OUT}`]);
    expect(result.posts[0]!.id).toBe("row-2");
  });

  test("alone is no post", async () => {
    const result = await read("a.xlsx", await workbook({ sheets: { postlint: review } }));
    expect(words(result)).toEqual([expect.stringContaining(LEFT_OUT), "a.xlsx:-: This file has no post"]);
    expect(result.posts).toEqual([]);
  });

  test("is no calendar when it is saved as CSV either", async () => {
    const lines = [`${REVIEW_TITLE}a.xlsx,,,`, "Sheet,Cell,Channel,What to do", "S,C2,x,Leave it out of the copy."];
    const result = await read("a.csv", lines.join("\n"));
    expect(words(result)).toEqual([`a.csv:-: ${LEFT_OUT}`, "a.csv:-: This file has no post"]);
    expect(result.posts).toEqual([]);
  });

  test.each([
    ["at once", []],
    ["below a sentence", ["One post to look at,,,"]],
    ["beside a heading of ours", ["Sheet,Cell,,"]],
  ])("is known by its headings, not by its first cell: what has others %s is read", async (_, between) => {
    const lines = [`${REVIEW_TITLE}a.xlsx,,,`, ...between, "Date,Channel,Copy,", "4 May 2027,x,Come along,"];
    const result = await read("a.csv", lines.join("\n"));
    expect(result.posts.map(({ copy }) => copy[0].text)).toEqual(["Come along"]);
    expect(words(result)).toEqual([]);
  });

  test("of the same name, but a person's, is read", async () => {
    const { posts } = await read("a.xlsx", await workbook({ sheets: { postlint: calendar } }));
    expect(posts.map(({ source }) => source.cell)).toEqual(["C2"]);
  });
});

/** Two months of a calendar, whose words stand in the table of strings. */
const month =
  '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row></sheetData>';
const TWO_SHEETS = partsOf({
  strings: "<si><t>Copy</t></si><si><t>Come along</t></si>",
  sheets: { May: month, June: month },
});
const NO_STRINGS = {
  "xl/sharedStrings.xml": TWO_SHEETS["xl/sharedStrings.xml"]!.replace("<si><t>Come along</t></si>", ""),
};
const LACKS_SHEET = /^a\.xlsx:-: This workbook lacks its part xl\/worksheets\/sheet1\.xml\. Open it .*, save it again/u;

const without = (part: string): Promise<Uint8Array> =>
  zip(Object.fromEntries(Object.entries(TWO_SHEETS).filter(([name]) => name !== part)));

describe("what is wrong with a file is one sentence", () => {
  const whole = readFileSync(new URL("../../fixtures/calendars/banner.xlsx", import.meta.url));
  const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);

  test.each<[string, string, Uint8Array | (() => Promise<Uint8Array>), RegExp]>([
    ["a truncated workbook", "a.xlsx", whole.subarray(0, 3000), /may be cut short or damaged.*save it again/u],
    ["a workbook with a damaged part", "a.xlsx", damaged(whole), /damaged/u],
    ["a picture", "a.xlsx", png, /picture under another name, no workbook/u],
    ["a picture called .csv", "a.csv", png, /binary file, not text/u],
    ["a picture called .docx", "a.docx", png, /picture under another name, no document/u],
    ["a workbook with a password", "a.xlsx", ole, /locked with a password, or is in the old Office format/u],
    [
      "words",
      "a.xlsx",
      new TextEncoder().encode("copy\nHi"),
      /is no workbook, whatever its name says.*Save it as \.xlsx/u,
    ],
    ["another zip file", "a.xlsx", () => zip({ "a.txt": "Hi" }), /a zip file, but no workbook/u],
    ["another zip file called .docx", "a.docx", () => zip({ "a.txt": "Hi" }), /a zip file, but no Word document/u],
    [
      "a sheet without copy",
      "a.xlsx",
      () =>
        workbook({
          sheets: {
            S: rowsOf([
              ["Who", "When"],
              ["Jo", "5 May"],
            ]),
          },
        }),
      /No column holds the copy.*A "Who", B "When".*--map text=C/u,
    ],
    ["a workbook that lacks the part of a sheet", "a.xlsx", () => without("xl/worksheets/sheet1.xml"), LACKS_SHEET],
    [
      "a workbook that lacks its strings",
      "a.xlsx",
      () => without("xl/sharedStrings.xml"),
      /lacks its part xl\/shared/u,
    ],
    ["a workbook that lacks its main part", "a.xlsx", () => without("xl/workbook.xml"), /lacks its part xl\/workbook/u],
    [
      "a workbook that does not say where its sheets are",
      "a.xlsx",
      () => without("xl/_rels/workbook.xml.rels"),
      /This workbook lacks the part of its sheet May\. Open it/u,
    ],
    [
      "a cell whose words are not there",
      "a.xlsx",
      () => zip({ ...TWO_SHEETS, ...NO_STRINGS }),
      /lacks words that its/u,
    ],
    [
      "a binary workbook",
      "a.xlsx",
      () =>
        zip({
          ...TWO_SHEETS,
          "_rels/.rels": TWO_SHEETS["_rels/.rels"]!.replace(".xml", ".bin"),
          "xl/workbook.bin": "?",
        }),
      /a binary workbook \(\.xlsb\)/u,
    ],
    ["a sheet that is no XML", "a.xlsx", () => workbook({ sheets: { S: "<sheetData><row>" } }), /no well-formed XML/u],
  ])("%s", async (_, name, content, message) => {
    const result = await read(name, typeof content === "function" ? await content() : content);
    expect(result.problems).toEqual([expect.stringMatching(message)]);
    expect(result.posts).toEqual([]);
  });

  test.each(["a.xlsx", "a.docx"])("a part of %s that unpacks to far more than it may", async (name) => {
    const part = name === "a.xlsx" ? "xl/workbook.xml" : "word/document.xml";
    const target = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/officeDocument" Target="${part}"/></Relationships>`;
    const { problems } = await read(name, await zip({ "_rels/.rels": target, [part]: spaces(401_000_000) }));
    expect(problems).toEqual([expect.stringMatching(/unpacks to more than 400 MB/u)]);
  });

  test("a sheet with more cells than a calendar has leaves the others to be read", async () => {
    const many = `<sheetData><row>${"<c/>".repeat(1_000_001)}</row></sheetData>`;
    const result = await read("a.xlsx", await workbook({ sheets: { Big: many, S: rowsOf([["Copy"], ["Hi"]]) } }));
    expect(result.problems).toEqual([expect.stringContaining("This sheet holds more than 1000000 cells")]);
    expect(texts(result)).toEqual(["Hi"]);
  });
});

test.each<[string, (name: string) => string]>([
  ["in capitals", (name) => name.toUpperCase()],
  ["with backslashes", (name) => name.replaceAll("/", "\\")],
  ["with escaped letters", (name) => name.replace("sheet", "%73heet")],
])("the parts of a workbook are found under names %s", async (_, renamed) => {
  const parts = Object.entries(TWO_SHEETS).map(([name, text]) => [renamed(name), text]);
  const result = await read("a.xlsx", await zip(Object.fromEntries(parts)));
  expect(words(result)).toEqual([]);
  expect(texts(result)).toEqual(["Come along", "Come along"]);
});

/** With a few bytes of its first sheet changed. */
function damaged(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  const start = copy.indexOf("xl/worksheets/sheet1.xml") + 100;
  for (let index = start; index < start + 50; index++) copy[index] = copy[index]! ^ 0xff;
  return copy;
}

function spaces(length: number): ReadableStream<Uint8Array> {
  let left = length;
  const chunk = new Uint8Array(1_000_000).fill(0x20);
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(chunk);
      left -= chunk.length;
      if (left <= 0) controller.close();
    },
  });
}

import { readFileSync } from "node:fs";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js/lib/zip-core-native.js";
import { beforeAll, describe, expect, test } from "vitest";
import { walkXml, type XmlElement } from "../../src/containers/xml.ts";
import { found, handedBack, opened, partOf, type Told } from "./handed-back.ts";
import { sourceOf } from "./run.ts";

const july = new Uint8Array(readFileSync(new URL("../../fixtures/workbooks/july.xlsx", import.meta.url)));
const pivot = new Uint8Array(readFileSync(new URL("../../fixtures/workbooks/pivot.xlsx", import.meta.url)));

const WEEK = "July – week 1";
const inWeek = (cell: string, findings = [found()]): Told => ({ sheet: WEEK, cell, headingRow: 4, findings });
const TOLD: readonly Told[] = [
  inWeek("D5", []),
  inWeek("D6", [found(), found({ rule: "a/b", clause: "P5", level: "warning" })]),
  inWeek("D8"),
  inWeek("D9", [found({ level: "warning" })]),
  { sheet: "Jo's week", cell: "C3", findings: [found({ level: "suggestion", clause: null, advice: "=1+1" })] },
];

const SHEET = "xl/worksheets/sheet1.xml";
const COMMENTS = "xl/comments/comment1.xml";
const BOXES = "xl/drawings/commentsDrawing1.vml";

async function elementsOf(xml: string, name: string): Promise<readonly XmlElement[]> {
  const elements: XmlElement[] = [];
  await walkXml(xml, (element) => void (element.name === name && elements.push(element)));
  return elements;
}

/** What the cells of a sheet say that hold words of their own, by their names. */
async function wordsIn(xml: string): Promise<Readonly<Record<string, string>>> {
  const cells = await elementsOf(xml, "c");
  return Object.fromEntries(
    cells.map(({ attributes, opened, closing }) => [
      attributes.get("r")!,
      xml.slice(opened, closing).replace(/<[^>]*>/gu, ""),
    ]),
  );
}

async function packedParts(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (!entry.directory) parts.set(entry.filename, await entry.getData(new Uint8ArrayWriter(), { passThrough: true }));
  }
  return parts;
}

describe("a workbook handed back", () => {
  let bytes: Uint8Array;
  let xml: (part: string) => Promise<string>;

  beforeAll(async () => {
    const problems = [{ source: sourceOf("july", { sheet: WEEK, row: 11 }), message: "This row can't be read." }];
    bytes = await handedBack("xlsx", july, TOLD, problems);
    const archive = await opened(bytes);
    xml = (part) => partOf(archive, part);
  });

  test("keeps every part that says nothing of the review, to the compressed byte", async () => {
    const [before, after] = [await packedParts(july), await packedParts(bytes)];
    const changed = [...before].filter(([name, part]) => !Buffer.from(part).equals(after.get(name) ?? Buffer.of()));
    expect(changed.map(([name]) => name)).toEqual([
      SHEET,
      COMMENTS,
      BOXES,
      "xl/worksheets/sheet2.xml",
      "xl/worksheets/_rels/sheet2.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "[Content_Types].xml",
    ]);
    expect([...after.keys()].filter((name) => !before.has(name))).toEqual([
      "xl/comments1.xml",
      "xl/drawings/vmlDrawing1.vml",
      "xl/worksheets/sheet4.xml",
    ]);
  });

  test("keeps her own cells, and has a verdict a row in the first free column", async () => {
    const before = await wordsIn(await partOf(await opened(july), SHEET));
    const after = await wordsIn(await xml(SHEET));
    expect(after).toMatchObject(before);
    expect(Object.fromEntries(Object.entries(after).filter(([cell]) => !(cell in before)))).toEqual({
      I4: "postlint",
      I5: "Nothing found",
      I6: "Do not publish: M3.3, P5",
      I8: "Do not publish: M3.3",
      I9: "Check: M3.3",
      I11: "Not checked",
    });
  });

  test("writes no formula, and words that look like one as words", async () => {
    for (const part of [SHEET, "xl/worksheets/sheet2.xml", "xl/worksheets/sheet4.xml"]) {
      expect(await elementsOf(await xml(part), "f")).toEqual([]);
    }
    expect(await xml("xl/worksheets/sheet4.xml")).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t>');
  });

  test("keeps the comments that were there, and says ours of such a cell beside the verdict", async () => {
    const text = await xml(COMMENTS);
    const comments = await elementsOf(text, "comment");
    expect(comments.map(({ attributes }) => attributes.get("ref"))).toEqual(["D5", "D6", "I6", "D8", "D9", "I11"]);
    expect(text).toContain("Is this one real?");
    expect(text).toContain("D6: Do not publish · M3.3 Confidential information");
    expect((await elementsOf(text, "author")).map((author) => author.text)).toEqual([
      "Head of Communications",
      "postlint",
    ]);
  });

  test("has one box for each comment, with an id that no other has", async () => {
    for (const [part, count] of [
      [BOXES, 6],
      ["xl/drawings/vmlDrawing1.vml", 1],
    ] as const) {
      const vml = await xml(part);
      expect(vml.match(/ObjectType="Note"/gu)).toHaveLength(count);
    }
    const ids = [...`${await xml(BOXES)}${await xml("xl/drawings/vmlDrawing1.vml")}`.matchAll(/_x0000_s\d+/gu)];
    expect(new Set(ids.map(([id]) => id)).size).toBe(7);
  });

  test("puts what a sheet refers to where the standard has it, and keeps the table that it refers to", async () => {
    const sheet = await xml("xl/worksheets/sheet2.xml");
    expect(sheet).toMatch(/<legacyDrawing [^>]*r:id="rId\d+"\/><tableParts/u);
    expect(await xml("xl/worksheets/_rels/sheet2.xml.rels")).toContain("/xl/comments1.xml");
    expect(await xml("[Content_Types].xml")).toContain('PartName="/xl/worksheets/sheet4.xml"');
  });

  test("lists every finding on a sheet of its own, with a link to its cell", async () => {
    expect(await xml("xl/workbook.xml")).toContain('name="postlint"');
    const sheet = await xml("xl/worksheets/sheet4.xml");
    const links = await elementsOf(sheet, "hyperlink");
    expect(links.map(({ attributes }) => attributes.get("location"))).toEqual([
      `'${WEEK}'!D6`,
      `'${WEEK}'!D6`,
      `'${WEEK}'!D8`,
      `'${WEEK}'!D9`,
      "'Jo''s week'!C3",
    ]);
    expect(sheet).toContain("This row can't be read.");
  });

  test("that was handed back before has its review replaced, not doubled", async () => {
    const again = await handedBack("xlsx", bytes, [inWeek("D5", []), inWeek("D8", []), inWeek("D9")]);
    const archive = await opened(again);
    const sheet = await wordsIn(await partOf(archive, SHEET));
    expect(sheet).toMatchObject({
      I4: "postlint",
      I5: "Nothing found",
      I8: "Nothing found",
      I9: "Do not publish: M3.3",
    });
    expect(Object.keys(sheet).filter((cell) => cell.startsWith("J"))).toEqual([]);
    const comments = await elementsOf(await partOf(archive, COMMENTS), "comment");
    expect(comments.map(({ attributes }) => attributes.get("ref"))).toEqual(["D5", "D6", "D9"]);
    expect((await partOf(archive, BOXES)).match(/ObjectType="Note"/gu)).toHaveLength(3);
    expect((await partOf(archive, "xl/workbook.xml")).match(/name="postlint/gu)).toHaveLength(1);
  });

  test("masks what we say in it", async () => {
    const text = "NHS number 999 000 0018";
    const secret = found({ mask: true, message: "“999 000 0018” is one." });
    const findings = [{ ...secret, passage: { field: "text", span: { start: 11, end: 23 } } }];
    const archive = await opened(await handedBack("xlsx", july, [{ ...inWeek("D8", findings), text }]));
    expect(await partOf(archive, COMMENTS)).toContain("“[masked]” is one.");
    for (const part of [COMMENTS, "xl/worksheets/sheet4.xml"]) {
      expect(await partOf(archive, part)).not.toMatch(/999\W*000\W*0018/u);
    }
  });

  test("comes out the same twice", async () => {
    expect(await handedBack("xlsx", july, TOLD)).toEqual(await handedBack("xlsx", july, TOLD));
  });
});

test("findings that share a cell's words say each what it is about, and the sheet why its rows are fewer", async () => {
  const told = [inWeek("D6", [found(), found({ rule: "a/b", level: "warning", message: "Else.", advice: "Ask." })])];
  const archive = await opened(await handedBack("xlsx", july, told));
  const comment = (await partOf(archive, COMMENTS)).replace(/<[^>]*>/gu, "");
  expect(comment).toMatch(/Why: This tells something.*Do: Leave the patient out\..*Also: Else\..*Do: Ask\./su);
  const words = await wordsIn(await partOf(archive, "xl/worksheets/sheet4.xml"));
  expect(Object.values(words)).toEqual(
    expect.arrayContaining([
      "2 findings are 1 row here: those that cite one clause for the same words share a row.",
      "This tells something about a patient. Also: Else.",
      "Leave the patient out. Ask.",
    ]),
  );
});

test("a workbook with a pivot table and shared strings keeps both, to the compressed byte", async () => {
  const [before, after] = [
    await packedParts(pivot),
    await packedParts(
      await handedBack("xlsx", pivot, [{ sheet: "Plan", cell: "C3", headingRow: 1, findings: [found()] }]),
    ),
  ];
  const kept = [...before.keys()].filter((name) => /pivot|sharedStrings|chart/u.test(name));
  expect(kept.length).toBeGreaterThan(4);
  for (const name of kept) expect(after.get(name)).toEqual(before.get(name));
});

test.each([
  ["that is no zip file", new TextEncoder().encode("copy\nhello\n"), "july is no zip file that can be read"],
  ["that is cut short", july.slice(0, 4000), "july is no zip file that can be read"],
])("a workbook %s is refused with a sentence", async (_, bytes, message) => {
  await expect(handedBack("xlsx", bytes, TOLD)).rejects.toThrow(message);
});

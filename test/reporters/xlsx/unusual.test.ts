import { TextReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js/lib/zip-core-native.js";
import { expect, test } from "vitest";
import { walkXml } from "../../../src/containers/xml.ts";
import { partsOf, rowsOf, zip } from "../../readers/workbook.ts";
import { found, handedBack, opened, partOf } from "../handed-back.ts";
import { sourceOf } from "../run.ts";

const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Valid, and unlike what Excel writes: prefixes everywhere, no formats, no properties, cells and rows without their names. */
const PARTS = {
  "[Content_Types].xml": `<t:Types xmlns:t="${PACKAGE}/content-types"><t:Default Extension="xml" ContentType="application/xml"/></t:Types>`,
  "_rels/.rels": `<p:Relationships xmlns:p="${PACKAGE}/relationships"><p:Relationship Id="a" Type="${RELATIONSHIPS}/officeDocument" Target="Book/Main.xml"/></p:Relationships>`,
  "Book/Main.xml": `<x:workbook xmlns:x="${MAIN}" xmlns:q="${RELATIONSHIPS}"><x:sheets><x:sheet name="Plan &amp; more" sheetId="7" q:id="s"/></x:sheets></x:workbook>`,
  "Book/_rels/Main.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="s" Type="${RELATIONSHIPS}/worksheet" Target="./Sheets/../Plan.xml"/></Relationships>`,
  "Book/Plan.xml": `<x:worksheet xmlns:x="${MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="z" xmlns:z="urn:z"><x:cols><x:col min="1" max="16384" width="9" hidden="1"/></x:cols><x:sheetData><x:row spans="1:2"><x:c t="inlineStr"><x:is><x:t>copy</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>owner</x:t></x:is></x:c></x:row><x:row><x:c t="inlineStr" z:own='1'><x:is><x:t>Ward</x:t></x:is></x:c><x:c/><x:c s="0"/></x:row></x:sheetData><x:extLst/></x:worksheet>`,
};

test("a workbook unlike Excel's own is handed back in its own manner", async () => {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [name, text] of Object.entries(PARTS)) await writer.add(name, new TextReader(text));
  const told = [{ sheet: "Plan & more", cell: "A2", text: "Ward", findings: [found()] }];
  const archive = await opened(await handedBack("xlsx", await writer.close(), told));
  const sheet = await partOf(archive, "Book/Plan.xml");
  for (const name of archive.names.filter((one) => one.endsWith("l")))
    await walkXml(await partOf(archive, name), () => {});
  expect(sheet).toContain('<x:row spans="1:3">');
  expect(sheet).toContain(
    '<x:c r="C2" t="inlineStr"><x:is><x:t xml:space="preserve">Do not publish: M3.3</x:t></x:is></x:c></x:row>',
  );
  expect(sheet).toContain("z:own='1'");
  expect(sheet).toContain(
    '<x:col min="1" max="2" width="9" hidden="1"/><x:col min="3" max="3" width="32" hidden="0" customWidth="1"/><x:col min="4" max="16384" width="9" hidden="1"/>',
  );
  expect(sheet).toMatch(/<x:legacyDrawing [^>]*\/><x:extLst\/>/u);
  expect(await partOf(archive, "Book/Main.xml")).toContain("<x:sheet xmlns:r=");
  expect(await partOf(archive, "[Content_Types].xml")).toContain('<t:Override PartName="/xl/comments1.xml"');
  expect(await partOf(archive, "_rels/.rels")).toBe(PARTS["_rels/.rels"]);
});

test("a workbook whose parts have other names than those that lead to them is handed back", async () => {
  const parts = partsOf({ sheets: { Plan: rowsOf([["copy"], ["Ward"]]) } });
  const bytes = await zip(
    Object.fromEntries(
      Object.entries(withTypes(parts)).map(([name, text]) => [name.replace("sheet0", "Sheet0"), text]),
    ),
  );
  const archive = await opened(await handedBack("xlsx", bytes, [{ sheet: "Plan", cell: "A2", findings: [found()] }]));
  expect(archive.names.filter((name) => /sheet0/iu.test(name))).toEqual([
    "xl/worksheets/Sheet0.xml",
    "xl/worksheets/_rels/sheet0.xml.rels",
  ]);
  expect(await partOf(archive, "xl/worksheets/Sheet0.xml")).toContain("Do not publish");
});

test("a sheet that links to the web keeps its links beside our comments", async () => {
  const links = "xl/worksheets/_rels/sheet0.xml.rels";
  const bytes = await zip({
    ...withTypes(partsOf({ sheets: { Plan: rowsOf([["copy"], ["Ward"]]) } })),
    [links]: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>`,
  });
  const archive = await opened(await handedBack("xlsx", bytes, [{ sheet: "Plan", cell: "A2", findings: [found()] }]));
  const ids = (await partOf(archive, links)).match(/ Id="[^"]+"/gu);
  expect(ids).toEqual([' Id="rId1"', ' Id="rId2"', ' Id="rId3"']);
});

test("a sheet of which no row could be checked says so", async () => {
  const plan = rowsOf([["Our plan"], ["copy"], ["#REF!"]]);
  const bytes = await zip(withTypes(partsOf({ sheets: { Plan: plan, Notes: rowsOf([["Who"], ["Jo"]]) } })));
  const problems = [
    { source: sourceOf("july", { sheet: "Plan", row: 3, cell: "A3" }), message: "Mend it.", headingRow: 2 },
    { source: sourceOf("july", { sheet: "Notes", row: 1 }), message: "No column holds the copy." },
  ];
  const archive = await opened(await handedBack("xlsx", bytes, [], problems));
  const said = [...(await partOf(archive, "xl/worksheets/sheet0.xml")).matchAll(/r="(B\d)".*?<t [^>]*>([^<]*)/gu)];
  expect(said.map(([, cell, words]) => [cell, words])).toEqual([
    ["B2", "postlint"],
    ["B3", "Not checked"],
  ]);
  expect(await partOf(archive, "xl/worksheets/sheet1.xml")).not.toContain("postlint");
});

const withTypes = (parts: Readonly<Record<string, string>>) => ({
  "[Content_Types].xml": PARTS["[Content_Types].xml"],
  ...parts,
});

import { repeated } from "./texts.ts";

/** A file of about `size` bytes, before it is zipped where it is. */
export type MakeFile = (size: number) => Promise<Uint8Array>;

/** What each reader is likely to be slowest on, by the name of a file. */
export const AWKWARD_FILES: Readonly<Record<string, ReadonlyMap<string, MakeFile>>> = {
  "posts.txt": plain({
    "empty posts": "---\n",
    posts: "a\n---\n",
    "a line without end": "a ",
    "lines of space": " \n",
  }),
  "post.md": plain({
    headings: "# Post 1\n\na\n\n",
    "headings of all levels": "# a\n## Tweet 1\n### b\n",
    fences: "```\na\n",
    "comments that stay open": "<!-- ",
    "comments without reasons": "<!-- postlint-ignore a/b -->\na\n\n",
    "comments above one paragraph": "<!-- postlint-ignore-next a/b -- c, by d -->\n",
    "comments between paragraphs": "<!-- postlint-ignore-next a/b -- c, by d -->\na\n\n",
    "links that stay open": "[a](",
    "brackets that stay open": "[",
    emphasis: "*a",
    quotations: "> ",
    "front matter that stays open": ["---\n", "a: b\n"],
    "a table": "| a | b |\n",
  }),
  "calendar.csv": plain({
    rows: ["text,channel\n", "Hello there,x\n"],
    "quoted cells over lines": ["text,channel\n", '"Hello\nthere",x\n'],
    "a quotation that stays open": ['text\n"', "Hello there,\n"],
    "quotation marks": ["text\n", '""""\n'],
    columns: ["text,", "a,"],
    "columns with a name": ["text,", "embargoed,posting days,"],
    "columns of copy": ["text,", "tweet 2,"],
    "rows above the headings": "a,b\n",
    "semicolons and tabs": "a;b\tc\n",
  }),
  "posts.json": plain({
    posts: ["[", '{"text":"a"},'],
    "open brackets": "[",
    "nested objects": '{"a":',
    "a string that stays open": ['{"text":"', "a\\n"],
    keys: ["{", '"a":1,'],
    "the same id": ["[", '{"id":"a","text":"b"},'],
  }),
  "posts.jsonl": plain({ posts: '{"text":"a"}\n', "broken lines": '{"text":\n', "one line": ['{"text":"', "a "] }),
  "posts.yaml": plain({
    posts: "- text: a\n",
    "a long text": ["text: |\n", "  a b c\n"],
    brackets: "[",
    "nested lists": "- ",
    anchors: "- &a [b]\n",
    keys: ["text: a\n", "? "],
    quotations: ['text: "', "a\n "],
  }),
  "events.ics": plain({
    events: [
      "BEGIN:VCALENDAR\r\n",
      "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20270101T090000Z\r\nDESCRIPTION:Hi\r\nEND:VEVENT\r\n",
    ],
    "folded lines": ["BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDESCRIPTION:", "a\r\n "],
    "parts that stay open": "BEGIN:VEVENT\r\n",
    parameters: ["BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDESCRIPTION", ";A=b"],
  }),
  "post.docx": new Map(
    Object.entries({
      paragraphs: "<w:p><w:r><w:t>Hello</w:t></w:r></w:p>",
      "runs of one paragraph": "<w:r><w:t>a</w:t></w:r>",
      headings: '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Post 1</w:t></w:r></w:p>',
    }).map(([name, piece]) => [name, (size) => word(repeatedWhole(piece, size))]),
  ),
  "calendar.xlsx": new Map(
    Object.entries({
      rows: '<row><c t="inlineStr"><is><t>Hello there</t></is></c></row>',
      "empty rows": "<row/>",
      "cells that refer to each other": "<row><c><f>A1</f><v>1</v></c></row>",
    }).map(([name, piece]) => [name, (size) => workbook(repeatedWhole(piece, size))]),
  ),
};

/** Each is what comes first, where something does, and what comes again and again behind it. */
function plain(pieces: Readonly<Record<string, string | readonly [string, string]>>): ReadonlyMap<string, MakeFile> {
  return new Map(
    Object.entries(pieces).map(([name, piece]) => {
      const [first, again] = typeof piece === "string" ? ["", piece] : piece;
      return [name, async (size: number) => new TextEncoder().encode(first + repeated(again, size))];
    }),
  );
}

/** No piece is cut, so that markup stays sound. */
const repeatedWhole = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length));

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = (...targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], at) => `<Relationship Id="r${at}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

const word = (body: string): Promise<Uint8Array> =>
  zipped({
    "_rels/.rels": relations(["officeDocument", "word/document.xml"]),
    "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });

function workbook(rows: string): Promise<Uint8Array> {
  const names = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"`;
  const heading = '<row><c t="inlineStr"><is><t>Text</t></is></c></row>';
  return zipped({
    "_rels/.rels": relations(["officeDocument", "/xl/workbook.xml"]),
    "xl/workbook.xml": `<workbook ${names}><sheets><sheet name="a" sheetId="1" r:id="r0"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(["worksheet", "worksheets/sheet1.xml"]),
    "xl/worksheets/sheet1.xml": `<worksheet ${names}><sheetData>${heading}${rows}</sheetData></worksheet>`,
  });
}

async function zipped(parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const { TextReader, Uint8ArrayWriter, ZipWriter, configure } = await import("@zip.js/zip.js/lib/zip-core-native.js");
  configure({ useWebWorkers: false });
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, content] of Object.entries(parts)) await writer.add(name, new TextReader(content));
  return writer.close();
}

import { describe, expect, test } from "vitest";
import { describePlace } from "../../src/reporters/sentence.ts";
import { read } from "./read.ts";
import { zip } from "./workbook.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A document of this body. */
const word = (...body: readonly string[]): Promise<Uint8Array> =>
  zip({
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join("")}</w:body></w:document>`,
    "word/styles.xml": `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  });

const paragraph = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
const heading = (words: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="h1"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
/** `properties` stand in `<w:tcPr>`. A cell of several lines has several paragraphs. */
const cell = (words: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${words.split("\n").map(paragraph).join("")}</w:tc>`;
const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((words) => (words.startsWith("<") ? words : cell(words))).join("")}</w:tr>`).join("")}</w:tbl>`;

async function readWord(...body: readonly string[]) {
  const { readings } = await read("a.docx", await word(...body));
  return {
    posts: readings.flatMap((one) =>
      one.kind === "post"
        ? [[one.post.id, describePlace(one.post.source), one.post.meta.channel ?? null, one.post.copy[0].text]]
        : [],
    ),
    said: readings.flatMap((one) => {
      if (one.kind === "note") return [`${describePlace(one.note.source!)}: ${one.note.message}`];
      return one.kind === "problem" ? [one.problem.message] : [];
    }),
  };
}

const CALENDAR = table(
  ["Date", "Channel", "Copy"],
  ["8 December 2026", "X", "Come to our open evening.\nBring a friend."],
  ["9 December 2026", "Insta", "\nMeet the team"],
);
const ROWS = (first: number, prefix = "") => [
  [`${prefix}row-2`, `a.docx, paragraph ${first + 5}`, "x", "Come to our open evening.\nBring a friend."],
  [`${prefix}row-3`, `a.docx, paragraph ${first + 10}`, "instagram", "Meet the team"],
];

describe("a table of a document", () => {
  test.each<[string, readonly string[], readonly unknown[]]>([
    ["alone", [CALENDAR], ROWS(1)],
    ["under a title", [heading("December"), CALENDAR], ROWS(2)],
    [
      "behind a draft",
      [paragraph("Apply now"), CALENDAR],
      [["a.docx", "a.docx, paragraph 1", null, "Apply now"], ...ROWS(2)],
    ],
    [
      "behind drafts under headings",
      [heading("Post 1"), paragraph("One"), heading("Post 2"), paragraph("Two"), CALENDAR],
      [["post-1", "a.docx, paragraph 1", null, "One"], ["post-2", "a.docx, paragraph 3", null, "Two"], ...ROWS(5)],
    ],
    [
      "with another",
      [CALENDAR, paragraph("Apply now"), CALENDAR],
      [["a.docx", "a.docx, paragraph 12", null, "Apply now"], ...ROWS(1, "table-1-"), ...ROWS(13, "table-2-")],
    ],
  ])("that is a calendar is read by its rows %s", async (_, body, posts) => {
    expect(await readWord(...body)).toEqual({ posts, said: [] });
  });

  test("has merged cells that count for each of their rows, copy once", async () => {
    const down = "<w:vMerge/>";
    const posts = await readWord(
      table(
        ["Channel", cell("Notes", '<w:gridSpan w:val="2"/>'), "Copy"],
        [cell("X", '<w:vMerge w:val="restart"/>'), "a", "b", "One"],
        [cell("", down), cell("c", '<w:gridSpan w:val="2"/>'), cell("Two", '<w:vMerge w:val="restart"/>')],
        [cell("", down), "d", "e", cell("", down)],
        ["LinkedIn", "f", "g", "Three"],
      ),
    );
    expect(posts.posts.map(([, , ...rest]) => rest)).toEqual([
      ["x", "One"],
      ["x", "Two"],
      ["linkedin", "Three"],
    ]);
  });

  test("tells of its rows where they stand", async () => {
    const { said } = await readWord(
      table(
        ["Date", "Emargo until", "Copy"],
        ["8 Dec 2026", "", "Hi"],
        ["TBC", "", "#REF!"],
        ["9 Dec 2026", "", ""],
        ["10 Dec 2026", "", "TBC"],
      ),
    );
    expect(said).toEqual([
      expect.stringContaining(
        'a.docx, paragraph 1: A column looks like something that postlint knows and was not read: column B "Emargo until"',
      ),
      expect.stringContaining("This cell shows the error #REF! where its copy should be"),
      "a.docx, paragraph 1: 2 rows have a date but no copy yet: rows 4, 5",
    ]);
  });

  test.each<[string, string, string, readonly string[]]>([
    [
      "a date that is none by its row",
      "Date",
      "31 June 2027",
      ['paragraph 1: Column "Date" gives no date in 1 row (row 2 "31 June 2027")'],
    ],
    ["a channel that is not known in its own cell", "Channel", "Mastodon", ['paragraph 5: channel is "Mastodon"']],
  ])("tells of %s", async (_, field, words, expected) => {
    const { said } = await readWord(table(["Copy", field, "Owner"], ["Come along", words, "Kim"]));
    expect(said).toEqual(expected.map((sentence) => expect.stringContaining(sentence)));
  });

  const SAID = /^a\.docx, paragraph 1: This table was read as one text with what stands around it/u;
  test.each<[string, string, readonly RegExp[]]>([
    ["of times", table(["Monday", "9am"], ["Tuesday", "10am"]), []],
    ["that is a form", table(["Copy", "Come to our open evening"], ["Who", "Everybody"]), [SAID]],
    [
      "whose copy has no known heading",
      table(["Date", "Channel", "What we say"], ["8 Dec", "X", "Come along"]),
      [SAID],
    ],
    ["without cells", "<w:tbl><w:tr/></w:tbl>", []],
  ])("%s is read as one text with what stands around it", async (_, body, messages) => {
    const { posts, said } = await readWord(body, paragraph("Apply now"));
    expect(posts).toEqual([
      ["a.docx", expect.stringContaining("a.docx, paragraph 1"), null, expect.stringMatching(/Apply now$/u)],
    ]);
    expect(said).toEqual(messages.map((message) => expect.stringMatching(message)));
  });
});

import { describe, expect, test } from "vitest";
import { describePlace } from "../../src/reporters/sentence.ts";
import { read } from "./read.ts";
import { zip } from "./workbook.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(" ");

/** A document of this body. `parts` are others that it points at, by their type. */
const word = (body: readonly string[], parts: Readonly<Record<string, string>> = {}): Promise<Uint8Array> =>
  zip({
    ...Object.fromEntries(
      Object.entries(parts).map(([type, content]) => [`word/${type}.xml`, `<w:part ${NAMESPACES}>${content}</w:part>`]),
    ),
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "word/document.xml": `<w:document ${NAMESPACES}><w:body>${body.join("")}</w:body></w:document>`,
    "word/styles.xml": `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${OFFICE}/image" Target="media/a.png"/>${Object.keys(
      parts,
    )
      .map((type) => `<Relationship Id="${type}" Type="${OFFICE}/${type}" Target="${type}.xml"/>`)
      .join("")}</Relationships>`,
  });

const paragraph = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
const heading = (words: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="h1"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
/** `properties` stand in `<w:tcPr>`. A cell of several lines has several paragraphs. */
const cell = (words: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${words.split("\n").map(paragraph).join("")}</w:tc>`;
const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((words) => (words.startsWith("<") ? words : cell(words))).join("")}</w:tr>`).join("")}</w:tbl>`;

const readWord = (...body: readonly string[]) => readParts(body);

async function readParts(body: readonly string[], parts: Readonly<Record<string, string>> = {}) {
  const { readings } = await read("a.docx", await word(body, parts));
  return {
    copies: readings.flatMap((one) =>
      one.kind === "post"
        ? one.post.copy.map(({ field, text }) => [
            field,
            text,
            one.post.paragraphs?.[field]?.map(({ start, paragraph }) => `${start}: ${paragraph}`).join(", ") ?? null,
          ])
        : [],
    ),
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
    expect(await readWord(...body)).toMatchObject({ posts, said: [] });
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

/** A picture in a run; the empty alt text is that of one that only decorates. */
const picture = (alt: string): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="r2"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const inParagraph = (...runs: readonly string[]): string => `<w:p>${runs.join("")}</w:p>`;
const run = (words: string): string => `<w:r><w:t>${words}</w:t></w:r>`;

describe("the place of words in a document", () => {
  test("is their paragraph, also where the first ones are blank", async () => {
    const { copies } = await readWord(paragraph(""), paragraph(" One"), paragraph(""), paragraph("Two"), paragraph(""));
    expect(copies).toEqual([["text", "One\n\nTwo", "0: 2, 4: 3, 5: 4"]]);
  });

  test("is their paragraph in a cell of a table", async () => {
    const { copies } = await readWord(CALENDAR);
    expect(copies).toEqual([
      ["text", "Come to our open evening.\nBring a friend.", "0: 6, 26: 7"],
      ["text", "Meet the team", "0: 11"],
    ]);
  });
});

describe("an alt text", () => {
  test.each<[string, readonly string[], readonly unknown[]]>([
    [
      "of a picture is copy, with its paragraph",
      [paragraph("Come along"), inParagraph(picture("A lawn"), run("Bring a friend"), picture("A tent"))],
      [
        ["text", "Come along\nBring a friend", "0: 1, 11: 2"],
        ["media[0].alt", "A lawn", "0: 2"],
        ["media[1].alt", "A tent", "0: 2"],
      ],
    ],
    [
      "belongs to the post under whose heading it stands",
      [heading("Post 1"), paragraph("One"), heading("Post 2"), inParagraph(picture("A lawn"))],
      [
        ["text", "One", "0: 2"],
        ["text", "", null],
        ["media[0].alt", "A lawn", "0: 4"],
      ],
    ],
    [
      "belongs to the row in which it stands, behind the image of the columns",
      [
        table(
          ["Copy", "Alt text", "Visual"],
          ["Come along", "A tent", `<w:tc>${inParagraph(picture("A lawn"))}</w:tc>`],
          ["Meet the team", "", ""],
        ),
      ],
      [
        ["text", "Come along", "0: 4"],
        ["media[0].alt", "A tent", "0: 5"],
        ["media[1].alt", "A lawn", "0: 6"],
        ["text", "Meet the team", "0: 7"],
      ],
    ],
    [
      "of a shape as Word 2007 keeps it is checked with the first post",
      [
        inParagraph(
          run("Come along"),
          '<w:r><w:pict><v:shape alt="A lawn"><v:imagedata r:id="r2" o:title="DSC_1"/></v:shape></w:pict></w:r>',
        ),
      ],
      [
        ["text", "Come along", "0: 1"],
        ["drawings", "A lawn", null],
      ],
    ],
    [
      "of a chart is checked with the first post",
      [
        inParagraph(
          run("Come along"),
          '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Chart 1" descr="Bars that rise"/></wp:inline></w:drawing></w:r>',
        ),
      ],
      [
        ["text", "Come along", "0: 1"],
        ["drawings", "Bars that rise", null],
      ],
    ],
    ["that is empty is none", [inParagraph(run("Come along"), picture(" "))], [["text", "Come along", "0: 1"]]],
  ])("%s", async (_, body, copies) => {
    expect((await readWord(...body)).copies).toEqual(copies);
  });
});

describe("what stands around the body", () => {
  const AROUND = {
    endnotes: `${paragraph("Page 1")}${paragraph("")}${paragraph("Stewart House")}`,
    footnotes: paragraph("As told by Kim"),
  };

  test("is checked once, with the first post", async () => {
    const { copies, said } = await readParts(
      [heading("Post 1"), paragraph("One"), heading("Post 2"), paragraph("Two")],
      AROUND,
    );
    expect(copies).toEqual([
      ["text", "One", "0: 2"],
      ["footnotes", "As told by Kim", null],
      ["endnotes", "Page 1\nStewart House", null],
      ["text", "Two", "0: 4"],
    ]);
    expect(said).toEqual([]);
  });

  test("is told of where there is no post to check it with", async () => {
    const { said } = await readParts([paragraph("")], AROUND);
    expect(said).toEqual([
      "a.docx: This file has no post",
      expect.stringContaining("a.docx: This document has words around its body"),
    ]);
  });

  test("is told of where it is a header or a footer, which offices print on every draft", async () => {
    const margins = { header: paragraph("Internal use only"), footer: paragraph("Page 1") };
    const { copies, said } = await readParts([paragraph("One")], margins);
    expect(copies).toEqual([["text", "One", "0: 1"]]);
    expect(said).toEqual([
      "a.docx: This document has words in its header and footer, which were not read: what is copy goes into the body",
    ]);
  });

  test("is told of where it is a comment, which nobody publishes", async () => {
    const { copies, said } = await readParts([paragraph("One")], { comments: paragraph("Is that so?") });
    expect(copies).toEqual([["text", "One", "0: 1"]]);
    expect(said).toEqual(["a.docx: This document has comments, which were not read: what is copy goes into the body"]);
  });

  const box = (words: string): string => `<w:txbxContent>${paragraph(words)}</w:txbxContent>`;
  test.each([
    [
      "read with the body where it has a form for older versions of Word",
      `<w:pict><v:shape><v:textbox>${box("Two")}</v:textbox></v:shape></w:pict>`,
      ["text", "One\nTwo", "0: 1, 4: 2"],
    ],
    [
      "checked with the first post where it has none",
      `<w:drawing><wp:anchor>${box("Two")}</wp:anchor></w:drawing>`,
      ["text_boxes", "Two", null],
    ],
  ])("is a text box that is %s", async (_, drawn, expected) => {
    const { copies } = await readWord(inParagraph(run("One"), `<w:r>${drawn}</w:r>`));
    expect(copies).toContainEqual(expected);
  });
});

import { describe, expect, test } from "vitest";
import { read, texts } from "./read.ts";

describe("rows", () => {
  test.each([
    ["commas", "a.csv"],
    ["semicolons", "a.csv"],
    ["tabs", "a.tsv"],
    ["bars", "a.csv"],
  ])("of a file with %s know their row, cell and line", async (separator, name) => {
    const sign = { commas: ",", semicolons: ";", tabs: "\t", bars: "|" }[separator]!;
    const table = ["Date\tChannel\tCopy", '5 May 2026\tInsta\t"Hello; ""you"",\nthere"', "\t\t", "6/5/2026\t\tBye"];
    const { posts, problems, notes } = await read(name, table.join("\n").replaceAll("\t", sign));
    expect([...problems, ...notes]).toEqual([]);
    expect(
      posts.map(({ id, named, source: place, copy }) => [id, named, place.row, place.cell, place.line, copy[0].text]),
    ).toEqual([
      ["row-2", false, 2, "C2", 2, 'Hello; "you",\nthere'],
      ["row-4", false, 4, "C4", 5, "Bye"],
    ]);
    expect(posts[0]!.meta).toEqual({
      channel: "instagram",
      publish_at: { at: Date.UTC(2026, 4, 4, 23), written: "5 May 2026" },
    });
  });

  test.each([1, 5, 1000])(
    "are the same in chunks of %i bytes, with Windows breaks and a byte order mark",
    async (size) => {
      const source = '\uFEFFid,copy\r\na,"One 🎅\r\ntwo"\r\n\r\nb,Three\r\n';
      const { posts, problems } = await read("a.csv", source, {}, size);
      expect(problems).toEqual([]);
      expect(posts.map(({ id, named, source: { row, line }, copy }) => [id, named, row, line, copy[0].text])).toEqual([
        ["a", true, 2, 2, "One 🎅\ntwo"],
        ["b", true, 4, 5, "Three"],
      ]);
    },
  );

  test("copy after a cell of several lines is on its own line", async () => {
    const { posts } = await read("a.csv", 'notes,copy,alt text\n"a\nb\nc",Hello,"A\ndog"\n');
    expect(posts[0]!.source.line).toBe(2);
    expect(posts[0]!.copy).toEqual([
      {
        field: "text",
        text: "Hello",
        stretches: [{ start: 0, line: 4, column: null, breaks: true }],
      },
      {
        field: "media[0].alt",
        text: "A\ndog",
        stretches: [{ start: 0, line: 4, column: null, breaks: true }],
      },
    ]);
  });

  test("a blank row is skipped, one with a date and no copy is a note", async () => {
    const result = await read("a.csv", "date,copy\n\n,\n5 May 2026,\n,Week two\n");
    expect(texts(result)).toEqual(["Week two"]);
    expect(result.notes).toEqual([
      'a.csv:-: Column A "date" gives no date in 1 row (1 blank): the copy was checked there, but nothing that depends on the date',
      "a.csv:4: This row has a date but no copy yet",
    ]);
  });

  test.each(["", "\n\n", "date,copy\n"])("%j has no post", async (source) => {
    const { posts, notes, problems } = await read("a.csv", source);
    expect([...posts, ...problems]).toEqual([]);
    expect(notes).toEqual(["a.csv:-: This file has no post"]);
  });

  test.each([
    ["has headings", "Date,Copy\n5 May 2026,Open day | 5 May | Free | London\n"],
    ["has none", "5 May 2026,Open day | 5 May | Free | London\n"],
  ])("bars in copy part no cells of a file that %s", async (_, source) => {
    const { posts } = await read("a.csv", source, {}, 65_536, { publish_at: ["A"], text: ["B"] });
    expect(posts.map(({ copy }) => copy[0].text)).toEqual(["Open day | 5 May | Free | London"]);
  });

  test("quotes within a cell that has none around it are copy", async () => {
    expect(texts(await read("a.csv", 'copy,x\nHe said "hi" twice,1\n"""Hi""\nhe said",2\n'))).toEqual([
      'He said "hi" twice',
      '"Hi"\nhe said',
    ]);
  });

  test("each copy cell is a post, and its heading may name the channel", async () => {
    const { posts } = await read(
      "a.csv",
      "ref,Twitter copy,LinkedIn copy,channel\nA,Short,Long,FB\nB,,Only,\n,Bare,,\n",
    );
    expect(
      posts.map(({ id, named, source: { cell }, meta, copy }) => [id, named, cell, meta.channel, copy[0].text]),
    ).toEqual([
      ["A-B", true, "B2", "x", "Short"],
      ["A-C", true, "C2", "linkedin", "Long"],
      ["B-C", true, "C3", "linkedin", "Only"],
      ["row-4-B", false, "B4", "x", "Bare"],
    ]);
  });

  test("a date and a time in two columns are one moment", async () => {
    const { posts } = await read(
      "a.csv",
      "Date,Time,Copy\n5 May 2026,9.30am,A\n5 May 2026,TBC,B\n5 May 2026 08:00,9am,C\n",
    );
    expect(posts.map(({ meta }) => meta.publish_at?.written)).toEqual([
      "5 May 2026 9.30am",
      "5 May 2026",
      "5 May 2026 08:00",
    ]);
  });

  test("an image and its alt text are one medium, and an empty permission is known to be missing", async () => {
    const { posts } = await read("a.csv", "copy,image,alt text,permission\nA,a.jpg,A dog,\nB,,,DPC/1\n");
    expect(posts.map(({ meta }) => meta)).toEqual([
      {
        media: [{ file: "a.jpg", alt: "A dog" }],
        permission: { reference: null },
      },
      { permission: { reference: "DPC/1" } },
    ]);
  });

  test.each([
    ["author", "Jo Ray", "student", 'author should be employee, .* not "Jo Ray"$', [undefined, undefined, "student"]],
    ["channel", "All channels", "X", "a channel that is not known here", ["All channels", "All channels", "x"]],
  ] as const)(
    "a word of the %s column that is not known is one note, in its own cell",
    async (field, word, known, message, values) => {
      const { readings, posts } = await read("a.csv", `copy,${field}\n"A\nB",${word}\nC,${word}\nD,${known}\n`);
      expect(readings.filter(({ kind }) => kind !== "post" && kind !== "mapping")).toEqual([
        {
          kind: "note",
          note: {
            source: expect.objectContaining({ line: 3, row: 2, cell: "B2" }),
            message: expect.stringMatching(message),
          },
        },
      ]);
      expect(posts.map(({ meta }) => meta[field])).toEqual(values);
    },
  );

  test("a channel that the copy's own heading settles is not told of", async () => {
    const { notes } = await read("a.csv", "Twitter copy,channel\nHi,All channels\n");
    expect(notes).toEqual([]);
  });
});

describe("an error of a spreadsheet in the place of copy", () => {
  test.each(["#REF!", " #N/A ", "#NAME?", "#DIV/0!", "#ERROR!", "#BEZUG!", "#VALEUR!", "Err:508"])(
    "%s is a problem of its cell, and the other copy of the row is read",
    async (error) => {
      const { posts, readings } = await read(
        "a.csv",
        `Date,Copy,Tweet\n5 May 2026,${error},Hello\n5 May 2026,${error},\n`,
      );
      expect(posts.map(({ source }) => source.cell)).toEqual(["C2"]);
      expect(readings.flatMap((one) => (one.kind === "problem" ? [one.problem] : []))).toEqual([
        {
          source: expect.objectContaining({ row: 2, cell: "B2" }),
          message: expect.stringContaining(`This cell shows the error ${error.trim()} where its copy should be`),
          headingRow: 1,
        },
        expect.objectContaining({ source: expect.objectContaining({ row: 3, cell: "B3" }) }),
      ]);
      expect(readings.filter(({ kind }) => kind === "note")).toEqual([]);
    },
  );

  test.each(["#Ref", "#NHSHeroes!", "It says #REF! here", "#NAME"])("%s is copy", async (words) => {
    expect(texts(await read("a.csv", `Copy\n${words}\n`))).toEqual([words]);
  });
});

describe("what is wrong with a file", () => {
  test("no column of copy is one problem that lists the columns and says how to name one", async () => {
    const { problems, posts } = await read("a.csv", "Name,E-mail\nJo,jo@x.test\nAl,al@x.test\n");
    expect(posts).toEqual([]);
    expect(problems).toEqual([
      'a.csv:1: No column holds the copy. The columns seen are A "Name", B "E-mail". Head the column of the copy "Copy" (or text, caption, tweet, post, message), or say which it is, as in --map text=C, or text=C,text=D for several.',
    ]);
  });

  test.each([
    ["05/12/2026 09:00,Come to our open evening in June,https://a.test", "publish_at=A,text=B,link=C"],
    ["Come to our open evening in June and bring a friend,2026-12-05,Jo", "text=A,publish_at=B"],
    ["https://a.test,5 Dec 2026,Hi", "link=A,publish_at=B,text=C"],
    ["5 Dec 2026,LinkedIn,09:00,Hi,https://a.test", "publish_at=A,channel=B,text=D,link=E"],
  ])("of a table that has no headings, as in %s, it says %s", async (row, map) => {
    const { problems, posts } = await read("a.csv", `${row}\n${row}\n`);
    expect(posts).toEqual([]);
    expect(problems).toEqual([
      expect.stringContaining(
        `This row reads like a post, not like headings: put headings above it, "Copy" over the copy, or say what the columns hold, as in --map ${map}.`,
      ),
    ]);
    const asTold = Object.fromEntries(map.split(",").map((part) => part.split("="))) as Record<string, string>;
    const fields = Object.fromEntries(Object.entries(asTold).map(([field, letters]) => [field, [letters]]));
    expect((await read("a.csv", `${row}\n${row}\n`, {}, 65_536, fields)).posts).toHaveLength(2);
  });

  test.each([
    ["a column of dates alone", "5 Dec 2026"],
    ["dates and channels", "5 Dec 2026,X,https://a.test"],
    ["titles of which one is a date", "Programme,Updated 4 May 2027,Version,4 May 2027"],
  ])("of %s it guesses no map", async (_, row) => {
    const { problems } = await read("a.csv", `${row}\n${row}\n`);
    expect(problems).toEqual([expect.stringContaining('Head the column of the copy "Copy"')]);
  });

  test("the row that reads like a post is the one that is named", async () => {
    const { readings } = await read("a.csv", "My plan\n5 Dec 2026,Hi,https://a.test\n");
    expect(readings).toEqual([
      {
        kind: "problem",
        problem: {
          source: expect.objectContaining({ line: 2, row: 2 }),
          message: expect.stringContaining("This row reads like a post"),
        },
      },
    ]);
  });

  test("a draft in place of the heading is not printed", async () => {
    const { problems } = await read(
      "a.csv",
      "Call Jo on 07700 900123,x\nMy patient in bed 4 has a long story to tell,y\n",
    );
    expect(problems).toEqual([expect.stringContaining('The columns seen are A …, B "x".')]);
  });

  test("a quote that is never closed is a problem with its line, and the rows before it are read", async () => {
    for (const size of [1, 1000]) {
      const result = await read("a.csv", 'copy,n\n"One\ntwo",1\nThree,2\n"Four,3\nFive,4\n', {}, size);
      expect(texts(result)).toEqual(["One\ntwo", "Three"]);
      expect(result.problems).toEqual([
        expect.stringMatching(/^a\.csv:5: A quotation mark that opens in this row is never closed/u),
      ]);
    }
  });

  test("a quote at the very end leaves the rows before it", async () => {
    const result = await read("a.csv", 'copy\nOne\n"');
    expect(texts(result)).toEqual(["One"]);
    expect(result.problems).toEqual([expect.stringMatching(/^a\.csv:3: .* never closed/u)]);
  });

  test("a quote that runs on into the next row is a problem, and what it swallowed is still read", async () => {
    const result = await read("a.csv", 'copy,n\n"One,1\n"Two",2\nThree,3\n');
    expect(texts(result)).toEqual(['"One,1\n"Two"', "Three"]);
    expect(result.problems).toEqual([expect.stringMatching(/^a\.csv:2: .* rows may have run together/u)]);
  });

  test("copy that its own commas cut into cells is a problem", async () => {
    const result = await read("a.csv", "copy,owner\nCome, it is free, and fun\n");
    expect(result.problems).toEqual([expect.stringMatching(/^a\.csv:2: This row has 3 cells, but the heading has 2/u)]);
    expect(texts(result)).toEqual(["Come"]);
  });
});

import { describe, expect, test } from "vitest";
import { columnMapFrom } from "../../src/config/column-map.ts";
import { COLUMN_FIELDS, type ColumnField } from "../../src/readers/calendar/headings.ts";
import type { Mapping } from "../../src/readers/calendar/mapping.ts";
import { read } from "./read.ts";

async function mappingOf(csv: string, map: Readonly<Record<string, readonly string[]>> = {}): Promise<Mapping> {
  const { readings } = await read("a.csv", csv, {}, 65_536, map);
  const mappings = readings.flatMap((reading) => (reading.kind === "mapping" ? [reading.mapping] : []));
  expect(mappings).toHaveLength(1);
  return mappings[0]!;
}

const fieldOf = async (heading: string): Promise<string | undefined> =>
  (await mappingOf(`Copy,"${heading}"\nHi,x\n`)).columns.find(({ letters }) => letters === "B")?.field;

describe("headings", () => {
  test.each([
    ["Platform", "channel"],
    ["Go-live date", "publish_at"],
    ["publish_at", "publish_at"],
    ["Date (dd/mm/yyyy)", "publish_at"],
    ["Embargoed until:", "embargo_until"],
    ["Alt-text", "media[0].alt"],
    ["Sign-off", "approved_by"],
    ["License", "media[0].licence"],
    ["Permission (reference)", "permission"],
    ["Channel / account", "channel"],
    ["Sperrfrist bis", "embargo_until"],
    ["Date de publication", "publish_at"],
    ["Postlint ignore", "postlint_ignore"],
  ])("%s is %s", async (heading, field) => {
    expect(await fieldOf(heading)).toBe(field);
  });

  test.each(["Notes", "Reach", "constructor", "Mumble"])("%s is nothing", async (heading) => {
    expect(await fieldOf(heading)).toBeUndefined();
  });

  test.each([
    ["LinkedIn copy", "linkedin"],
    ["Copy – Twitter/X", "x"],
    ["Texte Facebook", "facebook"],
    ["Instagram-Text", "instagram"],
  ])("%s is copy for %s", async (heading, channel) => {
    const { columns } = await mappingOf(`Week,${heading}\n1,Hi\n`);
    expect(columns).toEqual([expect.objectContaining({ field: "text", letters: "B", channel })]);
  });

  test("a channel's name alone heads copy where words stand under it, and not where ticks do", async () => {
    const copy = await mappingOf("Date,Twitter,LinkedIn\n5 May 2027,Come to our open evening,\n");
    expect(copy.columns.filter(({ field }) => field === "text").map(({ letters }) => letters)).toEqual(["B"]);
    const ticks = await mappingOf("Message,Twitter,LinkedIn\nCome to our open evening,x,\n");
    expect(ticks.columns.filter(({ field }) => field === "text").map(({ letters }) => letters)).toEqual(["A"]);
  });

  test.each([
    ["LinkedIn\n", true],
    ["Week,Twitter / X\n", true],
    ["Date,LinkedIn (corporate page)\n", true],
    ["LinkedIn HEE,Facebook HEE\n", true],
    ["Ask Sam about LinkedIn\n", false],
    ["Sam,Ask about LinkedIn before Friday\n", false],
    ['"The channel is LI + LinkedIn, and nobody knows when it will be the other one",Date\n', false],
  ])("%j heads copy: %s", async (heading, is) => {
    const below = "Come to our open evening in June,We would love to see you there\n";
    const { posts } = await read("a.csv", heading + below);
    expect(posts.length > 0).toBe(is);
  });

  test("a heading that looks as if it mattered is never left out in silence", async () => {
    const { notes } = await read("a.csv", "Copy,Emargo until,Date created,Reach\nHi,,,\n");
    expect(notes[0]).toMatch(/were not read|was not read/u);
    expect(notes[0]).toContain('column B "Emargo until" (embargo_until?)');
  });
});

describe("a map", () => {
  test("takes letters and headings, and outweighs what is recognised", async () => {
    const map = await columnMapFrom(["text=Story,text=D", "status=Copy, final"]);
    expect(map).toEqual({ text: ["Story", "D"], status: ["Copy, final"] });
    const { columns } = await mappingOf('"Copy, final",Story,Channel,More\na,b,x,d\n', map);
    expect(columns.map(({ letters, field }) => [letters, field])).toEqual([
      ["A", "status"],
      ["B", "text"],
      ["C", "channel"],
      ["D", "text"],
    ]);
  });

  test("of letters needs no heading that is known", async () => {
    const { posts } = await read("a.csv", "Wann,Was\n5 May 2027,Hi\n", {}, 65_536, { text: ["B"] });
    expect(posts.map(({ copy }) => copy[0].text)).toEqual(["Hi"]);
  });

  const NEWS = "Our switchboard has changed, please call the new number";
  test.each([
    ["a row with a date", "05/12/2026 09:00,Hello,\n06/12/2026,Happy Diwali,x.org\n", ["B1", "B2"]],
    ["a row that lacks its year", `1 Dec,${NEWS},\n2 Dec,Happy Diwali,x.org\n`, ["B1", "B2"]],
    ["a row of copy without a date", `,${NEWS},\n05/12/2026,Happy Diwali,x.org\n`, ["B1", "B2"]],
    ["a row below a title", `December\n05/12/2026,${NEWS},\nTBC,Happy Diwali,x.org\n`, ["B2", "B3"]],
    ["a heading that is not known", `Wann,Was,Link\n05/12/2026,${NEWS},\nTBC,Happy Diwali,x.org\n`, ["B2", "B3"]],
    ["a title and such a heading", `Dezember\nWann,Was,Link\n05/12/2026,${NEWS},x.org\n`, ["B3"]],
  ])("of letters loses no post of a table that begins with %s", async (_, csv, cells) => {
    const map = { publish_at: ["A"], text: ["B"], link: ["C"] };
    const { posts } = await read("a.csv", csv, {}, 65_536, map);
    expect(posts.map(({ source }) => source.cell)).toEqual(cells);
  });

  test("that names no column there is says so", async () => {
    const { problems } = await read("a.csv", "Copy\nHi\n", {}, 65_536, { channel: ["Plaform"] });
    expect(problems).toContainEqual(expect.stringContaining('There is no column "Plaform" here'));
  });

  test.each([
    ["chanel=B", "there is no field"],
    ["text", "names no column"],
    ["text=", "names no column"],
  ])("of %s is refused", async (given, message) => {
    await expect(columnMapFrom([given])).rejects.toThrow(message);
  });
});

/** Where any words would not do. */
const CELLS: Partial<Record<ColumnField, string>> = {
  account: "personal",
  author: "student",
  weekday: "Friday",
  time: "09:30",
};

test.each(COLUMN_FIELDS)("what a column of %s holds gets into the post", async (field) => {
  const map = { publish_at: ["AA"], file: ["BB"], text: ["CC"], [field]: ["XX"] };
  const postWith = async (cell: string) => {
    const { posts } = await read("a.csv", `AA,BB,CC,XX\n2027-05-05,a.png,Hello,${cell}\n`, {}, 65_536, map);
    const { id, copy, meta, markers } = posts[0]!;
    return { id, copy, meta, markers };
  };
  expect(await postWith(CELLS[field] ?? "2027-05-06")).not.toEqual(await postWith(""));
});

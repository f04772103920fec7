import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createChecker } from "../../src/check.ts";
import { compromise } from "../../src/grammar.ts";
import { ORDINARY } from "../../src/model/circumstances.ts";
import { sourceOf } from "../../src/prepare/lines.ts";
import { describePlaceInFile } from "../../src/reporters/sentence.ts";
import { rulesIn, SHIPPED_RULES } from "../../src/workshop/labelled.ts";
import { type Read, read } from "./read.ts";

const check = createChecker(rulesIn(SHIPPED_RULES), { grammar: compromise, reference: false, circumstances: ORDINARY });

const fixture = (name: string): Promise<Read> =>
  read(name, readFileSync(new URL(`../../fixtures/calendars/${name}`, import.meta.url)), { account: "corporate" });

/** Each place with each clause that is found there at warning or above, as `July!C3 P3` or `D5 (line 9) P3`. */
async function found(name: string): Promise<readonly string[]> {
  const { posts } = await fixture(name);
  const places = posts.flatMap((post) =>
    check(post)
      .findings.filter(({ level }) => level !== "suggestion")
      .map(({ clause, passage }) => {
        const place = sourceOf(post, passage);
        const line = place.line === null || place.cell === null ? "" : ` (line ${place.line})`;
        return `${describePlaceInFile(place)}${line} ${clause}`;
      }),
  );
  return [...new Set(places)].sort();
}

test.each([
  [
    "titles, merged banners, real dates",
    "banner.xlsx",
    ["July 2027!D7 M3.3", "July 2027!D10 P3", "July 2027!E10 P5", "July 2027!D13 P4"],
  ],
  ["several sheets, a hidden row", "two-sheets.xlsx", ["August!C4 M3.3", "July!C3 P3", "July!C5 P4"]],
  ["a column for each channel", "channels.xlsx", ["Content!D4 P4", "Content!F4 M3.3", "Content!H4 P5"]],
  ["a chart", "chart.xlsx", ["Plan!C3 P3"]],
  ["a German export in Windows-1252", "redaktionsplan.csv", ["D5 (line 5) P4", "D7 (line 7) P3"]],
  ["a French export", "calendrier.csv", ["C3 (line 3) M3.3", "D2 (line 2) P3"]],
  [
    "a byte order mark, CRLF, cells of several lines",
    "plan.csv",
    ["D5 (line 9) P3", "D8 (line 12) M3.3", "F8 (line 13) P3"],
  ],
  ["UTF-16 with tabs", "unicode.tsv", ["C3 (line 3) M3.3", "C3 (line 3) P5"]],
  ["events with folded lines", "events.ics", ["line 10 M3.3", "line 28 P4", "line 7 M3.3"]],
  ["a Word document", "campaign.docx", ["paragraph 7 P3", "paragraph 9 M3.3"]],
  ["a campaign in Markdown", "campaign.md", ["line 14 M3.3", "line 18 P3"]],
  ["YAML", "week.yaml", ["line 12 P3", "line 9 M3.3"]],
])("in a calendar with %s (%s), each breach is found in its place", async (_, name, places) => {
  expect(await found(name)).toEqual([...places].sort());
});

test("what is no post is none, and what is left open is said once a column", async () => {
  const { posts, problems, notes } = await fixture("banner.xlsx");
  expect(problems).toEqual([]);
  expect(posts.map(({ source }) => source.cell)).toEqual(["D6", "D7", "D10", "D12", "D13", "D14"]);
  expect(posts[0]!.copy[0].text).toBe("Results day is coming.\n\nOpen evenings run all month 🎓\nSee you there?");
  expect(posts.map(({ meta }) => meta.publish_at?.written ?? null)).toEqual([
    "2027-07-01 09:30",
    "2027-07-02",
    null,
    null,
    "2027-07-14 17:00",
    null,
  ]);
  expect(posts[0]!.cells).toMatchObject({ text: "D6", publish_at: "A6", channel: "C6", approved_by: "G6" });
  expect(posts[0]!.headingRow).toBe(4);
  expect(notes).toEqual([
    expect.stringContaining('Column B "Time" gives no time in 1 row (B7 "AM")'),
    expect.stringContaining('Column A "Go live" gives no date in 3 rows (1 blank, A10 "TBC", A12 "w/c 12 July")'),
    expect.stringContaining("This row has a date but no copy yet"),
  ]);
});

test("a merged date counts for each of its rows, and a sheet without years takes them from its neighbour", async () => {
  const { posts, notes } = await fixture("two-sheets.xlsx");
  expect(posts.map(({ id, meta }) => [id, meta.publish_at?.written, meta.channel, meta.weekday])).toEqual([
    ["July!row-2", "2027-07-08", "x", undefined],
    ["July!row-3", "2027-07-08", "linkedin", undefined],
    ["July!row-4", "2027-07-08", "facebook", undefined],
    ["July!row-5", "2027-07-09", "x", undefined],
    ["August!row-4", "Tue 3 August", "x", "Tuesday"],
    ["August!row-5", "Thur 5 Aug", "x", "Thursday"],
  ]);
  expect(new Date(posts[4]!.meta.publish_at!.at).toISOString()).toBe("2027-08-02T23:00:00.000Z");
  expect(notes).toEqual([
    expect.stringContaining("Something is hidden here and was read all the same: 1 row"),
    expect.stringContaining("leaves the year out in 2 rows: 2027 was taken"),
    expect.stringContaining("This sheet has no column that holds copy"),
  ]);
});

test("an impossible date is kept with its cell and its weekday", async () => {
  const { posts } = await fixture("plan.csv");
  const post = posts.find(({ meta }) => meta.impossible !== undefined)!;
  expect(post.meta).toMatchObject({ impossible: { publish_at: "31/06/2027" }, weekday: "Tuesday" });
  expect(post.cells).toMatchObject({ publish_at: "B9", text: "D9" });
});

test("an event has its start as its time, and without a description its title as its copy", async () => {
  const { posts, notes } = await fixture("events.ics");
  expect(posts.map(({ id, meta }) => [id, new Date(meta.publish_at!.at).toISOString(), meta.channel])).toEqual([
    ["results-1@example.org", "2027-07-05T08:30:00.000Z", "linkedin"],
    ["results-2@example.org", "2027-07-05T23:00:00.000Z", undefined],
    ["results-3@example.org", "2027-07-07T08:00:00.000Z", "x"],
  ]);
  expect(posts.flatMap(({ copy }) => copy.map(({ field }) => field))).toEqual(["text", "title", "text", "text"]);
  expect(notes).toEqual(["events.ics:19: This event has no description: the title was checked as the copy"]);
});

describe("an event", () => {
  const events = (...all: readonly (readonly string[])[]) =>
    read(
      "a.ics",
      ["BEGIN:VCALENDAR", ...all.flatMap((one) => ["BEGIN:VEVENT", ...one, "END:VEVENT"]), "END:VCALENDAR", ""].join(
        "\n",
      ),
    );

  test("has a title and a place that are looked at, each on its line, but for a channel and the link of a meeting", async () => {
    const { posts, notes } = await events(
      ["LOCATION:Room 4", "SUMMARY:Open day", "DESCRIPTION:Come along"],
      ["DESCRIPTION:Come along", "LOCATION:LinkedIn"],
      ["DESCRIPTION:Come along", "LOCATION:https://meet.example.org/l/19"],
    );
    expect(
      posts.map(({ copy }) => copy.map(({ field, text, stretches }) => [field, text, stretches[0]?.line])),
    ).toEqual([
      [
        ["text", "Come along", 5],
        ["title", "Open day", 4],
        ["location", "Room 4", 3],
      ],
      [["text", "Come along", 8]],
      [["text", "Come along", 12]],
    ]);
    expect(notes).toEqual([]);
  });

  test("is told of with its line where it has no words, no description, or is cancelled", async () => {
    const { posts, notes } = await events(
      ["UID:1"],
      ["SUMMARY:Come along"],
      ["SUMMARY:Meet us"],
      ["DESCRIPTION:Apply now", "STATUS:cancelled"],
    );
    expect(posts.map(({ copy, source }) => [copy[0].text, source.line])).toEqual([
      ["Come along", 6],
      ["Meet us", 9],
      ["Apply now", 12],
    ]);
    expect(notes).toEqual([
      "a.ics:2: This event has neither a description nor a title, so no copy yet",
      "a.ics:-: 2 events (lines 5, 8) have no description: the title was checked as the copy",
      "a.ics:11: This event has the status CANCELLED: the copy was checked all the same",
    ]);
  });
});

test("the channel of an event stands where it is named: in a category, or else in its place", async () => {
  const event = (...properties: string[]) =>
    ["BEGIN:VEVENT", "DESCRIPTION:One", ...properties, "END:VEVENT\n"].join("\n");
  const events = [
    event("CATEGORIES:Campaign,LinkedIn", "LOCATION:Facebook"),
    event("CATEGORIES:Campaign", "LOCATION:Facebook"),
    event("CATEGORIES:Campaign"),
  ].join("");
  const { posts } = await read("a.ics", `BEGIN:VCALENDAR\n${events}END:VCALENDAR\n`);
  expect(posts.map(({ meta, lines }) => [meta.channel, lines?.channel])).toEqual([
    ["linkedin", 4],
    ["facebook", 10],
    [undefined, undefined],
  ]);
});

test("of a document with tracked changes, what was deleted is not read", async () => {
  const { posts } = await fixture("campaign.docx");
  expect(posts.map(({ id, copy }) => [id, copy[0].text])).toEqual([
    ["post-1-monday", "Coming back to nursing?\nStart here.\nIt takes ten minutes."],
    ["post-2-tuesday", expect.stringContaining("Slides from today")],
    ["post-3-wednesday", expect.stringContaining("What a night")],
  ]);
});

test("an event whose start can't be read is a problem with its line, and its copy is read, as are the other events", async () => {
  const event = (start: string, copy: string) => `BEGIN:VEVENT\nDTSTART:${start}\nDESCRIPTION:${copy}\nEND:VEVENT\n`;
  const events = [event("some day", "One"), event("20270705T090000", "Two")].join("");
  const { posts, problems } = await read("a.ics", `BEGIN:VCALENDAR\n${events}END:VCALENDAR\n`);
  expect(posts.map(({ copy, meta }) => [copy[0].text, meta.publish_at?.written])).toEqual([
    ["One", undefined],
    ["Two", expect.stringContaining("2027-07-05")],
  ]);
  expect(problems).toEqual([expect.stringMatching(/^a\.ics:3: The start of this event is no date that can be read/u)]);
});

describe("a time zone", () => {
  const zone = (tzid: string, offset: string) =>
    `BEGIN:VTIMEZONE\n${tzid}BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:${offset}\nTZOFFSETTO:${offset}\nEND:STANDARD\nEND:VTIMEZONE\n`;
  const event = "BEGIN:VEVENT\nDTSTART;TZID=Team:20270105T090000\nDESCRIPTION:One\nEND:VEVENT\n";
  const goesOut = async (zones: string) => {
    const { posts, problems, notes } = await read("a.ics", `BEGIN:VCALENDAR\n${zones}${event}END:VCALENDAR\n`);
    expect(problems).toEqual([]);
    return [posts.map(({ meta }) => new Date(meta.publish_at!.at).toISOString()), notes];
  };
  const AT_NINE_IN_LONDON = [
    ["2027-01-05T09:00:00.000Z"],
    [expect.stringContaining('The time zone "Team" is not described in the calendar that uses it')],
  ];

  test("is the one that its own calendar describes, whatever was read before", async () => {
    expect(await goesOut(zone("TZID:Team\n", "+0500"))).toEqual([["2027-01-05T04:00:00.000Z"], []]);
    expect(await goesOut("")).toEqual(AT_NINE_IN_LONDON);
    expect(await goesOut(zone("TZID:Team\n", "-0300"))).toEqual([["2027-01-05T12:00:00.000Z"], []]);
  });

  test("without a name describes none", async () => {
    expect(await goesOut(zone("", "+0500"))).toEqual(AT_NINE_IN_LONDON);
    expect(await goesOut(zone("", "+0500") + zone("TZID:Team\n", "-0300"))).toEqual([["2027-01-05T12:00:00.000Z"], []]);
  });
});

test.each([
  ["on one line", ";A=b".repeat(3000)],
  ["on folded lines", ";A=b\n ".repeat(3000)],
])("a calendar with parameters without end %s is a problem", async (_where, parameters) => {
  const event = `BEGIN:VEVENT\nDESCRIPTION${parameters}:One\nEND:VEVENT\n`;
  const { posts, problems } = await read("a.ics", `BEGIN:VCALENDAR\n${event}END:VCALENDAR\n`);
  expect(posts).toEqual([]);
  expect(problems).toEqual([expect.stringMatching(/^a\.ics:1: A line of this calendar has far more parameters/u)]);
});

test("a long description on folded lines, with colons and semicolons, has no parameters", async () => {
  const event = `BEGIN:VEVENT\nDESCRIPTION:One${"\n  and\\; this: more".repeat(1000)}\nEND:VEVENT\n`;
  const { posts, problems } = await read("a.ics", `BEGIN:VCALENDAR\n${event}END:VCALENDAR\n`);
  expect(problems).toEqual([]);
  expect(posts[0]!.copy[0].text).toMatch(/^One and; this: more/u);
});

test("of many headings that look like copy, twelve are named", async () => {
  const { notes } = await read("a.csv", `${"copy 100,".repeat(15)}copy\n${",".repeat(15)}Hello\n`);
  expect(notes[0]).toMatch(
    /column L "copy 100" \(text\?\) and 3 more\. If that is what they hold, say --map text=A,text=B,text=C,text=D\.$/u,
  );
});

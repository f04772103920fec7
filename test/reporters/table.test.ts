import stringWidth from "fast-string-width";
import { describe, expect, test } from "vitest";
import { column, cut, cutAtStart } from "../../src/reporters/parts/columns.ts";
import { render } from "./render.ts";
import { findingOf, head, postOf, results, sourceOf, spanOf } from "./run.ts";

const moment = (written: string) => ({ at: Date.parse(written), written });

const calendar = [
  { text: "Meet Zainab 🦿", verdict: null, row: 2 },
  { text: "お知らせ: 患者の名前", verdict: "error", row: 3 },
  { text: "Guaranteed places", verdict: "warning", row: 1004 },
] as const;

const run = {
  head,
  results: calendar.map(({ text, verdict, row }) => ({
    post: postOf(text, {
      source: sourceOf("july.csv", { line: row, row }),
      meta: { channel: "linkedin", publish_at: moment("2027-07-01T08:00:00Z") },
    }),
    findings:
      verdict === null
        ? []
        : [findingOf(spanOf(text, text), { level: verdict, message: `“${text}” 👩‍⚕️ is told here.` })],
  })),
};

test.each([40, 60, 80, 120])("at %i columns each post has one line, and none is wider", async (width) => {
  const lines = (await render("table", run, { width })).split("\n");
  expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
  expect(
    lines.filter((line) => /^(?:Nothing found|Do not publish|Check) /u.test(line.trimEnd().padEnd(20))),
  ).toHaveLength(3);
});

test("wide characters and emoji leave the columns where they are", async () => {
  const lines = (await render("table", run, { width: 100 })).split("\n");
  expect(lines.slice(1, 5)).toEqual([
    "Verdict         Place             Channel    Date        Time   Clause   Why",
    "Nothing found   row 2             LinkedIn   Thu 1 Jul   09:00",
    "Do not publish  row 3             LinkedIn   Thu 1 Jul   09:00  M3.3     “お知らせ: 患者の名前” 👩‍⚕️…",
    "Check           row 1004          LinkedIn   Thu 1 Jul   09:00  M3.3     “Guaranteed places” 👩‍⚕️ is…",
  ]);
});

test("several clauses are counted behind the gravest", async () => {
  const text = "Idiots in bed 4";
  const findings = [
    findingOf(spanOf(text, "Idiots"), { clause: "M3.2", level: "warning" }),
    findingOf(spanOf(text, "bed 4"), { clause: "M3.3", level: "error" }),
  ];
  expect(await render("table", { head, results: [{ post: postOf(text), findings }] })).toContain("M3.3 +1");
});

const suppressed = { kind: "comment", reason: "agreed", by: "Ann Lee", until: null } as const;
const letStand = findingOf({ start: 0, end: 5 }, { suppressed });

test.each([
  [
    "says why all that was found was let stand",
    [letStand],
    /^Let stand +line 1 .* M3\.3 +“agreed”, comment, by Ann Lee$/mu,
  ],
  [
    "passes over what was let stand beside what stands",
    [letStand, findingOf(null, { clause: "P3" })],
    /^Do not publish.* P3 +This/mu,
  ],
])("%s", async (_, findings, line) => {
  const rendered = await render(
    "table",
    { head, results: [{ post: postOf("Agreed words"), findings }] },
    { width: 140 },
  );
  expect(rendered).toMatch(line);
  expect(rendered).not.toMatch(/^Nothing found +line/mu);
});

test("each file has its name over its posts", async () => {
  const lines = (await render("table", { head, results })).split("\n");
  for (const { post } of results.filter(({ post }) => !post.source.file.startsWith("ho"))) {
    expect(lines).toContain(post.source.file);
  }
});

describe("cut and column", () => {
  test.each([
    ["short", 10, "short"],
    ["exactly ten", 11, "exactly ten"],
    ["one too many", 11, "one too ma…"],
    ["患者の名前", 5, "患者…"],
    ["👩‍⚕️👩‍⚕️👩‍⚕️", 4, "👩‍⚕️…"],
    ["anything", 0, ""],
  ])("“%s” in %i columns is “%s”", (text, width, shown) => {
    expect(cut(text, width)).toBe(shown);
    expect(stringWidth(column(text, width))).toBe(width);
  });

  test.each([
    ["Week 29!D12", 11, "Week 29!D12"],
    ["Week 29!D12", 8, "…29!D12"],
    ["患者の名前", 5, "…名前"],
    ["anything", 0, ""],
  ])("the end of “%s” in %i columns is “%s”", (text, width, shown) => {
    expect(cutAtStart(text, width)).toBe(shown);
  });
});

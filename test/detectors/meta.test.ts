import { describe, expect, test } from "vitest";
import { createChecker } from "../../src/check.ts";
import { compromise } from "../../src/grammar.ts";
import { ORDINARY } from "../../src/model/circumstances.ts";
import type { Meta } from "../../src/model/post.ts";
import type { RuleSet } from "../../src/rules/ruleset.ts";
import { findingsIn, postOf, ruleFinding } from "../judge-text.ts";

/** Whether a find sees something in a post with this metadata. */
const sees = (find: string, meta: Readonly<Record<string, unknown>>) =>
  findingsIn(ruleFinding(find), { text: "Good morning", ...meta }).length > 0;

describe("an embargo and the time of publication", () => {
  test.each([
    ["a minute before the embargo ends", "2027-05-04 08:59", "2027-05-04 09:00", true],
    ["when the embargo ends", "2027-05-04 09:00", "2027-05-04 09:00", false],
    ["at midnight of the day that is all that the embargo says", "2027-05-04 00:00", "2027-05-04", true],
    ["some time on that day", "2027-05-04", "2027-05-04", false],
    ["some time on a day before the embargo ends at nine", "2027-05-04", "2027-05-04 09:00", false],
    ["some time on the day before", "2027-05-03", "2027-05-04", true],
    ["at 00:01 of that day", "2027-05-04 00:01", "2027-05-04", false],
    ["at 09:00 UTC, an hour after 09:00 in a London summer", "2027-05-04T09:00:00Z", "2027-05-04 09:00", false],
    ["at 07:59 UTC, a minute before 09:00 in a London summer", "2027-05-04T07:59:00Z", "2027-05-04 09:00", true],
    ["at 08:59 UTC, a minute before 09:00 in a London winter", "2027-01-05T08:59:00Z", "2027-01-05 09:00", true],
    ["at 00:59 UTC on the day the clocks go forward, before 02:00", "2027-03-28T00:59:00Z", "2027-03-28 02:00", true],
    [
      "at 01:00 UTC on the day the clocks go forward, which is 02:00",
      "2027-03-28T01:00:00Z",
      "2027-03-28 02:00",
      false,
    ],
    ["in the second hour from 1 to 2 on the day they go back", "2027-10-31T01:15:00Z", "2027-10-31 01:30", false],
    ["with the zone written out", "2027-05-04 08:59 BST", "2027-05-04T08:00:00Z", true],
  ])("%s", (_, publish_at, embargo_until, broken) => {
    expect(sees("{ meta: { field: embargo_until, after: publish_at } }", { publish_at, embargo_until })).toBe(broken);
  });
});

describe("a date in a rule is London's", () => {
  test.each([
    ["before: 2027-05-04", "2027-05-03 23:59", true],
    ["before: 2027-05-04", "2027-05-04 00:00", false],
    ["before: 2027-05-04", "2027-05-03T22:59:00Z", true],
    ["before: 2027-05-04", "2027-05-03T23:00:00Z", false],
    ["after: '2027-05-04 09:00'", "2027-05-04 09:00", false],
    ["after: '2027-05-04 09:00'", "2027-05-04 09:01", true],
    ["after: '2027-05-04T09:00:30+01:00'", "2027-05-04 09:00", false],
    ["after: '2027-05-04 08:00Z'", "2027-05-04 09:01", true],
  ])("%s, published %s: %s", (question, publish_at, expected) => {
    expect(sees(`{ meta: { field: publish_at, ${question} } }`, { publish_at })).toBe(expected);
  });
});

describe("a period before a poll", () => {
  test.each([
    ["national", "2027-04-14 23:59", false],
    ["national", "2027-04-15 00:00", true],
    ["national", "2027-05-06 23:59", true],
    ["national", "2027-05-07 00:00", false],
    ["national", "2027-05-06T22:59:00Z", true],
    ["national", "2027-05-06T23:00:00Z", false],
    ["devolved", "2027-04-15 00:00", false],
    ["local", "2027-03-30 23:59", false],
    ["local", "2027-03-31 00:00", true],
    ["national", "2024-05-25 00:00", false],
    ["national", "2024-05-25", true],
    ["national", "2024-07-05", false],
    ["national", "2027-05-06", true],
    ["national", "2027-05-07", false],
    ["national", "2024-05-25 00:01", true],
    ["national", "2024-07-05 00:00", true],
    ["national", "2024-07-05 00:01", false],
  ])("for %s bodies, published %s: %s", (body, publish_at, expected) => {
    const find = `{ meta: { field: publish_at, during: pre-election, for: ${body} } }`;
    expect(sees(find, { publish_at })).toBe(expected);
  });

  test("a period says its name and its days", () => {
    const ruleset = ruleFinding("{ meta: { field: publish_at, during: pre-election, for: national } }");
    const [finding] = findingsIn(ruleset, { text: "Good morning", publish_at: "2027-05-01 09:00" });
    expect(finding?.evidence[0]?.shows).toBe(
      "the local elections of Thursday 6 May 2027 (Thursday 15 April 2027 to Thursday 6 May 2027)",
    );
  });

  test("a period of days holds from the first to the last, for everyone", () => {
    const find = "{ meta: { field: publish_at, during: mourning } }";
    const at = (publish_at: string) => sees(find, { publish_at });
    expect([at("2022-09-07 23:59"), at("2022-09-08"), at("2022-09-19 23:59"), at("2022-09-20")]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

test.each([
  ["the same name", { owner: "B. Larkin", approved_by: "b larkin" }, true],
  ["another name", { owner: "B. Larkin", approved_by: "T. Osei" }, false],
  ["one of them not known", { approved_by: "B. Larkin" }, false],
])("same_as: %s", (_, meta, expected) => {
  expect(sees("{ meta: { field: approved_by, same_as: owner } }", meta)).toBe(expected);
});

describe("today", () => {
  const before = ruleFinding("{ meta: { field: publish_at, before: today } }");
  test.each([
    ["2026-11-29", "2026-11-28 23:59", 1],
    ["2026-11-28", "2026-11-28 00:00", 0],
    [null, "2016-01-01", 0],
  ])("on %s a post of %s", (today, publish_at, findings) => {
    expect(checkedOn(before, today, { publish_at }).length).toBe(findings);
  });
});

function checkedOn(ruleset: RuleSet, today: string | null, fields: Readonly<Record<string, unknown>>) {
  const circumstances = { today, hold: null };
  const check = createChecker(ruleset, { grammar: compromise, reference: false, circumstances });
  return check(postOf({ text: "Good morning", ...fields })).findings;
}

describe("what reading the calendar showed", () => {
  const seen = (find: string, meta: Meta) => {
    const check = createChecker(ruleFinding(find), { grammar: compromise, reference: false, circumstances: ORDINARY });
    const post = postOf("Good morning");
    return check({ ...post, meta }).findings.map(({ passage }) => passage.field);
  };
  const tuesday = { publish_at: { at: Date.parse("2027-05-04T09:00:00Z"), written: "4 May" } };

  test.each([
    ["the right weekday", { ...tuesday, weekday: "Tue" }, []],
    ["the right weekday in full", { ...tuesday, weekday: "tuesday" }, []],
    ["another weekday", { ...tuesday, weekday: "Wed" }, ["publish_at"]],
    ["no weekday", tuesday, []],
    ["no date", { weekday: "Wed" }, []],
  ])("%s", (_, meta, fields) => {
    expect(seen("{ meta: { field: publish_at, other_weekday: true } }", meta)).toEqual(fields);
  });

  test("a date that no calendar has is one of its own field", () => {
    const meta = { impossible: { embargo_until: "31 June" } };
    expect(seen("{ meta: { field: embargo_until, impossible: true } }", meta)).toEqual(["embargo_until"]);
    expect(seen("{ meta: { field: publish_at, impossible: true } }", meta)).toEqual([]);
  });
});

test("where: asks about the same image", () => {
  const find = "{ meta: { field: media.licence, missing: true, where: { credit: '^$' } } }";
  const media = (...items: readonly object[]) =>
    findingsIn(ruleFinding(find), { text: "Good morning", media: items }).map(({ passage }) => passage.field);
  expect(media({ file: "a.jpg" }, { file: "b.jpg", credit: "Bea" }, { file: "c.jpg", licence: "own" })).toEqual([
    "media[0].licence",
  ]);
});

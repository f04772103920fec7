import { describe, expect, test } from "vitest";
import type { FindSpec } from "../../src/detectors/detector.ts";
import { metadataFields } from "../../src/rules/metadata.ts";

describe("the metadata that finds ask for", () => {
  test.each<[string, FindSpec, readonly string[]]>([
    ["words ask for none", { terms: ["red"] }, []],
    ["nor does a context", "quoted", []],
    ["a field", { meta: { field: "account", is: "personal" } }, ["account"]],
    ["a field of what is listed, by its first name", { meta: { field: "media.alt", missing: true } }, ["media"]],
    ["two fields that are compared", { meta: { field: "approved_by", same_as: "owner" } }, ["approved_by", "owner"]],
    ["two times", { meta: { field: "embargo_until", after: "publish_at" } }, ["embargo_until", "publish_at"]],
    ["a time and today", { meta: { field: "publish_at", before: "today" } }, ["publish_at"]],
    ["a time and a date", { meta: { field: "publish_at", after: "2026-11-30" } }, ["publish_at"]],
    ["a limit of channels", { limit: "channel-limits" }, ["channel"]],
    ["a date that is over", { date: "past" }, ["publish_at"]],
    ["a date without a year, with a weekday", { date: "other-weekday" }, ["publish_at"]],
    ["no date that never was", { date: "impossible" }, []],
    ["a calendar", { calendar: { same_copy: true } }, ["channel", "publish_at"]],
    [
      "the posts of a calendar",
      { calendar: { same_copy: true, posts: { meta: { field: "account", is: "personal" } } } },
      ["account", "channel", "publish_at"],
    ],
    ["a hold asks for none: what is not known lets no post through", { hold: true }, []],
    ["one of several", { any: [{ terms: ["red"] }, { meta: { field: "status", is: "draft" } }] }, ["status"]],
    ["all of several", { all: ["asked", { near: { date: "past", within: "post" } }] }, ["publish_at"]],
    ["what is missing", { absence: { meta: { field: "author", is: "student" } } }, ["author"]],
    [
      "facts that count together",
      { combination: { facts: [{ name: "a red day", points: 1, find: { date: "past" } }], at_least: 1 } },
      ["publish_at"],
    ],
    ["exceptions", { terms: ["red"], unless: [{ meta: { field: "owner", is: "us" } }] }, ["owner"]],
    ["a word for a detector among the words", { terms: ["limit", "date"], hashtags: true }, []],
  ])("%s", (_, find, asked) => expect(metadataFields([find])).toEqual(asked));

  test("once each, in order", () => {
    const finds = [{ date: "past" }, { limit: "channel-limits" }, { meta: { field: "publish_at", before: "today" } }];
    expect(metadataFields(finds)).toEqual(["channel", "publish_at"]);
  });
});

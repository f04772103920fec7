import { describe, expect, test } from "vitest";
import { findingsIn, ruleFinding } from "../judge-text.ts";

const RULES = {
  impossible: ruleFinding("{ date: impossible }"),
  "other-weekday": ruleFinding("{ date: other-weekday }"),
  past: ruleFinding("{ date: past }"),
};

const seen = (question: keyof typeof RULES, text: string, publish_at?: string): readonly string[] =>
  findingsIn(RULES[question], { text, ...(publish_at && { publish_at }) }).map(({ passage: { span } }) =>
    text.slice(span!.start, span!.end),
  );

describe("a date that no calendar has", () => {
  test.each([
    ["See you on 31 June", ["31 June"]],
    ["See you on the 31st of June", ["31st of June"]],
    ["See you on June 31", ["June 31"]],
    ["🎉 See you on 31/06/2027", ["31/06/2027"]],
    ["See you on 30 Feb. Or sooner", ["30 Feb"]],
    ["See you on 30 Feb. 2027.", ["30 Feb. 2027"]],
    ["See you on 29 February 2027", ["29 February 2027"]],
    ["See you on 29 February 2028", []],
    ["See you on 29 February", []],
    ["See you on 31 May and 1 June", []],
    ["31 nurses, 30 June", []],
    ["June 2027", []],
    ["5/27/2027", []],
    ["Bands 31 to 35 apply", []],
    ["", []],
  ])("%s", (text, passages) => {
    expect(text === "" ? [] : seen("impossible", text)).toEqual(passages);
  });
});

describe("a date with the weekday of another day", () => {
  test.each([
    ["Tuesday 5 May 2026", undefined, []],
    ["Tuesday 5 May 2027", undefined, ["Tuesday 5 May 2027"]],
    ["Tues, 5th of May, 2027", undefined, ["Tues, 5th of May, 2027"]],
    ["Wed 05/05/2027", undefined, []],
    ["Thu 05/05/2027", undefined, ["Thu 05/05/2027"]],
    ["Tuesday 5 May", undefined, []],
    ["Tuesday 5 May", "2026-04-20", []],
    ["Tuesday 5 May", "2027-04-20", ["Tuesday 5 May"]],
    ["Friday 1 January", "2026-12-20", []],
    ["Friday 1 January", "2027-12-20", ["Friday 1 January"]],
    ["Thursday 31 December", "2027-01-02", []],
    ["Saturday 29 February 2028", undefined, ["Saturday 29 February 2028"]],
    ["Tuesday 31 June 2027", undefined, []],
    ["On Sunday 12 people came", undefined, []],
    ["sun, 5 may do that", "2027-04-20", ["sun, 5 may"]],
  ])("%s, published %s", (text, publish_at, passages) => {
    expect(seen("other-weekday", text, publish_at)).toEqual(passages);
  });
});

describe("a date that is over when the post goes out", () => {
  test.each([
    ["Apply by 5 May", "2027-05-05 23:59", []],
    ["Apply by 5 May", "2027-05-06 00:00", ["5 May"]],
    ["Apply by 5 May, 5pm", "2027-05-05 17:00", []],
    ["Apply by 5 May, 5pm", "2027-05-05 17:01", ["5 May"]],
    ["Apply by 5pm on 5 May", "2027-05-05 17:01", ["5 May"]],
    ["Doors 2-4pm on 5 May", "2027-05-05 15:00", []],
    ["5 May, 10am to 4pm", "2027-05-05 15:00", []],
    ["5 May, 17:00", "2027-05-05T16:30:00Z", ["5 May"]],
    ["Apply by noon today 2/2", "2027-05-05 12:01", ["today"]],
    ["Apply by 12 noon today", "2027-05-05 12:00", []],
    ["Apply by 5pm today", "2027-05-05", []],
    ["Apply by midnight on 5 May", "2027-05-05 23:59", []],
    ["Apply by 5 May", undefined, []],
    ["Apply by 5 January", "2026-12-20", []],
    ["Apply by 20 December", "2027-01-05", ["20 December"]],
    ["Apply by 1 October", "2027-01-05", []],
    ["Apply by 1 October 2026", "2027-01-05", ["1 October 2026"]],
    ["Opened 3 May, closes 30 May", "2027-05-10", []],
    ["Up to 5 may apply", "2027-05-10", []],
    ["Apply by 31 June", "2027-07-10", []],
  ])("%s, published %s", (text, publish_at, passages) => {
    expect(seen("past", text, publish_at)).toEqual(passages);
  });
});

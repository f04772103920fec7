import { describe, expect, test } from "vitest";
import { identityOf } from "../../src/prepare/identity.ts";
import { maskOf } from "../../src/reporters/parts/mask.ts";
import { findingOf, postOf, sourceOf, spanOf } from "../reporters/run.ts";

type Told = Parameters<typeof findingOf>[1];

function identity(text: string, passage: string, told: Told = {}, more: Parameters<typeof postOf>[1] = {}): string {
  const post = postOf(text, more);
  const finding = findingOf(spanOf(text, passage), told);
  return identityOf(finding, post, maskOf({ post, findings: [finding] }, true));
}

const usual = () => identity("We met my patient in bed 4 last night.", "my patient");

describe("a finding is the same", () => {
  test.each([
    ["on another line", () => identity("Hello.\n\nWe met my patient in bed 4 last night.", "my patient")],
    ["spaced otherwise", () => identity("We met  my patient in\tbed 4 last night.", "my patient")],
    ["in capitals", () => identity("WE MET MY PATIENT IN BED 4 last night.", "MY PATIENT")],
    ["with other words far away", () => identity("We met my patient in bed 4 this morning.", "my patient")],
    ["under another derived id", () => identity("We met my patient in bed 4.", "my patient", {}, { id: "row-99" })],
    [
      "in another place",
      () => identity("We met my patient in bed 4.", "my patient", {}, { source: sourceOf("x.md", { line: 9 }) }),
    ],
    ["with another message", () => identity("We met my patient in bed 4.", "my patient", { message: "Otherwise." })],
    ["at another level", () => identity("We met my patient in bed 4.", "my patient", { level: "suggestion" })],
  ])("%s", (_, other) => expect(other()).toBe(usual()));
});

describe("a finding is another", () => {
  test.each([
    ["of another rule", () => identity("We met my patient in bed 4.", "my patient", { rule: "privacy/other" })],
    ["of another clause", () => identity("We met my patient in bed 4.", "my patient", { clause: "P3" })],
    ["about another passage", () => identity("We met my patient in bed 4.", "patient")],
    ["between other words", () => identity("We met my patient in bay 4.", "my patient")],
    [
      "of a post that the author named",
      () => identity("We met my patient in bed 4.", "my patient", {}, { named: true }),
    ],
  ])("%s", (_, other) => expect(other()).not.toBe(usual()));
});

describe("what belongs to an identity", () => {
  const same = (text: string, other: string, passage: string) =>
    expect(identity(text, passage)).toBe(identity(other, passage));

  test("is three words on each side, whatever stands further off", () =>
    same("And then we saw my patient in bed 4 today", "So we now then we saw my patient in bed 4", "my patient"));
  test("is nothing on another line", () => same("One\nmy patient\ntwo", "my patient", "my patient"));
  test("keeps words apart", () =>
    expect(identity("we saw my patient", "my patient")).not.toBe(identity("wesaw my patient", "my patient")));
  test("is a hash of 64 digits", () => expect(usual()).toMatch(/^[0-9a-f]{64}$/));

  const absence = (text: string) =>
    identityOf(findingOf(null), postOf(text), maskOf({ post: postOf(text), findings: [] }, true));
  const twelve = "one two three four five six seven eight nine ten eleven twelve";
  test("of an absence is how its post begins, twelve words long", () => {
    expect(absence(`${twelve} thirteen`)).toBe(absence(twelve));
    expect(absence(`zero ${twelve}`)).not.toBe(absence(twelve));
  });
});

describe("a masked number leaves no trace", () => {
  const masked = (number: string) => identity(`NHS number ${number} is asleep`, number, { mask: true });
  const beside = (number: string) => {
    const text = `NHS number ${number} is asleep`;
    const post = postOf(text, { id: `draft ${number}`, named: true });
    const findings = [findingOf(spanOf(text, number), { mask: true }), findingOf(spanOf(text, "is asleep"))];
    return identityOf(findings[1]!, post, maskOf({ post, findings }, true));
  };

  test("of its own", () => expect(masked("999 000 0018")).toBe(masked("943 476 5919")));
  test("in a finding beside it, or an id", () => expect(beside("999 000 0018")).toBe(beside("943 476 5919")));
});

import { describe, expect, test } from "vitest";
import { maskOf, runMask } from "../../src/reporters/parts/mask.ts";
import { findingOf, postOf, spanOf } from "./run.ts";

const text = "Ask Priya N. about 999 000 0018.";
const number = findingOf(spanOf(text, "999 000 0018"), { mask: true });
const initial = findingOf(spanOf(text, "N."), { mask: true });
const name = findingOf(spanOf(text, "Priya"), { mask: true });
const around = findingOf(spanOf(text, "about 999 000"));
const result = { post: postOf(text), findings: [number, initial, name, around] };

describe("other words that repeat a masked passage", () => {
  test.each([
    ["as it was typed", "draft 999 000 0018", "draft [masked]"],
    ["without its spaces", "draft-9990000018", "draft-[masked]"],
    ["with dashes", "999-000-0018.", "[masked]."],
    ["in other letters", "PRIYA was here", "[masked] was here"],
    ["more than once", "Priya, Priya", "[masked], [masked]"],
  ])("are masked: %s", (_, words, shown) => {
    expect(maskOf(result, true).hide(words)).toBe(shown);
  });

  test.each([
    ["another number", "999 000 0026"],
    ["a short name within a word", "Priyanka"],
    ["an initial, which would hide half of the words", "Now or never"],
  ])("leave alone %s", (_, words) => {
    expect(maskOf(result, true).hide(words)).toBe(words);
  });

  test("are left alone for a person who asked to see them", () => {
    expect(maskOf(result, false).hide("999 000 0018")).toBe("999 000 0018");
  });
});

describe("a finding whose passage overlaps a masked one", () => {
  test("shows the rest of its passage", () => {
    expect(maskOf(result, true).passage("text", around.passage.span!)).toBe("about [masked]");
  });

  test("has its message mended", () => {
    expect(maskOf(result, true).words(around, "“about 999 000” is private.")).toBe("“about [masked]” is private.");
  });
});

describe("a masked passage that begins with words that say what it is", () => {
  const shown = (copy: string, secret: string) => {
    const finding = findingOf(spanOf(copy, secret), { mask: true });
    return maskOf({ post: postOf(copy), findings: [finding] }, true).passage("text", { start: 0, end: copy.length });
  };

  test.each([
    ["She lives at 12 High Street. Hello.", "She lives at 12 High Street", "She lives at [masked]. Hello."],
    ["Her home address is Flat 3, Mill Lane", "Her home address is Flat 3, Mill Lane", "Her home address is [masked]"],
    ["He lives at the bungalow", "He lives at the bungalow", "He lives at the [masked]"],
    ["12 High Street is where she lives", "12 High Street is where she lives", "[masked]"],
    ["password Snowdrop!21", "password Snowdrop!21", "[masked]"],
  ])("%s", (copy, secret, left) => {
    expect(shown(copy, secret)).toBe(left);
  });

  test("is not hidden elsewhere for such words alone", () => {
    const copy = "She lives at 12 High Street";
    const parts = [
      findingOf(spanOf(copy, "lives"), { mask: true }),
      findingOf(spanOf(copy, "12 High Street"), { mask: true }),
    ];
    const mask = maskOf({ post: postOf(copy), findings: parts }, true);
    expect(mask.hide("where a person lives")).toBe("where a person lives");
  });
});

test("a suppressed finding is masked like any other", () => {
  const suppression = { kind: "comment", reason: "known", by: null, until: null } as const;
  const suppressed = { post: postOf(text), findings: [{ ...number, suppressed: suppression }] };
  expect(maskOf(suppressed, true).passage("text", number.passage.span!)).toBe("[masked]");
});

describe("what a post before showed to be secret", () => {
  const after = (copy: string, id: string) => {
    const run = runMask(true);
    run.of(result);
    const finding = findingOf(spanOf(copy, copy));
    return { mask: run.of({ post: postOf(copy, { id }), findings: [finding] }), finding, copy };
  };

  test("is hidden in a later post: in its copy, its id and the words of its findings", () => {
    const { mask, finding, copy } = after("Ref 9990000018 is dull", "draft-999-000-0018");
    expect(mask.passage("text", { start: 0, end: copy.length })).toBe("Ref [masked] is dull");
    expect(mask.hide("draft-999-000-0018")).toBe("draft-[masked]");
    expect(mask.words(finding, `“${copy}” is dull.`)).toBe("“Ref [masked] is dull” is dull.");
  });

  test("is left alone where it is no number or code, and says nothing without its own post", () => {
    const run = runMask(true);
    run.of({ post: postOf("the ward sister"), findings: [findingOf({ start: 0, end: 15 }, { mask: true })] });
    expect(run.of({ post: postOf("the ward sister"), findings: [] }).hide("the ward sister")).toBe("the ward sister");
  });

  test("changes no identity, which is the same in any order", () => {
    expect(maskOf({ post: postOf("Ref 9990000018"), findings: [] }, true).hide("9990000018")).toBe("9990000018");
  });
});

test("a remark on the run is masked by the posts before it", () => {
  const run = runMask(true);
  expect(run.hide("id 9990000018")).toBe("id 9990000018");
  run.of(result);
  expect(run.hide("id 9990000018")).toBe("id [masked]");
});

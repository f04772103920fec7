import { describe, expect, test } from "vitest";
import {
  type Accepted,
  createBaseline,
  isAcceptable,
  parseBaseline,
  writtenBaseline,
} from "../../src/judge/baseline.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { RuleCard } from "../../src/model/rule.ts";
import type { RuleCards } from "../../src/rules/cards.ts";
import { findingOf, postOf, sourceOf } from "../reporters/run.ts";

const cards: RuleCards = {
  ids: ["conduct/grumble", "secret/number"],
  cardOf: (id) => (id === "gone/rule" ? undefined : ({ suppressible: id !== "secret/number" } as RuleCard)),
};
const entry = (more: Partial<Accepted> = {}): Accepted => ({
  file: "a.md",
  rule: "conduct/grumble",
  clause: "P2",
  identity: "one",
  since: "2026-11-01",
  ...more,
});
const HEAD = '{"postlint":"baseline","version":1}';
const LINE = '{"file":"a.md","rule":"conduct/grumble","clause":"P2","identity":"one","since":"2026-11-01"}';

describe("a baseline as text", () => {
  test("has a head, and an entry a line, sorted", () => {
    const text = writtenBaseline([entry({ file: "b.md", clause: null }), entry()]);
    expect(text.split("\n")).toEqual([HEAD, LINE, LINE.replace("a.md", "b.md").replace('"P2"', "null"), ""]);
    expect(parseBaseline(text)).toEqual({ entries: [entry(), entry({ file: "b.md", clause: null })], problems: [] });
  });

  test("holds nothing of an entry but what makes it one", () => {
    expect(writtenBaseline([{ ...entry(), text: "draft" } as Accepted])).toBe(`${HEAD}\n${LINE}\n`);
  });

  test("may have empty lines and the line ends of Windows", () => {
    expect(parseBaseline(`${HEAD}\r\n\r\n  \r\n${LINE}\r\n`)).toEqual({ entries: [entry()], problems: [] });
  });

  const NO_ENTRY = /^this is no accepted finding; a line reads \{"file":/;
  const MERGE = /^this is the mark of a merge that was not finished/;
  test.each([
    ["no JSON", "oops", NO_ENTRY],
    ["JSON that is no entry", "[1]", NO_ENTRY],
    ["null", "null", NO_ENTRY],
    ["another head", HEAD.replace("1", "2"), NO_ENTRY],
    ["no file", LINE.replace('"a.md"', "7"), NO_ENTRY],
    ["no rule", LINE.replace('"rule":"conduct/grumble",', ""), NO_ENTRY],
    ["no identity", LINE.replace('"one"', "null"), NO_ENTRY],
    ["a clause that is a number", LINE.replace('"P2"', "2"), NO_ENTRY],
    ["no day", LINE.replace("2026-11-01", "2026-11-31"), NO_ENTRY],
    ["the mark of a merge", "<<<<<<< HEAD", MERGE],
    ["the middle of a merge", "=======", MERGE],
    ["the end of a merge", ">>>>>>> other", MERGE],
    ["what a merge came from", "||||||| base", MERGE],
    ["six signs of one kind", "<<<<<< HEAD", NO_ENTRY],
    ["the mark of a merge further on", " <<<<<<< HEAD", NO_ENTRY],
  ])("with %s has a problem in that line, and keeps the others", (_, line, message) => {
    const { entries, problems } = parseBaseline(`${HEAD}\n${line}\n${LINE}`);
    expect(entries).toEqual([entry()]);
    expect(problems).toEqual([{ line: 2, message: expect.stringMatching(message) }]);
  });
});

describe("what was accepted", () => {
  const grumble = findingOf(null, { rule: "conduct/grumble", message: "one" });
  const suppressed = { kind: "baseline", reason: "accepted on 2026-11-01", by: null, until: null } as const;
  const settled = (
    entries: readonly Accepted[],
    findings: readonly Finding[],
    file = "a.md",
    gone: readonly string[] = [],
  ) => {
    const baseline = createBaseline(entries, {
      cards,
      identityOf:
        () =>
        ({ message }) =>
          message,
      fileOf: ({ post }) => post.source.file,
      isGone: (name) => gone.includes(name),
    });
    const result = baseline.accept({ post: postOf("text", { source: sourceOf(file) }), findings });
    return { findings: result.findings, unused: baseline.unused() };
  };

  test.each<[string, readonly Accepted[], readonly Finding[], readonly (object | null)[], number]>([
    ["is marked", [entry()], [grumble], [suppressed], 0],
    ["is marked once for an entry", [entry()], [grumble, grumble], [suppressed, null], 0],
    ["is marked twice for two", [entry(), entry()], [grumble, grumble], [suppressed, suppressed], 0],
    ["is what an entry names, and no other", [entry({ identity: "two" })], [grumble], [null], 1],
    ["is left where nothing was found", [entry()], [], [], 1],
    ["is not in another file that is still there", [entry({ file: "b.md" })], [grumble], [null], 1],
  ])("%s", (_, entries, findings, expected, unused) => {
    const answer = settled(entries, findings);
    expect(answer.findings.map((finding) => finding.suppressed)).toEqual(expected);
    expect(answer.unused.length).toBe(unused);
  });

  test("follows a file that was renamed, after the file's own entries", () => {
    const entries = [entry({ file: "old.md", since: "2026-10-01" }), entry()];
    const { findings, unused } = settled(entries, [grumble], "a.md", ["old.md"]);
    expect(findings[0]!.suppressed).toEqual(suppressed);
    expect(unused.map(({ file }) => file)).toEqual(["old.md"]);
    expect(settled(entries, [grumble, grumble], "a.md", ["old.md"]).unused).toEqual([]);
  });

  test("keeps all else of a finding and of its post", () => {
    expect(settled([entry()], [grumble]).findings).toEqual([{ ...grumble, suppressed }]);
  });

  const key = { kind: "key", reason: "agreed", by: "Ann", until: null } as const;
  test.each<[string, Finding, boolean]>([
    ["an ordinary finding", grumble, true],
    ["one that must not go out", findingOf(null, { rule: "secret/number", message: "one" }), false],
    ["one that is suppressed already", { ...grumble, suppressed: key }, false],
    ["one of postlint's own", findingOf(null, { rule: "postlint/unknown-rule", message: "one" }), false],
    ["one of a rule that is not there", findingOf(null, { rule: "gone/rule", message: "one" }), false],
  ])("may be %s: it is hidden: %s", (_, finding, acceptable) => {
    expect(isAcceptable(finding, cards)).toBe(acceptable);
    expect(settled([entry()], [finding]).findings[0]!.suppressed).toEqual(acceptable ? suppressed : finding.suppressed);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type CheckOptions,
  check,
  checkCalendar,
  type Draft,
  loadRuleSet,
  type RuleSet,
  RuleSetError,
} from "../src/index.ts";
import { HEAD } from "./judge-text.ts";

const pack = (find: string) => `- id: test/late
  clauses: [C1]
  level: warning
  confidence: likely
  message: Found.
  advice: Mend it.
  find: ${find}
  examples: { breach: [a, b], fine: [c, d] }
`;

let folder: string;
let late: RuleSet;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "postlint-library-"));
  write("late", pack("{ meta: { field: publish_at, before: today } }"));
  write("broken", `${pack("{ trems: [red] }")}${pack("{ pattern: '(' }").replace("test/late", "test/other")}`);
  late = await loadRuleSet(join(folder, "late"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, rules: string): void {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, "ruleset.yaml"), HEAD);
  writeFileSync(join(folder, name, "pack.yaml"), rules);
}

test.each<[string, CheckOptions | undefined, number]>([
  ["without a day", undefined, 0],
  ["on a day before", { today: "2026-01-01" }, 0],
  ["on a day behind", { today: "2027-01-01" }, 1],
  ["without a day again", {}, 0],
])("what asks for today, %s", (_, options, found) => {
  expect(check({ text: "Red", publish_at: "2026-06-01 09:00" }, late, options).findings).toHaveLength(found);
});

test.each(["tomorrow", "2027-02-31", "2027-05-04T00:00:00Z", ""])("a today of %j is refused", (today) => {
  expect(() => check("Red", late, { today })).toThrow(`today "${today}" is not a day. Write it as 2026-11-30.`);
});

test("a rule set says what it is, and nothing of how it finds", () => {
  expect(Object.keys(late)).toEqual(["name", "version", "policy", "rules"]);
  expect(late).toMatchObject({ name: "made-up", version: "1", policy: { title: "Made-up policy" } });
  expect(late.rules).toMatchObject([{ id: "test/late", clause: "C1", level: "warning", advice: "Mend it." }]);
});

test("a rule set that nobody opened is refused", () => {
  expect(() => check("Red", { ...late })).toThrow("The rule set is none that loadRuleSet has opened.");
});

describe("a rule set that can't be opened rejects", () => {
  const problemsOf = async (name: string): Promise<readonly string[]> => {
    const error: unknown = await loadRuleSet(join(folder, name)).catch((reason) => reason);
    expect(error).toBeInstanceOf(RuleSetError);
    const { problems, message } = error as RuleSetError;
    expect(message).toBe(problems.join("\n"));
    return problems;
  };

  test("with every mistake in its files", async () => {
    expect(await problemsOf("broken")).toEqual([
      expect.stringMatching(/broken\/pack\.yaml:7:9: there is no detector named trems; did you mean terms\?$/),
      expect.stringMatching(/broken\/pack\.yaml:15:\d+: /),
    ]);
  });

  test("with a sentence where there is none", async () => {
    expect(await problemsOf("lat")).toEqual([
      expect.stringMatching(/^There is no rule set .*lat\. Did you mean late\?$/),
    ]);
  });
});

test.each<[string, Draft, readonly string[], readonly string[], boolean | null]>([
  ["has no copy", { text: "" }, [], ["This post has no copy yet"], null],
  ["is none", { text: 7 } as unknown as Draft, [expect.stringMatching(/^text /)], [], null],
  [
    "has a channel that is not known",
    { text: "Red", channel: "mastadon" },
    [],
    [expect.stringMatching(/mastadon/)],
    true,
  ],
  [
    "is not in English in part",
    "We are glad to see you.\n\nMae ein diwrnod agored ddydd Sadwrn yn yr ysbyty.",
    [],
    [expect.stringMatching(/^One sentence of this post does not look like English/)],
    true,
  ],
])("of a draft that %s it says so", (_, draft, problems, notes, english) => {
  expect(check(draft, late)).toEqual({ findings: [], problems, notes, english });
});

describe("a draft", () => {
  test("lets findings stand as a post of a file does", () => {
    const draft = (postlint_ignore: string) => ({ text: "Red", publish_at: "2026-06-01 09:00", postlint_ignore });
    const suppressedIn = (ignore: string, today = "2027-01-01") =>
      check(draft(ignore), late, { today }).findings.map(({ rule, suppressed }) => [rule, suppressed?.reason ?? null]);
    expect(suppressedIn("test/late -- archived, by Ann")).toEqual([["test/late", "archived"]]);
    expect(suppressedIn("test/late")).toEqual([
      ["test/late", null],
      ["postlint/unexplained-suppression", null],
    ]);
    expect(suppressedIn("test/late -- archived, by Ann (until 2026-12-01)")).toEqual([
      ["test/late", null],
      ["postlint/expired-suppression", null],
    ]);
  });

  test("goes by the names of keys that calendars go by, and tells of the others", () => {
    const { findings, problems, notes } = check(
      { text: "Red", scheduledFor: "2026-06-01 09:00", remark: "Ask the ward first" },
      late,
      { today: "2027-01-01" },
    );
    expect(findings).toHaveLength(1);
    expect([...problems, ...notes]).toEqual([
      'A key that is not known here was not read: "remark". If it is published, give it a name such as title.',
    ]);
  });

  test.each([null, undefined, 5, ["Red"]])("that is %j is refused in words", (draft) => {
    expect(() => check(draft as unknown as Draft, late)).toThrow(
      /^A draft should be text, or an object with text, not /u,
    );
  });
});

test("what is no list of drafts, no opened rule set and no day is refused in words", async () => {
  expect(() => checkCalendar("Red" as unknown as Draft[], late)).toThrow(
    "checkCalendar takes a list of drafts, not text.",
  );
  expect(() => check("Red", loadRuleSet(join(folder, "late")) as unknown as RuleSet)).toThrow(/promise: await it\.$/u);
  expect(() => check("Red", late, { today: new Date() as unknown as string })).toThrow(
    /^today as an object is not a day/u,
  );
  await expect(loadRuleSet(5 as unknown as string)).rejects.toThrow("should be text, not a number.");
});

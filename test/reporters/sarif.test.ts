import type { Log, Result, Run as SarifRun } from "sarif";
import { describe, expect, test } from "vitest";
import type { PostResult, RunHead } from "../../src/model/report.ts";
import type { RuleCard } from "../../src/model/rule.ts";
import { render } from "./render.ts";
import { findingOf, head, postOf, problems, results, sourceOf, spanOf } from "./run.ts";

const runOf = async (results: readonly PostResult[], more: Partial<RunHead> = {}, settings = {}): Promise<SarifRun> => {
  const log = JSON.parse(await render("sarif", { head: { ...head, ...more }, results }, settings)) as Log;
  return log.runs[0]!;
};
const resultsOf = async (all: readonly PostResult[]): Promise<readonly Result[]> => (await runOf(all)).results ?? [];
const about = (text: string, passage: string, nth = 0, file = "draft.txt"): PostResult => ({
  post: postOf(text, { source: sourceOf(file, { line: 1 }) }),
  findings: [findingOf(spanOf(text, passage, nth))],
});
const fingerprint = (result: Result | undefined) => result?.partialFingerprints?.["postlint/v1"];

describe("a rule", () => {
  const card = {
    id: "confidential/patient-in-place",
    clause: "M3.3",
    also: ["P3"],
    level: "error",
    confidence: "certain",
    message: '"{match}" tells of a patient. It {really} does.',
    advice: 'Take "{match}" out.',
    mask: false,
    suppressible: true,
    learned: false,
    domain: [],
  } as unknown as RuleCard;
  const described = async (more: Partial<RunHead>) =>
    (await runOf([about("My patient", "patient")], { cards: () => [card], ...more })).tool.driver.rules![0]!;

  test("is described once and in general, whatever a draft says", async () => {
    const rule = await described({});
    expect(rule.shortDescription?.text).toBe('"…" tells of a patient.');
    expect(rule.fullDescription?.text).toBe('"…" tells of a patient. It {{really}} does.');
    expect(rule.help?.markdown).toContain('**What to do:** Take "…" out.');
    expect(rule.properties).toMatchObject({ tags: ["policy", "M3.3", "P3"], precision: "very-high" });
    expect(rule.relationships?.map(({ target }) => target.id)).toEqual(["M3.3", "P3"]);
  });

  test.each([
    [
      "the pages of the rule set",
      { docsUrl: "https://x.example/docs/" },
      /^https:\/\/x\.example\/docs\/.*patient-in-place/u,
    ],
    ["the policy", { policy: { ...head.policy, url: "https://x.example/policy" } }, /^https:\/\/x\.example\/policy$/u],
  ])("leads to %s", async (_, more, page) => {
    expect((await described(more)).helpUri).toMatch(page);
  });
});

test("each clause is a taxon that results and rules point to by its place", async () => {
  const { taxonomies, results: found } = await runOf(results);
  const taxa = taxonomies![0]!.taxa!;
  for (const { taxa: pointed = [] } of found!) {
    for (const { id, index } of pointed) expect(taxa[index!]!.id).toBe(id);
  }
});

describe("the fingerprint", () => {
  test.each([
    ["on another line", "Good morning.\n\nMy patient in bed 4 cried"],
    ["in other letters and spaces", "MY  PATIENT in bed 4 cried"],
    ["with letters in disguise", "My pаtient in bed 4 cried"],
  ])("stays %s", async (_, text) => {
    const [before] = await resultsOf([about("My patient in bed 4 cried", "patient")]);
    const passage = /p.tient/iu.exec(text)![0];
    const [after] = await resultsOf([about(text, passage)]);
    expect(fingerprint(after)).toBe(fingerprint(before));
  });

  test("counts equal findings of one file, so that none hides another", async () => {
    const text = "idiots. idiots. idiots. idiots. idiots. idiots. idiots. idiots. idiots.";
    const post = postOf(text);
    const findings = [3, 4].map((nth) => findingOf(spanOf(text, "idiots", nth)));
    const [one, two] = (await resultsOf([{ post, findings }])).map((result) => result.partialFingerprints!);
    expect(one!["postlint/v1"]).toBe(two!["postlint/v1"]);
    expect(one!.primaryLocationLineHash).toMatch(/:1$/u);
    expect(two!.primaryLocationLineHash).toMatch(/:2$/u);
  });

  test("does not depend on a number that is masked", async () => {
    const masked = (number: string): PostResult => {
      const text = `Bed 9, NHS number ${number}, is asleep`;
      const findings = [findingOf(spanOf(text, number), { mask: true }), findingOf(spanOf(text, "is asleep"))];
      return { post: postOf(text, { id: `draft-${number}`, named: true }), findings };
    };
    const [one, two] = await Promise.all(["999 000 0018", "943 476 5919"].map((number) => resultsOf([masked(number)])));
    expect(one!.map(fingerprint)).toEqual(two!.map(fingerprint));
  });
});

describe("the file of a finding", () => {
  test.each([
    ["a space and an accent", "copy/été 1.md", "copy/%C3%A9t%C3%A9%201.md"],
    ["marks that a URI reads", "50%#1?.md", "50%25%231%3F.md"],
    ["a colon, which would make a scheme", "a:b.md", "a%3Ab.md"],
  ])("with %s is percent-encoded", async (_, file, uri) => {
    const [result] = await resultsOf([about("My patient", "patient", 0, file)]);
    expect(result!.locations![0]!.physicalLocation!.artifactLocation).toEqual({ uri, uriBaseId: "%SRCROOT%" });
  });

  test("is named from the top of the repository", async () => {
    const { results: found } = await runOf([about("My patient", "patient")], {}, { under: "team/copy/" });
    expect(found![0]!.locations![0]!.physicalLocation!.artifactLocation!.uri).toBe("team/copy/draft.txt");
  });
});

test("what could not be checked is a notification, and the run no success", async () => {
  const log = JSON.parse(await render("sarif", { head, results: [], problems })) as Log;
  const [invocation] = log.runs[0]!.invocations!;
  expect(invocation!.executionSuccessful).toBe(false);
  expect(invocation!.toolExecutionNotifications!.map(({ level }) => level)).toEqual(["error", "error"]);
});

test("a draft makes no link and no placeholder", async () => {
  const text = "Read [this](https://evil.example) {0}";
  const message = `"${text}" is odd.`;
  const [result] = await resultsOf([{ post: postOf(text), findings: [findingOf(spanOf(text, "this"), { message })] }]);
  expect(result!.message.text).toContain("[this] (https://evil.example) {{0}}");
});

test("a suppressed finding keeps its justification, and one that stands says that nobody suppressed it", async () => {
  const kinds = (await resultsOf(results)).map(({ suppressions }) =>
    suppressions!.map(({ justification }) => justification),
  );
  expect(kinds.flat()).toEqual(["teaches the marking (by comms desk, until 2027-03-31)"]);
});

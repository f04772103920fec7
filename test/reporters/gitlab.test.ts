import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { render } from "./render.ts";
import { findingOf, head, notes, postOf, problems, results, sourceOf, spanOf } from "./run.ts";

/** What GitLab documents of its code quality reports. */
const schema = {
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    additionalProperties: false,
    properties: {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string", minLength: 1 },
      fingerprint: { type: "string", pattern: "^[0-9a-f]{32}$" },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        properties: {
          path: { type: "string", minLength: 1, not: { pattern: "^\\.?/" } },
          lines: {
            type: "object",
            required: ["begin"],
            properties: { begin: { type: "integer", minimum: 1 }, end: { type: "integer", minimum: 1 } },
          },
        },
      },
    },
  },
};

const issuesOf = async (run: Parameters<typeof render>[1], settings = {}) =>
  JSON.parse(await render("gitlab", run, settings));

test.each([
  ["a whole run", { head, results, problems, notes }],
  ["a run that found nothing", { head, results: [] }],
])("%s is as GitLab documents it", async (_, run) => {
  const validate = new Ajv().compile(schema);
  validate(await issuesOf(run));
  expect(validate.errors).toBeNull();
});

test("no two issues share a fingerprint, as GitLab would show one of them only", async () => {
  const text = "idiots, idiots and idiots";
  const twice = ["a.md", "b.md"].map((file) => ({
    post: postOf(text, { source: sourceOf(file, { line: 1 }) }),
    findings: [0, 1, 2].map((nth) => findingOf(spanOf(text, "idiots", nth))),
  }));
  const fingerprints = (await issuesOf({ head, results: twice })).map(
    ({ fingerprint }: { fingerprint: string }) => fingerprint,
  );
  expect(new Set(fingerprints).size).toBe(6);
});

test("what is said of two places of a workbook in the same words makes two issues", async () => {
  const told = ["May", "June", "July"].map((sheet, row) => ({
    source: { ...sourceOf("plan.xlsx"), sheet, row: row + 1 },
    message: `Row ${row} is hidden.`,
  }));
  const issues: Issue[] = await issuesOf({
    head,
    results: [],
    notes: told,
    problems: told.map((one) => ({ ...one, message: "Lost" })),
  });
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(6);
});

test("a suppressed finding and a note are issues for information, with the reason", async () => {
  const issues: Issue[] = await issuesOf({ head, results, notes });
  const suppressed = issues.find(({ check_name }) => check_name === "confidential/protective-marking");
  expect(suppressed).toMatchObject({
    severity: "info",
    description: expect.stringMatching(/^Suppressed \(“.+”, \w+/u),
  });
  expect(
    issues.filter(({ check_name, severity }) => check_name === "postlint/note" && severity === "info"),
  ).toHaveLength(notes.length);
});

interface Issue {
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
}

test("a finding that is suppressed is another issue than it was, so that a merge request shows when it comes back", async () => {
  const finding = findingOf(spanOf("What idiots", "idiots"));
  const suppressed = { kind: "key", reason: "agreed", by: "Ann", until: null } as const;
  const [[before], [after]] = await Promise.all(
    [finding, { ...finding, suppressed }].map((one) =>
      issuesOf({ head, results: [{ post: postOf("What idiots"), findings: [one] }] }),
    ),
  );
  expect(before.fingerprint).not.toBe(after.fingerprint);
});

test("a note whose figures change is the same issue", async () => {
  const told = (message: string) => issuesOf({ head, results: [], notes: [{ source: null, message }] });
  const [[ten], [eleven]] = await Promise.all(["author (10 posts)", "author (11 posts)"].map(told));
  expect(ten.fingerprint).toBe(eleven.fingerprint);
});

test("files are named from the top of the repository", async () => {
  const paths = (await issuesOf({ head, results }, { under: "team/" })).map(
    ({ location }: { location: { path: string } }) => location.path,
  );
  expect(paths).toContain("team/draft.txt");
});

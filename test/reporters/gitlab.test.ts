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

test("a suppressed finding is no issue", async () => {
  const rules = (await issuesOf({ head, results })).map(({ check_name }: { check_name: string }) => check_name);
  expect(rules).not.toContain("confidential/protective-marking");
});

test("files are named from the top of the repository", async () => {
  const paths = (await issuesOf({ head, results }, { under: "team/" })).map(
    ({ location }: { location: { path: string } }) => location.path,
  );
  expect(paths).toContain("team/draft.txt");
});

import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { reportLineSchema, reportSchema } from "../../src/reporters/report-schema.ts";
import { render } from "./render.ts";
import { head, notes, problems, results } from "./run.ts";

const run = { head, results, problems, notes };

/** The schema, less its patience with keys that it does not know. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return "required" in schema ? { ...inner, additionalProperties: false } : inner;
}

function errorsOf(schema: unknown, value: unknown): unknown {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema as object);
  validate(value);
  return validate.errors;
}

describe("the shape of a report", () => {
  test.each([
    ["a whole run", run],
    ["a run without posts", { head, results: [] }],
    ["a run that only has problems", { head, results: [], problems }],
  ])("holds for %s and leaves no key undescribed", async (_, some) => {
    expect(errorsOf(closed(reportSchema), JSON.parse(await render("json", some)))).toBeNull();
  });

  test("holds for each line of JSON Lines, the summary last", async () => {
    const lines = (await render("jsonl", run)).trimEnd().split("\n");
    const records = lines.map((line) => JSON.parse(line));
    expect(records.map((record) => errorsOf(closed(reportLineSchema), record))).toEqual(records.map(() => null));
    expect(Object.keys(records.at(-1))).toContain("summary");
  });

  test("lets a later version add a key", async () => {
    const report = JSON.parse(await render("json", run));
    report.posts[0].findings[0].fingerprint = "new";
    expect(errorsOf(reportSchema, report)).toBeNull();
  });

  test.each([
    ["a level of another name", (report: Report) => Object.assign(report.posts[0]!.findings[0]!, { level: "fatal" })],
    ["a line counted from 0", (report: Report) => Object.assign(report.posts[0]!.findings[0]!, { line: 0 })],
    ["a finding without its advice", (report: Report) => delete report.posts[0]!.findings[0]!.advice],
  ])("refuses %s", async (_, spoil) => {
    const report = JSON.parse(await render("json", run));
    spoil(report);
    expect(errorsOf(reportSchema, report)).not.toBeNull();
  });
});

interface Report {
  readonly posts: readonly { readonly findings: readonly { advice?: string }[] }[];
}

describe("JSON", () => {
  test("gives back every character of a draft that a terminal would act on", async () => {
    const report = JSON.parse(await render("json", run));
    const ids = report.posts.map((post: { id: string }) => post.id);
    expect(ids).toContain("\u202Eid");
  });
});

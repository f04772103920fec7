import { CONFIDENCES, LEVELS } from "../model/rule.ts";
import { SCHEMA_VERSION } from "./parts/record.ts";

/*
 * Unknown keys are allowed throughout: an added optional key is no new version, so a reader must be ready for one.
 */

const text = { type: "string" };
const textOrNull = { type: ["string", "null"] };
const count = { type: "integer", minimum: 0 };
const offset = {
  type: ["integer", "null"],
  minimum: 0,
  description: "UTF-16 units of the field; null where something is absent.",
};
const position = {
  type: ["integer", "null"],
  minimum: 1,
  description: "1-based, in the source; null where it can't be known.",
};
const clause = { type: ["string", "null"], description: "Clause of the policy; null for good practice." };

/** An object whose `keys` are all there, and `extra` ones now and then. */
const record = (keys: Record<string, unknown>, extra: Record<string, unknown> = {}) => ({
  type: "object",
  required: Object.keys(keys),
  properties: { ...keys, ...extra },
});

const list = (name: string) => ({ type: "array", items: { $ref: `#/$defs/${name}` } });

const head = {
  schema: { const: SCHEMA_VERSION },
  tool: record({ name: { const: "postlint" }, version: text }),
  ruleset: record({ name: text, version: text, digest: { type: "string", pattern: "^sha256:" } }),
  asOf: { type: "string", format: "date", description: "The day that stood for today." },
};

const $defs = {
  post: record({
    id: { type: "string", description: "The author's own, or derived from the place: `row-12`." },
    source: record(
      { file: text, line: position, sheet: textOrNull, row: position, cell: textOrNull },
      { paragraph: { type: "integer", minimum: 1, description: "Of a document that has no lines." } },
    ),
    findings: list("finding"),
  }),
  finding: record(
    {
      rule: text,
      clause,
      also: { type: "array", items: text, maxItems: 2, description: "More clauses that it touches." },
      level: { enum: LEVELS },
      confidence: { enum: CONFIDENCES },
      message: { type: "string", description: "Why." },
      advice: { type: "string", description: "What to do instead." },
      rewrite: textOrNull,
      text: {
        type: ["string", "null"],
        description: "The passage as typed; `[masked]` where it is personal or secret.",
      },
      field: { type: "string", description: "`text`, `title`, `media[0].alt` …" },
      start: offset,
      end: offset,
      line: position,
      column: position,
      endLine: position,
      endColumn: position,
      evidence: list("evidence"),
      suppressed: { oneOf: [{ type: "null" }, { $ref: "#/$defs/suppression" }] },
    },
    {
      cell: { type: "string", description: "Of the field, in a spreadsheet: D14." },
      paragraph: { type: "integer", minimum: 1, description: "Of the passage, in a document that has no lines." },
    },
  ),
  evidence: record(
    { start: offset, end: offset, text: textOrNull },
    { field: { type: "string", description: "Where it is another field than the finding's." } },
  ),
  suppression: record({
    kind: { enum: ["comment", "key", "column", "baseline"] },
    reason: text,
    by: textOrNull,
    until: textOrNull,
  }),
  remark: record({
    source: {
      oneOf: [
        { type: "null" },
        record(
          { file: text, line: position },
          {
            sheet: text,
            row: { type: "integer", minimum: 1 },
            cell: text,
            paragraph: { type: "integer", minimum: 1 },
          },
        ),
      ],
    },
    message: text,
  }),
  summary: record(
    {
      files: count,
      posts: count,
      unread: { ...count, description: "Sources, rows or posts that could not be checked." },
      flagged: { ...count, description: "Posts with a finding at warning or above that is not suppressed." },
      errors: count,
      warnings: count,
      suggestions: count,
      suppressed: count,
    },
    {
      left: record({
        ofFiles: { ...count, description: "Sources that were to be read." },
        files: { ...count, description: "Sources of which nothing was read." },
        rows: { ...count, description: "Rows in other sources that could not be read." },
        lines: count,
        others: count,
        inPart: { ...count, description: "Posts that were checked, though something of them could not be read." },
      }),
      upkeep: {
        ...count,
        description: "Suppressions and accepted findings that need looking after; a strict run fails for them.",
      },
    },
  ),
};

const dialect = "https://json-schema.org/draft/2020-12/schema";

/** What `--format json` writes. */
export const reportSchema = {
  $schema: dialect,
  title: "postlint report, version 1",
  ...record({
    ...head,
    posts: list("post"),
    problems: list("remark"),
    notes: list("remark"),
    summary: { $ref: "#/$defs/summary" },
  }),
  $defs,
};

/** A line of what `--format jsonl` writes. */
export const reportLineSchema = {
  $schema: dialect,
  title: "postlint report, version 1: one line",
  oneOf: [
    { $ref: "#/$defs/post" },
    record({ problem: { $ref: "#/$defs/remark" } }),
    record({ note: { $ref: "#/$defs/remark" } }),
    record({ summary: { $ref: "#/$defs/summary" }, ...head }),
  ],
  $defs,
};

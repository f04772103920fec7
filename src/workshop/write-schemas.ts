import { mkdirSync, writeFileSync } from "node:fs";
import { datedDataSchema, packSchema, ruleSetSchema, vocabulariesSchema } from "../commands/rules-schema.ts";
import { configSchema } from "../config/schema.ts";
import { reportSchema } from "../reporters/report-schema.ts";

/** Where the lines `# yaml-language-server: $schema=…` of rule files lead. */
const FOLDER = "dist/schemas";

const SCHEMAS = {
  pack: packSchema(null),
  ruleset: ruleSetSchema(),
  vocabularies: vocabulariesSchema(),
  data: datedDataSchema(),
  config: configSchema(),
  report: reportSchema,
} as const;

mkdirSync(FOLDER, { recursive: true });
for (const [name, schema] of Object.entries(SCHEMAS)) {
  writeFileSync(`${FOLDER}/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
}

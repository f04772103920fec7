import { UsageError } from "../config/errors.ts";
import { didYouMean } from "../config/nearest.ts";
import type { Io } from "../io/io.ts";
import { anyOf } from "../model/listing.ts";
import { type RulesOptions, ruleSetFor, withRulesOptions } from "./options.ts";
import type { SetUp } from "./set-up.ts";

/** JSON Schemas, each made from what reads or writes the thing itself. */
const SCHEMAS: Readonly<Record<string, (io: Io, options: RulesOptions) => Promise<unknown>>> = {
  report: async () => (await import("../reporters/report-schema.ts")).reportSchema,
  rules: async (io, options) => (await import("./rules-schema.ts")).packSchema(await ruleSetFor(io, options)),
  ruleset: async () => (await import("./rules-schema.ts")).ruleSetSchema(),
  vocabularies: async () => (await import("./rules-schema.ts")).vocabulariesSchema(),
  data: async () => (await import("./rules-schema.ts")).datedDataSchema(),
  config: async () => (await import("../config/schema.ts")).configSchema(),
};

/** `postlint schema report|rules|ruleset|vocabularies|data|config` */
export const setUpSchema: SetUp = (command, io, answer) => {
  const names = Object.keys(SCHEMAS);
  command
    .usage(`${names.join("|")} [options]`)
    .description(
      "Prints a JSON Schema: of a report in JSON, of a file of rules, of ruleset.yaml, of a file of vocabularies or of dated data, or of postlint.config.yaml.",
    )
    .argument("<name>", anyOf(names));
  withRulesOptions(command);
  command.action(async (name: string, options: RulesOptions) => {
    const make = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined;
    if (make === undefined) {
      const hint = `It can be ${anyOf(names)}.${await didYouMean(name, names)}`;
      throw new UsageError(`There is no schema "${name}".`, hint);
    }
    io.stdout.write(`${JSON.stringify(await make(io, options), null, 2)}\n`);
    answer(0);
  });
};

import { UsageError } from "../config/errors.ts";
import { either } from "../config/choices.ts";
import { didYouMean } from "../config/nearest.ts";
import type { SetUp } from "./index.ts";

/** JSON Schemas, each made where the shape itself is kept. */
const SCHEMAS: Readonly<Record<string, () => Promise<unknown>>> = {
  report: async () => (await import("../reporters/schema.ts")).reportSchema,
  rules: async () => (await import("../rules/schema.ts")).rulesSchema(),
  config: async () => (await import("../config/schema.ts")).configSchema(),
};

/** `postlint schema report|rules|config` */
export const setUpSchema: SetUp = (command, io, answer) => {
  const names = Object.keys(SCHEMAS);
  command
    .usage(names.join("|"))
    .description("Prints a JSON Schema: of a report in JSON, of a file of rules, or of postlint.config.yaml.")
    .argument("<name>", either(names))
    .option("--debug", "if postlint itself fails, show where");
  command.action(async (name: string) => {
    const load = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined;
    if (load === undefined) {
      throw new UsageError(`There is no schema "${name}".`, `It can be ${either(names)}.${await didYouMean(name, names)}`);
    }
    io.stdout.write(`${JSON.stringify(await load(), null, 2)}\n`);
    answer(0);
  });
};

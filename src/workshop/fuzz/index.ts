import { parseArgs } from "node:util";
import { feed } from "./feed.ts";
import { targets } from "./targets.ts";

const SEED = 20_261_128;

const USAGE = `Feeds what nobody would write to the readers, the loader of rules, the checks and the reports, and ends with 1 where
something throws, says nothing of a source, points outside a text or takes over two seconds.

  npm run fuzz -- [--target NAME]… [--executions N] [--seconds N] [--seed N]

  --target NAME   only this: ${Object.keys(targets).join(", ")}
  --executions N  so many inputs for each target (default: 200000)
  --seconds N     all targets together take no longer, each its share
  --seed N        other inputs (default: ${SEED})

The long run:
  npm run fuzz && npm run fuzz -- --target posts --executions 1000000`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      target: { type: "string", multiple: true, default: Object.keys(targets) },
      executions: { type: "string", default: "200000" },
      seconds: { type: "string", default: "1000000" },
      seed: { type: "string", default: String(SEED) },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return said(USAGE, 0);
  const unknown = values.target.find((name) => !Object.hasOwn(targets, name));
  if (unknown !== undefined) return said(`There is no target ${unknown}.\n\n${USAGE}`, 2);
  const [executions, seconds, seed] = [Number(values.executions), Number(values.seconds), Number(values.seed)];
  let failed = 0;
  for (const name of values.target) {
    const target = await targets[name]!();
    const fed = await feed(name, target, { executions, seed, seconds: seconds / values.target.length });
    console.log(
      `${name}: ${fed.executions} executions, seed ${seed}, ${fed.took.toFixed(1)} s, the slowest ${Math.round(fed.slowest)} ms: ${fed.failure ?? "nothing broke"}`,
    );
    if (fed.failure !== null) failed += 1;
  }
  return failed === 0 ? 0 : 1;
}

function said(words: string, code: number): number {
  console.log(words);
  return code;
}

process.exitCode = await main();

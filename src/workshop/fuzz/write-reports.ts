import { Chalk } from "chalk";
import fc from "fast-check";
import type { PostResult, RunHead } from "../../model/report.ts";
import { reporters } from "../../reporters/index.ts";
import type { ReporterKind, ReportKind } from "../../reporters/reporter.ts";
import type { RuleSet } from "../../rules/ruleset.ts";
import { counting } from "../../run/counting.ts";
import { checkerOf, postFields } from "./check-posts.ts";
import { must, type Target } from "./target.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Every report of two checked posts and of what else a run may say. Those that hand a file back need the file, and are left out. */
export async function reportTarget(ruleset: RuleSet): Promise<Target<readonly [Fields, Fields, string]>> {
  const checked = checkerOf(ruleset);
  const loaded: readonly ReporterKind[] = await Promise.all(Object.values(reporters).map((load) => load()));
  const kinds = loaded.filter((kind) => kind.handsBack === undefined);
  const head: RunHead = {
    tool: { name: "postlint", version: "0.0.0" },
    ...{ ruleset: ruleset.name, policy: ruleset.policy, asOf: "2026-11-22" },
    cards: () => ruleset.rules.map(({ card }) => card),
  };
  const fields = postFields(ruleset);
  return {
    inputs: fc.tuple(fields, fields, fc.string({ unit: "binary", maxLength: 20 })),
    async run([one, other, said]) {
      const results = [...checked(one), ...checked(other)];
      for (const kind of kinds) await mustWrite(kind, head, results, said);
    },
  };
}

async function mustWrite(kind: ReportKind, head: RunHead, results: readonly PostResult[], said: string) {
  const chunks: string[] = [];
  const sink = { write: (chunk: string | Uint8Array) => void chunks.push(String(chunk)) };
  const settings = { colour: new Chalk({ level: 1 }), width: 80, mask: true, verbose: true };
  const told = counting(kind.open(head, sink, settings));
  for (const result of results) told.post(result);
  const problem = { source: null, message: said };
  told.problem(problem);
  told.note(problem);
  await told.end(1);
  const written = chunks.join("");
  must(written !== "", `${kind.describe}: nothing was written`);
  must(!/\p{Cs}/u.test(written), `${kind.describe}: half a character was written`);
}

import { parentPort, workerData } from "node:worker_threads";
import { createChecker } from "../check.ts";
import { compromise } from "../grammar.ts";
import { processIo } from "../io/process-io.ts";
import { openRuleSet } from "../rule-sets/ruleset.ts";
import type { Done, Task, ThreadSettings } from "./pool.ts";

const { home, rules, check } = workerData as ThreadSettings;
/** A rule set that can't be opened is a rejection that nobody handles, which ends the thread with it. */
void openRuleSet(processIo(home), rules, { shortcuts: !check.reference }).then((ruleset) => {
  const checkPost = createChecker(ruleset, { grammar: compromise, ...check });
  parentPort!.on("message", ({ number, posts }: Task) => {
    const done: Done = { number, checked: posts.map(checkPost) };
    parentPort!.postMessage(done);
  });
});

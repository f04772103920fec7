import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Checks a draft with the bundle, and keeps beside it what Node compiled for that. Comes after the rule set was made ready. */
const home = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(import.meta.url);
const { keep } = require(join(home, "bin/compiled.js")) as {
  readonly keep: (path: string, work: () => Promise<void>) => Promise<void>;
};
const core = join(home, "dist/bundle/core.cjs");
if (/\bimport\(/u.test(readFileSync(core, "utf8"))) {
  throw new Error("core.cjs imports a package, which it can't: name the package in PUT_IN of bundle.ts");
}

const DRAFT = "Applications for our autumn programme open on Monday. Find out more on our website.";

await keep(core, async () => {
  const { main, processIo } = require(join(home, "dist/bundle/command.cjs")) as typeof import("../entry.ts");
  const io = processIo(home);
  const quiet = { isTTY: false, columns: null, identity: null, write: () => {}, drained: async () => {} };
  await main(["check", "--text", DRAFT], { ...io, stdout: quiet, stderr: quiet });
});

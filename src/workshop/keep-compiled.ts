import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { KEPT_COMPILED } from "./kept-files.ts";

/** Checks a few drafts with the bundle, and keeps beside it what Node compiled for that. Comes after the rule set was made ready. */
const home = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(import.meta.url);
const { keep } = require(join(home, "bin/compiled.js")) as {
  readonly keep: (paths: readonly string[], work: () => Promise<void>) => Promise<void>;
};
const files = KEPT_COMPILED.map((name) => join(home, "dist/bundle", `${name}.cjs`));
for (const file of files) {
  const text = readFileSync(file, "utf8");
  if (/\bimport\(/u.test(text)) {
    throw new Error(`${file} imports a package, which it can't: name the package in PUT_IN of bundle.ts`);
  }
  if (/\brequire\.(?:resolve|cache)\b/u.test(text)) throw new Error(`${file} asks more of require than it is given`);
}

/** What most drafts are like: a clean text, and Markdown with a name, a day, a number, a link, a hashtag, a quotation and a finding. */
const DRAFTS = {
  "clean.txt": "Applications for our autumn programme open on Monday. Find out more on our website.\n",
  "news.md": `---
channel: linkedin
account: corporate
---

# What's new

**Well done** to Dr Amina Okoro (Leeds), who said: “We've never had so many applicants – 1,250 in all!” Our patients thank her, too.
Join us on 12 May 2027 at 2pm, room 4: https://example.org/open-day #OurFuture @example 🎉

- It isn't too late. Can't come? Don't worry: email open.day@example.org or ring 020 7946 0123.
- My patient in bed 4, NHS number 943 476 5919, cried all night.
`,
};

const folder = mkdtempSync(join(tmpdir(), "postlint-"));
try {
  await keep(files, async () => {
    const { main, processIo } = require(join(home, "dist/bundle/command.cjs")) as typeof import("../entry.ts");
    const io = processIo(home);
    const quiet = { isTTY: false, columns: null, identity: null, write: () => {}, drained: async () => {} };
    for (const [name, text] of Object.entries(DRAFTS)) {
      const path = join(folder, name);
      writeFileSync(path, text);
      await main(["check", path], { ...io, stdout: quiet, stderr: quiet });
    }
  });
} finally {
  rmSync(folder, { recursive: true });
}

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { writeReadme } from "./readme.ts";

const DRAFT = "fixtures/readme/draft.txt";

/** The draft at the top of the README and what postlint says to it, as a terminal shows it. */
function example(): string {
  const argv = ["bin/postlint.js", DRAFT, "--channel", "x", "--account", "programme", "--author", "employee"];
  const { stdout } = spawnSync(process.execPath, argv, { encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
  const fence = (text: string) => `\n\`\`\`text\n${text.trimEnd()}\n\`\`\`\n`;
  return [
    "A draft:",
    fence(readFileSync(DRAFT, "utf8")),
    "`postlint draft.txt --channel x --account programme --author employee` says:",
    fence(stdout.replaceAll(DRAFT, "draft.txt")),
  ].join("\n");
}

await writeReadme("README.md", process.argv[2] ?? "", { example: example() });

#!/usr/bin/env node
import { existsSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";

const entry = new URL("../dist/bundle/command.js", import.meta.url);
if (existsSync(entry)) {
  // From Node 22 on, what was compiled of this program is kept in the system's temporary folder. Nothing of a draft is.
  module.enableCompileCache?.();
  const { main, processIo } = await import(entry);
  process.exitCode = await main(process.argv.slice(2), processIo(fileURLToPath(new URL("..", import.meta.url))));
} else {
  process.stderr.write("postlint is not built yet. In its folder, run npm ci, which also builds it.\n");
  process.exitCode = 2;
}

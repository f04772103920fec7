#!/usr/bin/env node
import { existsSync } from "node:fs";

if (existsSync(new URL("../dist/cli.js", import.meta.url))) {
  const [{ main }, { processIo }] = await Promise.all([import("../dist/cli.js"), import("../dist/io.js")]);
  process.exitCode = await main(process.argv.slice(2), processIo());
} else {
  process.stderr.write("postlint is not built yet. In its folder, run npm ci, which also builds it.\n");
  process.exitCode = 2;
}

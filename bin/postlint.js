#!/usr/bin/env node
// CommonJS, as Node takes several milliseconds more to start a program that is made of ES modules.
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const home = join(__dirname, "..");
const bundle = join(home, "dist", "bundle");
if (existsSync(bundle)) {
  require("./compiled.js").load(join(bundle, "core.cjs"));
  const { main, processIo } = require(join(bundle, "command.cjs"));
  main(process.argv.slice(2), processIo(home)).then((code) => {
    process.exitCode = code;
  });
} else {
  process.stderr.write("postlint is not built yet. In its folder, run npm ci, which also builds it.\n");
  process.exitCode = 2;
}

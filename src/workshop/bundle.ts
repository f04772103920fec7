import { build } from "rolldown";

/** Packages that every check needs; the others are resolved as usual, when they are first asked for. */
const PUT_IN: readonly string[] = [
  "commander",
  "chalk",
  "string-width",
  "strip-ansi",
  "ansi-regex",
  "get-east-asian-width",
];

/**
 * Puts the modules of the command into a few files when the package is built: to find and open two hundred takes longer than to check
 * a draft. What the entry imports is in one file; what is loaded only when it is asked for stays in files of its own.
 */
await build({
  input: { command: "dist/entry.js", worker: "dist/threads/worker.js" },
  platform: "node",
  external: (id) => /^[a-z@]/u.test(id) && !PUT_IN.includes(id),
  output: {
    dir: "dist/bundle",
    format: "esm",
    cleanDir: true,
    entryFileNames: "[name].js",
    // Less to read; names stay, so that --debug shows where.
    minify: { compress: false, mangle: false, codegen: true },
    codeSplitting: { groups: [{ name: "check", test: /\/dist\/entry\.js$/u }] },
  },
  checks: { ineffectiveDynamicImport: false },
  logLevel: "warn",
});

import { build, type OutputBundle, type Plugin } from "rolldown";
import { inAscii } from "./in-ascii.ts";
import { KEPT_COMPILED } from "./kept-files.ts";
import { withLazyConstants } from "./lazy-constants.ts";
import { withReadySigns } from "./ready-signs.ts";

/**
 * Packages that every check needs, and those that the one file below asks for: code that is run compiled may find no way to import.
 * The others are resolved as usual, when they are first asked for.
 */
const PUT_IN: readonly string[] = [
  "commander",
  "chalk",
  "fastest-levenshtein",
  "fast-string-width",
  "fast-string-truncated-width",
  "yaml",
  "zod",
  "ignore",
  "picomatch",
  "tinyglobby",
  "fdir",
];

/**
 * Puts the modules of the command, its threads and the library into a few files when the package is built: to find and open two hundred
 * takes longer than to check a draft. What the entry imports is in one file; what is loaded only when it is asked for stays in files of
 * its own. They are all the code that is published.
 */
await build({
  plugins: [
    withoutUnused(),
    { name: "ready-signs", transform: { filter: { id: /[\\/]parts[\\/]ready-signs\.js$/u }, handler: withReadySigns } },
    { name: "lazy-constants", renderChunk: withLazyConstants },
    { name: "in-ascii", generateBundle: (_options, bundle) => writeInAscii(bundle) },
  ],
  input: { command: "dist/entry.js", worker: "dist/threads/worker.js", library: "dist/index.js" },
  platform: "node",
  external: (id, importer) => /^[a-z@]/u.test(id) && !PUT_IN.includes(id) && !isUnused(id, importer),
  output: {
    dir: "dist/bundle",
    format: "cjs",
    // What is no CommonJS itself is still imported.
    dynamicImportInCjs: true,
    cleanDir: true,
    entryFileNames: "[name].cjs",
    chunkFileNames: ({ name }) => (KEPT_COMPILED.includes(name) ? "[name].cjs" : "[name]-[hash].cjs"),
    minify: true,
    codeSplitting: {
      groups: [
        { name: "core", test: /\/dist\/entry\.js$/u },
        { name: "yaml-library", test: /\/node_modules\/yaml\//u },
      ],
    },
  },
  checks: { ineffectiveDynamicImport: false },
  logLevel: "warn",
});

function writeInAscii(bundle: OutputBundle): void {
  for (const file of Object.values(bundle)) {
    if (file.type === "chunk" && KEPT_COMPILED.includes(file.name)) file.code = inAscii(file.code);
  }
}

/** commander needs processes only for commands that are programs of their own: to load them takes longer than to read a draft. */
function isUnused(id: string, importer: string | undefined): boolean {
  return id === "node:child_process" && importer?.includes("/node_modules/commander/") === true;
}

function withoutUnused(): Plugin {
  return {
    name: "without-unused",
    resolveId: (id, importer) => (isUnused(id, importer) ? "\0unused" : null),
    load: (id) => (id === "\0unused" ? "module.exports = {};" : null),
  };
}

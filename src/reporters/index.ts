import type { ReporterKind } from "./reporter.ts";

/**
 * By the name that `--format` and `-o` take. Each is loaded when it is asked for: only the pretty one needs to know how wide a character
 * is.
 */
export const reporters = {
  pretty: async () => (await import("./pretty.ts")).pretty,
  json: async () => (await import("./json.ts")).json,
  jsonl: async () => (await import("./jsonl.ts")).jsonl,
  table: async () => (await import("./table.ts")).table,
  markdown: async () => (await import("./markdown.ts")).markdown,
  html: async () => (await import("./html.ts")).html,
  unix: async () => (await import("./unix.ts")).unix,
  sarif: async () => (await import("./sarif.ts")).sarif,
  github: async () => (await import("./github.ts")).github,
  gitlab: async () => (await import("./gitlab.ts")).gitlab,
  junit: async () => (await import("./junit.ts")).junit,
  rdjsonl: async () => (await import("./rdjsonl.ts")).rdjsonl,
  xlsx: async () => (await import("./xlsx.ts")).xlsx,
  csv: async () => (await import("./csv.ts")).csv,
} satisfies Record<string, () => Promise<ReporterKind>>;

export type ReporterName = keyof typeof reporters;

/** The format that a file gets for its ending, where nobody names one: besides an ending that is a format's own name. */
export const FORMAT_OF_ENDING: Readonly<Record<string, ReporterName>> = {
  htm: "html",
  md: "markdown",
  ndjson: "jsonl",
  txt: "pretty",
  xml: "junit",
};

export const REPORTER_NAMES = Object.keys(reporters) as readonly ReporterName[];

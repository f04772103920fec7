import type { ReporterKind } from "./reporter.ts";

/** A reporter is loaded when it is asked for: only the pretty one needs to know how wide a character is. */
export type ReporterLoader = () => Promise<ReporterKind>;

/** By the name that `--format` and `-o` take. */
export const reporters = {
  pretty: async () => (await import("./pretty.ts")).pretty,
  json: async () => (await import("./json.ts")).json,
  jsonl: async () => (await import("./jsonl.ts")).jsonl,
  unix: async () => (await import("./unix.ts")).unix,
  sarif: async () => (await import("./sarif.ts")).sarif,
  github: async () => (await import("./github.ts")).github,
  gitlab: async () => (await import("./gitlab.ts")).gitlab,
  junit: async () => (await import("./junit.ts")).junit,
  rdjsonl: async () => (await import("./rdjsonl.ts")).rdjsonl,
} satisfies Record<string, ReporterLoader>;

export type ReporterName = keyof typeof reporters;

export const isReporterName = (name: string): name is ReporterName => Object.hasOwn(reporters, name);

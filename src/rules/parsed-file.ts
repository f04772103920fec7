import { isScalar, LineCounter, parseDocument, type Document as YamlDocument } from "yaml";
import type { z } from "zod";
import { keepAsWritten } from "./as-written.ts";
import type { RuleFile } from "./files.ts";
import { sentenceOfIssue } from "./issue.ts";
import { locate, locateKey, position } from "./locate.ts";
import type { RuleProblem } from "./problem.ts";
import type { Position } from "./ruleset.ts";
import { aliasMistake, depthMistake, yamlMistake } from "./yaml-mistake.ts";

/** A file of a rule set as YAML, with the way back to its lines. */
export interface ParsedFile {
  readonly path: string;
  readonly doc: YamlDocument;
  readonly lines: LineCounter;
  readonly sound: boolean;
}

export function parseFile({ path, text }: RuleFile, problems: RuleProblem[]): ParsedFile {
  const lines = new LineCounter();
  const deep = depthMistake(path, text);
  const options = { lineCounter: lines, prettyErrors: false, logLevel: "error", uniqueKeys: isSameKey } as const;
  const doc = parseDocument(deep === null ? text : "", options) as unknown as YamlDocument;
  if (deep !== null) {
    problems.push({ kind: "yaml", ...deep });
    return { path, doc, lines, sound: false };
  }
  // What follows a first error mostly follows from it.
  const [error] = doc.errors;
  if (error !== undefined) {
    const { offset, detail } = yamlMistake(error, text);
    problems.push({ kind: "yaml", at: position(path, lines, offset), detail });
  }
  return { path, doc, lines, sound: doc.errors.length === 0 };
}

/** Keys are told apart as they are written: 4.10 is not 4.1. */
const isSameKey = (one: unknown, other: unknown): boolean =>
  one === other || (isScalar(one) && isScalar(other) && one.source === other.source);

export function kindOf(path: string): "ruleset" | "vocabulary" | "data" | "pack" {
  if (/(?:^|\/)ruleset\.ya?ml$/.test(path)) return "ruleset";
  if (/(?:^|\/)data\/[^/]+$/.test(path)) return "data";
  return /(?:^|\/)vocabularies\/[^/]+$/.test(path) ? "vocabulary" : "pack";
}

/** The file's value if it is as the schema wants it; else null, and the problems say why. */
export function validated<T>(file: ParsedFile, schema: z.ZodType, problems: RuleProblem[]): T | null {
  if (!file.sound) return null;
  keepAsWritten(file.doc.contents, schema);
  let value: unknown;
  try {
    value = file.doc.toJS({ maxAliasCount: 50 });
  } catch {
    // Only aliases make it give up: all else was told when the text was parsed.
    const { offset, detail } = aliasMistake(file.doc);
    problems.push({ kind: "yaml", at: position(file.path, file.lines, offset), detail });
    return null;
  }
  const result = schema.safeParse(value ?? (kindOf(file.path) === "pack" ? [] : {}));
  if (result.success) return result.data as T;
  for (const issue of result.error.issues) {
    for (const { path, detail, atKey } of sentenceOfIssue(issue, value)) {
      problems.push({ kind: "shape", at: atKey ? placeOfKey(file, path) : placeIn(file, path), detail });
    }
  }
  return null;
}

export const placeIn = ({ path: file, doc, lines }: ParsedFile, path: readonly PropertyKey[]): Position =>
  locate(file, doc, lines, path);

export const placeOfKey = ({ path: file, doc, lines }: ParsedFile, path: readonly PropertyKey[]): Position =>
  locateKey(file, doc, lines, path);

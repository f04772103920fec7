import { type Document, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { anyOf } from "../model/listing.ts";
import { MAPPABLE } from "../readers/calendar/columns.ts";
import { locate, locateKey, position } from "../rules/locate.ts";
import { place } from "../rules/problem.ts";
import { aliasMistake, depthMistake, type YamlMistake, yamlMistake } from "../rules/yaml-mistake.ts";
import { didYouMean } from "./nearest.ts";
import { Config, Hold, Override } from "./schema.ts";

/** A configuration, or every mistake in it with its place. */
export interface ParsedConfig {
  readonly config: Config;
  /** Each reads `file:line:column: what, and what would be right`. */
  readonly problems: readonly string[];
  /** `file:line:column` of a key of the file; of its parent where there is no such key. */
  readonly placeOf: (path: readonly PropertyKey[]) => string;
}

/** `file` is how messages name it. */
export async function parseConfig(text: string, file: string): Promise<ParsedConfig> {
  const lines = new LineCounter();
  const deep = depthMistake(file, text);
  const yaml = parseDocument(deep === null ? text : "", {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: "error",
  });
  const placeOf = (path: readonly PropertyKey[]) => place(locateKey(file, yaml, lines, path));
  const broken = ({ offset, detail }: YamlMistake): ParsedConfig => ({
    config: {},
    problems: [`${place(position(file, lines, offset))}: ${detail}.`],
    placeOf,
  });
  if (deep !== null) return { config: {}, problems: [`${place(deep.at)}: ${deep.detail}.`], placeOf };
  // What follows a first error mostly follows from it.
  const [error] = yaml.errors;
  if (error !== undefined) return broken(yamlMistake(error, text));
  const written = contentOf(yaml);
  if (written === undefined) return broken(aliasMistake(yaml));
  const parsed = Config.safeParse(written, { reportInput: true });
  if (parsed.success) return { config: parsed.data, problems: [], placeOf };
  const mistakes = parsed.error.issues.flatMap(splitByKey).map((issue) => {
    const find = issue.code === "unrecognized_keys" ? locateKey : locate;
    return { issue, at: find(file, yaml, lines, issue.path) };
  });
  mistakes.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  const problems = mistakes.map(async ({ issue, at }) => `${place(at)}: ${await describe(issue)}`);
  return { config: basesIn(written), problems: await Promise.all(problems), placeOf };
}

/** Undefined where aliases stand for nothing or for too much. */
function contentOf(yaml: Document): unknown {
  try {
    return yaml.toJS() ?? {};
  } catch {
    return undefined;
  }
}

/** What a broken configuration extends, so that mistakes there are told at once as well. */
function basesIn(written: unknown): Pick<Config, "extends"> {
  const parsed = Config.shape.extends.safeParse((written as { extends?: unknown } | null)?.extends);
  return parsed.success && parsed.data !== undefined ? { extends: parsed.data } : {};
}

type Issue = z.core.$ZodIssue;

/** zod points at the parent of an unknown key; here each unknown key is an issue of its own. */
function splitByKey(issue: Issue): readonly Issue[] {
  if (issue.code !== "unrecognized_keys") return [issue];
  return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }));
}

async function describe(issue: Issue): Promise<string> {
  const name = nameOf(issue.path);
  switch (issue.code) {
    case "unrecognized_keys": {
      const keys = keysBeside(issue.path);
      const hint = (await didYouMean(String(issue.path.at(-1)), keys)) || ` The settings are ${keys.join(", ")}.`;
      return `there is no setting "${name}".${hint}`;
    }
    case "invalid_value": {
      const choices = issue.values.map(String);
      const hint = typeof issue.input === "string" ? await didYouMean(issue.input, choices) : "";
      return `${name} can be ${anyOf(choices)}.${hint}`;
    }
    case "invalid_type":
      if (name === "") return "expected settings, such as fail_on: warning";
      return issue.input === undefined
        ? `${issue.path.at(-1)?.toString()} is missing here.`
        : `${name} should be ${issue.path.at(-1) === "map" ? COLUMNS : (KINDS[issue.expected] ?? issue.expected)}.`;
    case "invalid_union":
      return `${name} should be text, or a list, each entry on its own line behind a dash.`;
    case "invalid_key":
      return `a name is missing before the colon in ${issue.path.slice(0, -1).map(String).join(".")}.`;
    case "too_small":
      return `${name} is empty.`;
    default:
      return `${name}: ${issue.message}`;
  }
}

/** Which entry of a list it is, the line says: a number would count from 0. */
const nameOf = (path: readonly PropertyKey[]): string =>
  path
    .filter((key) => typeof key !== "number")
    .map(String)
    .join(".");

function keysBeside(path: readonly PropertyKey[]): readonly string[] {
  if (path.at(-2) === "map") return MAPPABLE;
  if (path.at(-2) === "hold") return Object.keys(Hold.shape);
  return Object.keys(path.length > 1 ? Override.shape : Config.shape);
}

const COLUMNS = "fields with their columns, such as text: C";

const KINDS: Readonly<Record<string, string>> = {
  boolean: "true or false",
  string: "text",
  array: "a list, each entry on its own line behind a dash",
  object: "settings, such as channel: x",
  record: "rules with their levels, such as practice/*: off",
};

import { isNode, LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { either } from "./choices.ts";
import { BrokenFilesError } from "./errors.ts";
import { didYouMean } from "./nearest.ts";
import { Config } from "./schema.ts";

/** `file` is how messages name it. Throws a `BrokenFilesError` that holds every mistake with its place. */
export async function parseConfig(text: string, file: string): Promise<Config> {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  if (yaml.errors.length > 0) throw new BrokenFilesError(yaml.errors.map(({ pos, message }) => `${at(pos[0])}: ${message}`));

  const parsed = Config.safeParse(yaml.toJS() ?? {}, { reportInput: true });
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.flatMap(splitByKey).map(async (issue) => {
    const place = at(offsetOf(yaml, issue.path));
    return `${place}: ${await describe(issue)}`;
  });
  throw new BrokenFilesError(await Promise.all(mistakes));
}

type Issue = z.core.$ZodIssue;

/** zod points at the parent of an unknown key; here each unknown key is an issue of its own. */
function splitByKey(issue: Issue): readonly Issue[] {
  if (issue.code !== "unrecognized_keys") return [issue];
  return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }));
}

/** Of the key where there is one, else of the nearest value above that exists. */
function offsetOf(yaml: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = yaml.getIn(path.slice(0, depth - 1), true);
    const key = path[depth - 1];
    const node = keyNode(parent, key) ?? yaml.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return yaml.contents?.range?.[0] ?? 0;
}

function keyNode(parent: unknown, key: PropertyKey | undefined): unknown {
  if (parent === null || typeof parent !== "object" || !("items" in parent)) return undefined;
  const pairs = parent.items as readonly { key?: { value?: unknown } }[];
  return pairs.find((pair) => pair.key?.value === key)?.key;
}

async function describe(issue: Issue): Promise<string> {
  const name = issue.path.map(String).join(".");
  switch (issue.code) {
    case "unrecognized_keys": {
      const keys = Object.keys(Config.shape);
      return `there is no setting "${name}".${(await didYouMean(name, keys)) || ` The settings are ${keys.join(", ")}.`}`;
    }
    case "invalid_value": {
      const choices = issue.values.map(String);
      const hint = typeof issue.input === "string" ? await didYouMean(issue.input, choices) : "";
      return `${name} can be ${either(choices)}.${hint}`;
    }
    case "invalid_type":
      return name === "" ? "expected settings, such as fail_on: warning" : `${name} should be ${KINDS[issue.expected] ?? issue.expected}`;
    case "too_small":
      return `${name} is empty`;
    default:
      return `${name}: ${issue.message}`;
  }
}

const KINDS: Readonly<Record<string, string>> = { string: "text", array: "a list, with each entry on a line after a dash" };

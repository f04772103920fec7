import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { locate, locateKey, position } from "../rules/locate.ts";
import { place } from "../rules/problem.ts";
import { either } from "./choices.ts";
import { BrokenFilesError } from "./errors.ts";
import { didYouMean } from "./nearest.ts";
import { Config } from "./schema.ts";

/** `file` is how messages name it. Throws a `BrokenFilesError` that holds every mistake with its place. */
export async function parseConfig(text: string, file: string): Promise<Config> {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (yaml.errors.length > 0) {
    throw new BrokenFilesError(
      yaml.errors.map(({ pos, message }) => `${place(position(file, lines, pos[0]))}: ${message}`),
    );
  }
  const parsed = Config.safeParse(yaml.toJS() ?? {}, { reportInput: true });
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.flatMap(splitByKey).map((issue) => {
    const find = issue.code === "unrecognized_keys" ? locateKey : locate;
    return { issue, at: find(file, yaml, lines, issue.path) };
  });
  mistakes.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  const problems = mistakes.map(async ({ issue, at }) => `${place(at)}: ${await describe(issue)}`);
  throw new BrokenFilesError(await Promise.all(problems));
}

type Issue = z.core.$ZodIssue;

/** zod points at the parent of an unknown key; here each unknown key is an issue of its own. */
function splitByKey(issue: Issue): readonly Issue[] {
  if (issue.code !== "unrecognized_keys") return [issue];
  return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }));
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
      return name === ""
        ? "expected settings, such as fail_on: warning"
        : `${name} should be ${KINDS[issue.expected] ?? issue.expected}.`;
    case "too_small":
      return `${name} is empty.`;
    default:
      return `${name}: ${issue.message}`;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  array: "a list, each entry on its own line behind a dash",
};

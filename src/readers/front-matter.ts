import { tooDeepAt } from "../containers/yaml-depth.ts";
import type { Draft } from "./post.ts";
import type { Reading } from "./reader.ts";
import { placeAt, problemAt } from "./readings.ts";
import { isRecord, kindOf } from "./values.ts";
import { goesTooDeep, TOO_DEEP, withoutCopy } from "./yaml-mistake.ts";
import { keysOf, stretchesAt } from "./yaml-places.ts";

/** What stands between the `---` lines at the top of a Markdown file. */
export interface FrontMatter {
  readonly fields: Readonly<Record<string, unknown>>;
  /** As of a draft. */
  readonly wayBack: NonNullable<Draft["wayBack"]>;
  /** Index of the first line after it; 0 where there is none. */
  readonly end: number;
  readonly problems: readonly Reading[];
}

/** Reads the front matter of a file. What is broken in it is a problem, and the copy below it is still read. */
export async function readFrontMatter(lines: readonly string[], file: string): Promise<FrontMatter> {
  const close = closingLine(lines);
  if (close < 0) return NONE;
  // Only here is YAML loaded: most files have no front matter.
  const yaml = await import("yaml");
  try {
    return parse(yaml, lines.slice(1, close).join("\n"), close, file);
  } catch {
    // Aliases that multiply and nesting without end make the parser give up by throwing.
    return broken(file, 1, close, `it ${TOO_DEEP}`);
  }
}

function parse(yaml: typeof import("yaml"), text: string, close: number, file: string): FrontMatter {
  if (tooDeepAt(yaml, text) !== null) return broken(file, 1, close, `it ${TOO_DEEP}`);
  const lineCounter = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter, prettyErrors: false, logLevel: "error" });
  // One line further down: the text starts below the first rule.
  const lineAt = (offset: number) => lineCounter.linePos(offset).line + 1;
  const mistake = document.errors[0];
  if (mistake !== undefined && goesTooDeep(mistake)) return broken(file, 1, close, `it ${TOO_DEEP}`);
  if (mistake !== undefined) {
    const [offset] = mistake.pos;
    return broken(
      file,
      lineAt(offset),
      close,
      `column ${lineCounter.linePos(offset).col}: ${withoutCopy(mistake)}. Text that holds a colon or starts with a sign goes in quotes.`,
    );
  }
  const fields: unknown = document.toJS();
  // Two rules with words between them are no front matter but a part of the copy.
  if (typeof fields === "string") return NONE;
  if (fields === null || fields === undefined) return { ...NONE, end: close + 1 };
  if (!isRecord(fields)) {
    return broken(file, 1, close, `it should hold keys such as "channel: x", not be ${kindOf(fields)}`);
  }
  const wayBack = (path: string) => stretchesAt(yaml, document, keysOf(path), lineAt);
  return { fields, wayBack, end: close + 1, problems: [] };
}

const NONE: FrontMatter = { fields: {}, wayBack: () => undefined, end: 0, problems: [] };

/** Index of the line that closes the front matter; negative where there is none. */
const closingLine = (lines: readonly string[]): number =>
  lines[0]?.trimEnd() === "---" ? lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/u.test(line)) : -1;

const broken = (file: string, line: number, close: number, detail: string): FrontMatter => ({
  ...NONE,
  end: close + 1,
  problems: [problemAt(placeAt(file, line), `The front matter of this file can't be read, ${detail}`)],
});

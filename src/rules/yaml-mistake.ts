import { type Alias, LineCounter, Parser, visit, type YAMLError, type Document as YamlDocument } from "yaml";
import { tooDeepAt } from "../containers/yaml-depth.ts";
import { position } from "./locate.ts";
import type { Position } from "./ruleset.ts";

/** What is wrong with a text as YAML, and where: an offset in UTF-16 units. */
export interface YamlMistake {
  readonly offset: number;
  readonly detail: string;
}

/** Nesting that nobody could follow, the parser least of all: it is looked for before the text is parsed. */
export function depthMistake(file: string, text: string): { readonly at: Position; readonly detail: string } | null {
  const offset = tooDeepAt({ Parser }, text);
  if (offset === null) return null;
  const lines = new LineCounter();
  lines.lineStarts = [0, ...Array.from(text.matchAll(/\n/gu), ({ index }) => index + 1)];
  const detail = "this is nested too deeply; a bracket above it may be closed nowhere";
  return { at: position(file, lines, offset), detail };
}

/** A mistake of the parser's, in our words where people often make it. */
export function yamlMistake(error: Pick<YAMLError, "code" | "message" | "pos">, text: string): YamlMistake {
  const { code, message } = error;
  const [offset] = error.pos;
  const at = (detail: string, where = offset) => ({ offset: where, detail });
  const line = lineAt(text, offset);
  if (/^ *\t/u.test(line)) return at("a tab stands at the start of the line; use spaces");
  switch (code) {
    case "DUPLICATE_KEY":
      return at("this key is there already in the same place; keep one of them");
    case "BLOCK_AS_IMPLICIT_KEY":
      return reachesOver(text, offset)
        ? at("the next line is indented as if it belonged to this one; begin it where this one begins")
        : at("a colon in plain text; put the text between quotation marks");
    case "MULTILINE_IMPLICIT_KEY":
      return at("a name stands here without a colon and a space behind it");
    case "BAD_SCALAR_START":
      return at(`plain text can't begin with ${text[offset]}; put it between quotation marks`);
    case "MULTIPLE_DOCS":
      return at("a line of --- begins a second document here; take it out");
    case "BAD_DQ_ESCAPE":
      return at("a backslash has a meaning of its own between double quotation marks; use single ones (')");
    default:
  }
  const quote = /Missing closing (["'])/u.exec(message)?.[1];
  if (quote !== undefined) return at("this quotation mark is not closed", text.lastIndexOf(quote, offset - 1));
  const bracket = /^Flow (?:sequence|map) in block collection .* end with a ([\]}])$/u.exec(message)?.[1];
  if (bracket !== undefined)
    return at(`a bracket is not closed: expected ${bracket} here or above`, lastWritten(text, offset));
  if (code === "BAD_INDENT" || (code === "MISSING_CHAR" && /^Sequence item/u.test(message)))
    return at("this line is indented otherwise than those it belongs to; give it as many spaces as they have");
  if (code === "UNEXPECTED_TOKEN" && /^\s*[\w-]+: *[{[]/u.test(line))
    return at("plain text can't begin with a bracket; put it between quotation marks");
  if (code === "UNEXPECTED_TOKEN" && /at node end$/u.test(message)) {
    const remedy = remedyForRest(text, offset);
    if (remedy !== null) return at(remedy);
  }
  return at(`this is not YAML as it should be: ${message}`);
}

/** For what goes on where the parser takes a value for ended. */
function remedyForRest(text: string, offset: number): string | null {
  const before = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset).trimEnd();
  switch (before.at(-1)) {
    case undefined:
      return "this line begins further left than those it belongs to; give it as many spaces as they have";
    case '"':
    case "'":
      return `text goes on behind a closing quotation mark; put all of it between a pair of the other kind (${before.at(-1) === "'" ? '"' : "'"})`;
    case "]":
    case "}":
      return "text goes on behind a closing bracket; put all of it between quotation marks";
    default:
      return null;
  }
}

/** An alias (`*name`) for which no `&name` stands above it, or aliases that multiply without end. */
export function aliasMistake(doc: YamlDocument): YamlMistake {
  let lost: Alias | undefined;
  visit(doc, {
    Alias(_, alias) {
      if (alias.resolve(doc) !== undefined) return undefined;
      lost = alias;
      return visit.BREAK;
    },
  });
  if (lost === undefined)
    return { offset: 0, detail: "names with * stand for far too much; write out what they stand for" };
  return {
    offset: lost.range?.[0] ?? 0,
    detail: `*${lost.source} stands for nothing, as no &${lost.source} is above it; put text that begins with * between quotation marks`,
  };
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return text.slice(start, offset) + text.slice(offset).split("\n", 1)[0]!;
}

/** Whether the plain text that begins here goes on in the next line before its colon. */
const reachesOver = (text: string, offset: number): boolean =>
  !/:(?:\s|$)/u.test(text.slice(offset).split("\n", 1)[0]!);

/** Where the last sign before an offset stands that is no space: the parser points behind the line that is at fault. */
const lastWritten = (text: string, offset: number): number => Math.max(0, text.slice(0, offset).trimEnd().length - 1);

import type { Document, LineCounter } from "yaml";
import { tooDeepAt } from "../containers/yaml-depth.ts";
import type { Stretch } from "../model/post.ts";
import { keysIn } from "./keys/keys.ts";
import { type Draft, postsOf } from "./post.ts";
import type { Reader, Reading } from "./reader.ts";
import { lostAt, noPostIn, onLine, placeAt, problemAt } from "./readings.ts";
import { isRecord, kindOf, own } from "./values.ts";
import { wholeText } from "./whole-text.ts";
import { goesTooDeep, TOO_DEEP, withoutCopy } from "./yaml-mistake.ts";
import { type Key, keysOf, stretchesAt } from "./yaml-places.ts";

/** YAML: one post, a list, or `posts:` with a list; several documents follow one another. A text in place of a post is its copy. */
export const yaml: Reader = async function* (source, settings) {
  const file = source.name;
  const text = await wholeText(source);
  if (typeof text !== "string") {
    yield text;
    return;
  }
  const library = await import("yaml");
  if (tooDeepAt(library, text) !== null) {
    yield problemAt(placeAt(file, 1), `This YAML ${TOO_DEEP}`);
    return;
  }
  const lines = new library.LineCounter();
  const read = postsOf(settings);
  const keys = keysIn(settings);
  let count = 0;
  let hasPost = false;
  const documents = library.parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  for (const document of Array.isArray(documents) ? documents : []) {
    for (const item of itemsIn(library, document, lines, file)) {
      hasPost = true;
      const draft = "kind" in item ? item : draftOf(item, ++count, file);
      if ("kind" in draft) yield draft;
      else for (const known of await keys.draftsOf(draft)) yield* read(known);
    }
  }
  yield* keys.notes(file);
  if (!hasPost) yield noPostIn(file);
};

type Library = typeof import("yaml");

interface Item {
  readonly value: unknown;
  readonly line: number;
  readonly wayBack: (path: string) => readonly Stretch[] | undefined;
}

function* itemsIn(library: Library, document: Document, lines: LineCounter, file: string): Generator<Item | Reading> {
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const [mistake] = document.errors;
  if (mistake !== undefined) {
    const { line, col } = lines.linePos(mistake.pos[0]);
    if (goesTooDeep(mistake)) {
      yield problemAt(placeAt(file, line), `This YAML ${TOO_DEEP}`);
      return;
    }
    const hint = "Text that holds a colon or starts with a sign goes in quotes.";
    yield problemAt(
      placeAt(file, line),
      `This is not valid YAML: line ${line}, column ${col}: ${withoutCopy(mistake)}. ${hint}`,
    );
    return;
  }
  let root: unknown;
  try {
    root = document.toJS();
  } catch {
    yield problemAt(placeAt(file, 1), `This YAML ${TOO_DEEP}`);
    return;
  }
  if (root === null || root === undefined) return;
  for (const keys of keysOfPosts(root)) {
    const node = keys.length === 0 ? document.contents : document.getIn(keys, true);
    const value = keys.reduce<unknown>((inner, key) => (inner as Record<Key, unknown>)[key], root);
    const line = library.isNode(node) ? lineAt(node.range?.[0] ?? 0) : 1;
    const wayBack = (path: string) => stretchesAt(library, document, [...keys, ...keysOf(path)], lineAt);
    yield { value, line, wayBack: typeof value === "string" ? () => onLine(line) : wayBack };
  }
}

function keysOfPosts(root: unknown): readonly (readonly Key[])[] {
  if (Array.isArray(root)) return root.map((_, index) => [index]);
  const posts = isRecord(root) ? own(root, "posts") : undefined;
  return Array.isArray(posts) ? posts.map((_, index) => ["posts", index]) : [[]];
}

function draftOf({ value, line, wayBack }: Item, number: number, file: string): Draft | Reading {
  const source = placeAt(file, line);
  const fields = typeof value === "string" ? { text: value } : value;
  if (!isRecord(fields)) {
    return lostAt(source, `A post should hold keys such as "text: …", or be a text, not ${kindOf(fields)}`);
  }
  return { fields, derivedId: `post-${number}`, source, wayBack };
}

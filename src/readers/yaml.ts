import type { Document, LineCounter, Node } from "yaml";
import { tooDeepAt } from "../containers/yaml-depth.ts";
import type { Stretch } from "../model/post.ts";
import { isRecord, kindOf, own } from "./meta.ts";
import { postsOf } from "./post.ts";
import type { Reader, Reading } from "./reader.ts";
import { lostAt, noteAt, onLine, placeAt, problemAt } from "./readings.ts";
import { wholeText } from "./whole-text.ts";
import { goesTooDeep, TOO_DEEP, withoutCopy } from "./yaml-mistake.ts";

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
  let count = 0;
  let hasPost = false;
  const documents = library.parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  for (const document of Array.isArray(documents) ? documents : []) {
    for (const item of itemsIn(library, document, lines, file)) {
      hasPost = true;
      if ("kind" in item) yield item;
      else yield* readItem(read, item, ++count, file);
    }
  }
  if (!hasPost) yield noteAt(placeAt(file, null), "This file has no post");
};

type Library = typeof import("yaml");

interface Item {
  readonly value: unknown;
  readonly line: number;
  /** Where the value of a path such as `media[0].alt` stands. */
  readonly wayBack: (field: string) => readonly Stretch[] | undefined;
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
  for (const path of pathsOfPosts(root)) {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    const value = path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], root);
    const line = library.isNode(node) ? lineAt(node.range?.[0] ?? 0) : 1;
    const wayBack = (field: string) => {
      const found =
        document.getIn([...path, ...keysOf(field)], true) ?? document.getIn([...path, "meta", ...keysOf(field)], true);
      return library.isNode(found) ? stretchesOf(library, found, lineAt) : undefined;
    };
    yield { value, line, wayBack: typeof value === "string" ? () => onLine(line) : wayBack };
  }
}

function pathsOfPosts(root: unknown): readonly (readonly (string | number)[])[] {
  if (Array.isArray(root)) return root.map((_, index) => [index]);
  const posts = isRecord(root) ? own(root, "posts") : undefined;
  return Array.isArray(posts) ? posts.map((_, index) => ["posts", index]) : [[]];
}

/** `media[0].alt` is `media`, 0, `alt`. */
const keysOf = (field: string): readonly (string | number)[] =>
  [...field.matchAll(/[^.[\]]+/gu)].map(([key]) => (/^\d+$/u.test(key) ? Number(key) : key));

/** Each line of a literal block (`|`) is one of the source; of other text only the first line is known. */
function stretchesOf(library: Library, node: Node, lineAt: (offset: number) => number): readonly Stretch[] {
  const line = lineAt(node.range?.[0] ?? 0);
  const isLiteral = library.isScalar(node) && node.type === library.Scalar.BLOCK_LITERAL;
  return isLiteral ? [{ start: 0, line: line + 1, column: null, breaks: true }] : onLine(line);
}

function readItem(read: ReturnType<typeof postsOf>, { value, line, wayBack }: Item, number: number, file: string) {
  const source = placeAt(file, line);
  const fields = typeof value === "string" ? { text: value } : value;
  if (!isRecord(fields)) {
    return [lostAt(source, `A post should hold keys such as "text: …", or be a text, not ${kindOf(fields)}`)];
  }
  return read({ fields, derivedId: `post-${number}`, source, wayBack });
}

import { firstMistake, placesOfPosts, positionOf } from "./json-syntax.ts";
import { keysIn } from "./keys/keys.ts";
import { postsOf } from "./post.ts";
import type { Reader } from "./reader.ts";
import { lostAt, noPostIn, onLine, placeAt, problemAt } from "./readings.ts";
import { isRecord, kindOf, own } from "./values.ts";
import { wholeText } from "./whole-text.ts";

/** JSON: one post, an array of posts, or `{"posts": […]}`. A text in place of a post is its copy. */
export const json: Reader = async function* (source, settings) {
  const file = source.name;
  const text = await wholeText(source);
  if (typeof text !== "string") {
    yield text;
    return;
  }
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    const { offset, expected } = firstMistake(text) ?? { offset: 0, expected: "JSON" };
    const { line, column } = positionOf(text, offset);
    yield problemAt(
      placeAt(file, line),
      `This is not valid JSON: line ${line}, column ${column}: expected ${expected}`,
    );
    return;
  }
  const { items, depth } = postsIn(root);
  if (items.length === 0) yield noPostIn(file);
  const read = postsOf(settings);
  const keys = keysIn(settings);
  const lineAt = lineCounter(text);
  const places = placesOfPosts(text, depth);
  for (const [index, item] of items.entries()) {
    const place = places[index]!;
    const here = placeAt(file, lineAt(place.offset));
    const lines = new Map([...place.texts].map(([path, offset]) => [path, lineAt(offset)]));
    const fields = typeof item === "string" ? { text: item } : item;
    if (!isRecord(fields)) {
      yield lostAt(here, `A post should be {"id": …, "text": …} or a text, not ${kindOf(fields)}`);
      continue;
    }
    const wayBack = (path: string) => onLine(lines.get(path) ?? here.line);
    const drafts = await keys.draftsOf({ fields, derivedId: `post-${index + 1}`, source: here, wayBack });
    for (const draft of drafts) yield* read(draft);
  }
  yield* keys.notes(file);
};

function postsIn(root: unknown): { readonly items: readonly unknown[]; readonly depth: 0 | 1 | 2 } {
  if (Array.isArray(root)) return { items: root, depth: 1 };
  const posts = isRecord(root) ? own(root, "posts") : undefined;
  return Array.isArray(posts) ? { items: posts, depth: 2 } : { items: [root], depth: 0 };
}

/** Line numbers for offsets that come in ascending order. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (; at < offset; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) line++;
    }
    return line;
  };
}

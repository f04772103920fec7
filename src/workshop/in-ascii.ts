import { type Edit, type Node, nodesIn, treeOf, withEdits } from "./syntax.ts";

/**
 * The same program in ASCII alone: V8 keeps such a text in half the memory, and Node reads it without decoding. What is no ASCII is written
 * as an escape, and in a raw template, which has none, as a value. Throws where it stands in a comment, or in a template of another kind.
 */
export function inAscii(code: string): string {
  // By place: in `{ é }` two nodes have the same.
  const edits = new Map<number, Edit>();
  const tagOf = new Map<unknown, Node>();
  for (const { node, parent } of nodesIn(treeOf(code))) {
    if (node.type === "TaggedTemplateExpression") tagOf.set(node.quasi, node.tag as Node);
    const write = writerFor(node, tagOf.get(parent));
    if (write === null) continue;
    for (const { 0: found, index } of code.slice(node.start, node.end).matchAll(BEYOND_ASCII)) {
      const at = node.start + index;
      edits.set(at, { at, end: at + found.length, text: write(found) });
    }
  }
  const ascii = withEdits(code, [...edits.values()]);
  const left = ascii.match(BEYOND_ASCII);
  if (left !== null) throw new Error(`${left.join(" ")} can't be written in ASCII where the program has it`);
  return ascii;
}

/** With the backslash that escapes it, where it has one: that must go, as it would escape the escape. */
const BEYOND_ASCII = /(?:(?<=(?<!\\)(?:\\\\)*)\\)?[^\0-\x7F]/gu;

const isRaw = ({ object, property }: Node): boolean =>
  (object as Node | undefined)?.name === "String" && (property as Node).name === "raw";

/** How a character is written that stands in a node itself; null where none can. `tag` is that of the template that the node is in. */
function writerFor(node: Node, tag: Node | undefined): ((found: string) => string) | null {
  switch (node.type) {
    case "TemplateElement":
      if (tag === undefined) return escaped(byCodePoint);
      return isRaw(tag) ? asValue : null;
    case "Identifier":
    case "PrivateIdentifier":
      return escaped(byCodePoint);
    case "Literal": {
      const { flags } = (node.regex as { readonly flags: string } | null | undefined) ?? { flags: "u" };
      // Without the flag, a pattern takes a character of two units for two.
      return escaped(/[uv]/.test(flags) ? byCodePoint : byUnit);
    }
    default:
      return null;
  }
}

const asValue = (found: string) => `\${${JSON.stringify(found).replace(/[^\0-\x7F]/gu, byCodePoint)}}`;
const escaped = (write: (character: string) => string) => (found: string) => write(found.replace("\\", ""));

const byUnit = (character: string): string =>
  character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

const byCodePoint = (character: string): string =>
  character.length > 1 ? `\\u{${character.codePointAt(0)!.toString(16)}}` : byUnit(character);

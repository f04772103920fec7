/**
 * Where a text nests deeper than is worth following, as an offset in UTF-16 units; null where it does not. The library goes down by
 * calling itself; near the end of the stack, where a pattern is first made ready, Node does not throw but ends with all it was doing.
 * Its tokens are made without such calls.
 */
export function tooDeepAt({ Parser }: Pick<typeof import("yaml"), "Parser">, text: string): number | null {
  if (!mayNest(text)) return null;
  for (const token of new Parser().parse(text)) {
    const at = deepAt(token);
    if (at !== null) return at;
  }
  return null;
}

/** No calendar and no rule comes near, and the stack holds several times as many. */
const DEEPEST = 200;

/** Nothing nests deeper than it is indented, has brackets, and has signs of lists on a line, all together: some 500 levels at most. */
function mayNest(text: string): boolean {
  if (text.split(/[[{]/u, DEEPEST).length >= DEEPEST) return true;
  return text
    .split(/[\r\n]/u)
    .some((line) => line.length >= DEEPEST && (/^\s{200}/u.test(line) || line.split(/[-?:]\s/u, 100).length >= 100));
}

interface Item {
  readonly key?: unknown;
  readonly value?: unknown;
}

interface Nested {
  readonly value?: unknown;
  readonly items?: readonly Item[];
  readonly offset?: number;
}

function deepAt(root: unknown): number | null {
  const open: { readonly token: unknown; readonly depth: number }[] = [{ token: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (typeof token !== "object" || token === null) continue;
    const { value, items = [], offset = 0 } = token as Nested;
    if (depth > DEEPEST) return offset;
    // What comes first in the text is looked at first.
    for (const item of items.toReversed())
      open.push({ token: item.value, depth: depth + 1 }, { token: item.key, depth: depth + 1 });
    open.push({ token: value, depth });
  }
  return null;
}

/**
 * Where a text nests deeper than is worth following, as an offset in UTF-16 units; null where it does not. The library goes down by calling itself; near the end of the stack, where
 * a pattern is first made ready, Node does not throw but ends with all it was doing. Its tokens are made without such calls.
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

/** Nothing nests deeper than it is indented, or than it has brackets or signs of lists on one line. */
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
    open.push({ token: value, depth });
    for (const item of items) open.push({ token: item.key, depth: depth + 1 }, { token: item.value, depth: depth + 1 });
  }
  return null;
}

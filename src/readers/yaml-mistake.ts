/** Said of YAML whose nesting or aliases are more than can be followed. */
export const TOO_DEEP = "is nested too deeply, or repeats itself too often";

interface Mistake {
  readonly code: string;
  readonly message: string;
}

/** The library tells of a nesting that it can't follow as of any mistake, in words for those who wrote the library. */
export const goesTooDeep = ({ message }: Mistake): boolean => /call stack/u.test(message);

/** What the library says of a mistake, without what it quotes: that is copy, and may be what the rules mask. */
export function withoutCopy({ code, message }: Mistake): string {
  if (code === "TAG_RESOLVE_FAILED") return "A word that begins with ! is not a tag that YAML knows";
  if (code === "BAD_DQ_ESCAPE") return "A backslash stands before what it can't stand before";
  return message.replace(/(?<=\w): .*$/su, "");
}

/**
 * Whether a text nests deeper than is worth following. The library goes down by calling itself; near the end of the stack, where
 * a pattern is first made ready, Node does not throw but ends with all it was doing. Its tokens are made without such calls.
 */
export function nestsTooDeeply({ Parser }: typeof import("yaml"), text: string): boolean {
  if (!mayNest(text)) return false;
  for (const token of new Parser().parse(text)) if (isDeep(token)) return true;
  return false;
}

/** No calendar comes near, and the stack holds several times as many. */
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

function isDeep(root: unknown): boolean {
  const open: { readonly token: unknown; readonly depth: number }[] = [{ token: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (typeof token !== "object" || token === null) continue;
    if (depth > DEEPEST) return true;
    const { value, items = [] } = token as { readonly value?: unknown; readonly items?: readonly Item[] };
    open.push({ token: value, depth });
    for (const item of items) open.push({ token: item.key, depth: depth + 1 }, { token: item.value, depth: depth + 1 });
  }
  return false;
}

import { isMap, isNode, isScalar, type LineCounter, type Document as YamlDocument } from "yaml";
import type { Position } from "./ruleset.ts";

/** Where in the YAML a path points, 1-based. A missing key falls back to the nearest parent that exists. */
export function locate(file: string, doc: YamlDocument, lines: LineCounter, path: readonly PropertyKey[]): Position {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = doc.getIn(path.slice(0, depth) as unknown[], true);
    if (isNode(node) && node.range) return position(file, lines, node.range[0]);
  }
  return { file, line: 1, column: 1 };
}

/** Where the key at the end of the path stands, not its value. */
export function locateKey(file: string, doc: YamlDocument, lines: LineCounter, path: readonly PropertyKey[]): Position {
  const parent = path.length === 1 ? doc.contents : doc.getIn(path.slice(0, -1) as unknown[], true);
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  return isNode(pair?.key) && pair.key.range
    ? position(file, lines, pair.key.range[0])
    : locate(file, doc, lines, path);
}

export function position(file: string, lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(1, line), column: Math.max(1, col) };
}

import type { Document } from "yaml";
import type { Stretch } from "../model/post.ts";
import { onLine } from "./readings.ts";

/** A key of an object, or a 0-based index of a list. */
export type Key = string | number;

/** `media[0].alt` is `media`, 0, `alt`. */
export const keysOf = (path: string): readonly Key[] =>
  [...path.matchAll(/[^.[\]]+/gu)].map(([key]) => (/^\d+$/u.test(key) ? Number(key) : key));

/** The way back of the value at the end of `keys`; undefined where none stands there. */
export function stretchesAt(
  { isNode, isScalar, Scalar }: typeof import("yaml"),
  document: Document,
  keys: readonly Key[],
  lineAt: (offset: number) => number,
): readonly Stretch[] | undefined {
  const node = document.getIn(keys, true);
  if (!isNode(node)) return undefined;
  const line = lineAt(node.range?.[0] ?? 0);
  switch (isScalar(node) ? node.type : undefined) {
    case Scalar.BLOCK_LITERAL:
      // Each of its lines is one of the source, from the one below the sign on.
      return [{ start: 0, line: line + 1, column: null, breaks: true }];
    case Scalar.BLOCK_FOLDED:
      return onLine(line + 1);
    default:
      return onLine(line);
  }
}

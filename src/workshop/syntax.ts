import { parseSync } from "rolldown/utils";

/** A node of a syntax tree in the form that is called ESTree. Offsets are in UTF-16 units. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** The tree of a CommonJS program. */
export const treeOf = (code: string): Node => parseSync("program.cjs", code).program as unknown as Node;

export interface Place {
  readonly node: Node;
  readonly parent: Node | null;
  /** The property of the parent that holds the node. */
  readonly role: string;
}

/** Every node of a tree, each after its parent. */
export function* nodesIn(root: Node): Generator<Place> {
  const waiting: Place[] = [{ node: root, parent: null, role: "" }];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    yield place;
    for (const [role, held] of Object.entries(place.node)) {
      for (const part of Array.isArray(held) ? held : [held]) {
        if (typeof part?.type === "string") waiting.push({ node: part, parent: place.node, role });
      }
    }
  }
}

/** What to write in place of the code from `at` to `end`. */
export interface Edit {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

/** `edits` do not overlap. */
export function withEdits(code: string, edits: readonly Edit[]): string {
  let edited = "";
  let from = 0;
  for (const { at, end, text } of [...edits].sort((a, b) => a.at - b.at)) {
    edited += code.slice(from, at) + text;
    from = end;
  }
  return edited + code.slice(from);
}

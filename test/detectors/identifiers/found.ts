import type { IdentifierKind } from "../../../src/detectors/identifiers/index.ts";

/** The passages that a kind finds, as written. */
export const found = (kind: IdentifierKind, text: string): readonly string[] =>
  kind.find(text).map(({ start, end }) => text.slice(start, end));

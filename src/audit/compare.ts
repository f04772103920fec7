import type { Finding } from "../model/finding.ts";

/** What a change of the rules does to one post. */
export interface Change {
  readonly kind: "gained" | "lost" | "changed";
  /** As it is now; as it was, where it is lost. */
  readonly finding: Finding;
  /** What it was: only where it changed its level or its clause. */
  readonly before: Finding | null;
}

/** The differences between the findings of one post under two rule sets. Both are in reading order, and so are they. */
export function changesBetween(before: readonly Finding[], after: readonly Finding[]): readonly Change[] {
  const earlier = [...before];
  const changes: Change[] = [];
  for (const finding of after) {
    const at = earlier.findIndex((other) => keyOf(other) === keyOf(finding));
    const was = at < 0 ? undefined : earlier.splice(at, 1)[0];
    if (was === undefined) changes.push({ kind: "gained", finding, before: null });
    else if (was.level !== finding.level || was.clause !== finding.clause)
      changes.push({ kind: "changed", finding, before: was });
  }
  return [...changes, ...earlier.map((finding) => ({ kind: "lost" as const, finding, before: null }))];
}

const keyOf = ({ rule, passage: { field, span } }: Finding): string =>
  `${rule} ${field} ${span === null ? "" : `${span.start}-${span.end}`}`;

import type { Finding } from "../../model/finding.ts";
import type { PostResult } from "../../model/report.ts";
import { identityOf } from "../../prepare/identity.ts";
import { maskOf } from "./mask.ts";

export interface Occurrence {
  readonly identity: string;
  /** 1 for the first finding of the file with this identity. */
  readonly nth: number;
}

/** Tells equal findings of one file apart by counting them, so that none hides another. */
export function occurrences(): (result: PostResult) => (finding: Finding) => Occurrence {
  const seen = new Map<string, number>();
  return (result) => {
    const hiding = maskOf(result, true);
    return (finding) => {
      const identity = identityOf(finding, result.post, hiding);
      const key = `${identity} ${result.post.source.file}`;
      const nth = (seen.get(key) ?? 0) + 1;
      seen.set(key, nth);
      return { identity, nth };
    };
  };
}

import type { PostResult, RunHead } from "../../model/report.ts";
import type { Mask } from "../parts/mask.ts";
import { standingOf, type Verdict } from "../parts/verdict.ts";
import type { Counts } from "./bars.ts";
import { type Digest, digestOf } from "./digest.ts";
import { type Facets, facets } from "./facets.ts";
import type { Markup } from "./markup.ts";
import { postArticle } from "./post.ts";
import { referenceOf } from "./reference.ts";
import { suppressedRows } from "./suppressed.ts";

/** What a page needs of all posts. Of a post in which no finding stands, only its digest is kept. */
export interface Gathered {
  readonly digests: readonly Digest[];
  /** Posts with something to check. */
  readonly flagged: readonly Markup[];
  /** Posts with suggestions and nothing else. */
  readonly improvable: readonly Markup[];
  /** A row of a table for each finding that was let stand. */
  readonly stood: readonly Markup[];
  /** Findings by the clause that they cite. */
  readonly byClause: ReadonlyMap<string | null, Counts>;
  readonly facets: Facets;
  add(result: PostResult, mask: Mask): void;
}

export function gather(head: RunHead): Gathered {
  const reference = referenceOf(head);
  const digests: Digest[] = [];
  const articles = { flagged: [] as Markup[], improvable: [] as Markup[] };
  const stood: Markup[] = [];
  const byClause = new Map<string | null, Partial<Record<Verdict, number>>>();
  const known = facets();
  return {
    ...{ digests, ...articles, stood, byClause, facets: known },
    add(result, mask) {
      const digest = digestOf(result, digests.length + 1, mask);
      digests.push(digest);
      stood.push(...suppressedRows(result, digest, mask));
      for (const { clause, level } of standingOf(result.findings)) {
        const counts = byClause.get(clause) ?? {};
        counts[level] = (counts[level] ?? 0) + 1;
        byClause.set(clause, counts);
      }
      if (digest.verdict === "none" || digest.verdict === "let-stand") return;
      const article = postArticle(result, digest, mask, reference, known);
      (digest.verdict === "suggestion" ? articles.improvable : articles.flagged).push(article);
    },
  };
}

import type { Suppressor } from "../judge/suppress.ts";
import type { Post } from "../model/post.ts";
import type { Note, PostResult } from "../model/report.ts";
import { ruleCards } from "../rules/cards.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import type { PerFile } from "./per-file.ts";

/** What people decided about findings: how grave those of a rule are, and which may stand. */
export interface Standing {
  /** To be awaited before a post's result is settled: what judges suppressions is loaded for the first post that has one. */
  prepare(post: Post): Promise<void>;
  settle(result: PostResult): PostResult;
  /** Suppressions for whole files that nothing needed. */
  notes(): readonly Note[];
}

export interface StandingSettings {
  readonly ruleset: RuleSet;
  readonly asOf: string;
  readonly perFile: PerFile;
  /** Whether people's reasons let findings stand. */
  readonly suppressions: boolean;
}

export function standing({ ruleset, asOf, perFile, suppressions }: StandingSettings): Standing {
  let suppressor: Suppressor | undefined;
  return {
    async prepare({ markers }) {
      if (markers === undefined || !suppressions) return;
      const { createSuppressor } = await import("../judge/suppress.ts");
      suppressor ??= createSuppressor(ruleCards(ruleset), asOf);
    },
    settle({ post, findings }) {
      const result = { post, findings: perFile.of(post.source.file).releveled(findings) };
      return suppressor?.settle(result) ?? result;
    },
    notes: () => suppressor?.notes() ?? [],
  };
}

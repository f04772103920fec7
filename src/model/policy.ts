/** A clause id of the policy: `A1`, `B2.3`, `4.1`. Only a loaded policy makes one. */
export type ClauseId = string & { readonly __brand: "ClauseId" };

export interface Clause {
  readonly id: ClauseId;
  readonly title: string;
  /** One sentence in our own words. */
  readonly summary: string;
  /** Section and number in the policy's own document. */
  readonly citation: string;
  readonly grossMisconduct: boolean;
}

export interface Policy {
  readonly title: string;
  readonly publisher: string;
  readonly published: string | null;
  readonly updated: string | null;
  readonly url: string | null;
  readonly clauses: readonly Clause[];
}

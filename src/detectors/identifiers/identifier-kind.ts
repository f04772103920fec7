/** One identifier found in a passage. */
export interface IdentifierHit {
  /** UTF-16 offset in the text given. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** A noun phrase that names it without repeating it: "an NHS number (its check digit fits)". */
  readonly shows: string;
}

export interface IdentifierKind {
  /** What it finds and how it makes sure, for the documentation. */
  readonly describe: string;
  /** Without this nothing can be found, so that a scan can skip the text. */
  readonly needs: "digit" | "at-sign" | "any";
  /** How many digits stand in a text at least where one of these does, so that a text of fewer is not searched. */
  readonly digits?: number;
  /**
   * All hits, in order, not overlapping. `text` is one passage of copy after Unicode compatibility folding
   * (fullwidth digits are ASCII already). Takes time in proportion to the text.
   */
  readonly find: (text: string) => readonly IdentifierHit[];
}

/** What a person asked for can't be done as asked. The message is one sentence; the hint says what would be right. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly hint: string | null;

  constructor(message: string, hint: string | null = null) {
    super(message);
    this.hint = hint;
  }
}

/** A configuration or a rule set with mistakes in it, each at its own place. */
export class BrokenFilesError extends Error {
  override readonly name = "BrokenFilesError";
  /** Not empty; each reads `file:line:column: what, and what would be right`. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

import type { Arbitrary } from "fast-check";

/** Something that is fed what nobody would write, and what must hold all the same. */
export interface Target<Input> {
  /** What is fed to it. It shrinks, so that a failure is told in few bytes. */
  readonly inputs: Arbitrary<Input>;
  /** Throws where something does not hold. */
  readonly run: (input: Input) => Promise<void> | void;
}

/** What must hold, in words that say what broke. */
export function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

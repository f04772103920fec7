import type { Position } from "../rules/ruleset.ts";

/** Something in a rule set that its owner should look at. `says` is a sentence without its full stop: what, and what would be right. */
export interface Remark {
  readonly at: Position;
  readonly says: string;
}

import { isScalar } from "yaml";
import type { RuleFile } from "./files.ts";
import { kindOf, parseFile, placeIn } from "./parsed-file.ts";
import type { Position } from "./ruleset.ts";

export interface Extends {
  /** A shipped rule set's name, or a folder as written. */
  readonly target: string;
  readonly at: Position;
}

/** What the rule set in these files extends; null where it extends nothing, or says so in no readable way. */
export function extendsIn(files: readonly RuleFile[]): Extends | null {
  const file = files.find(({ path }) => kindOf(path) === "ruleset");
  if (file === undefined || !file.text.includes("extends")) return null;
  const head = parseFile(file, []);
  const target = head.doc.get("extends", true) as unknown;
  if (!isScalar(target) || typeof target.value !== "string" || target.value.trim() === "") return null;
  return { target: target.value.trim(), at: placeIn(head, ["extends"]) };
}

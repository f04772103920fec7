import { createHash } from "node:crypto";
import { pathWithin, type RuleFile } from "./files.ts";

/**
 * Of the files' contents in the order of their names, so that any change to a rule shows in a report. `base` is the digest of the
 * rule set that they extend.
 */
export function digestOf(files: readonly RuleFile[], base?: string): string {
  const hash = createHash("sha256");
  if (base !== undefined) hash.update(`${base}\0`);
  for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`${pathWithin(file.path)}\0${file.text.replaceAll("\r\n", "\n")}\0`);
  }
  return `sha256:${hash.digest("hex")}`;
}

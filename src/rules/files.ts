import { createHash } from "node:crypto";

/** A file of a rule set: YAML, or a learned model. `path` is relative to where the person stands, for messages. */
export interface RuleFile {
  readonly path: string;
  readonly text: string;
}

/** Whether a file of this name belongs to a rule set. */
export const isRuleFile = (path: string): boolean => /\.ya?ml$/u.test(path) || isModel(path);

/** A learned model lies beside the packs under a name such as `second-opinion.model.json`. */
export const isModel = (path: string): boolean => path.endsWith(".model.json");

/**
 * Of the files' contents in the order of their names, so that any change to a rule shows in a report. `base` is the digest of the
 * rule set that they extend.
 */
export function digestOf(files: readonly RuleFile[], base?: string): string {
  const hash = createHash("sha256");
  if (base !== undefined) hash.update(`${base}\0`);
  for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(
      `${file.path.replace(/^.*\/(?=(?:vocabularies\/)?[^/]+$)/, "")}\0${file.text.replaceAll("\r\n", "\n")}\0`,
    );
  }
  return `sha256:${hash.digest("hex")}`;
}

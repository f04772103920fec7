/** A file of a rule set: YAML, or a learned model. `path` is relative to where the person stands, for messages. */
export interface RuleFile {
  readonly path: string;
  readonly text: string;
}

/** Whether a file of this name belongs to a rule set. */
export const isRuleFile = (path: string): boolean => /\.ya?ml$/u.test(path) || isModel(path);

/** A learned model lies beside the packs under a name such as `second-opinion.model.json`. */
export const isModel = (path: string): boolean => path.endsWith(".model.json");

/** The path within its rule set. */
export const pathWithin = (path: string): string => /(?:(?:vocabularies|data)\/)?[^/]+$/.exec(path)?.[0] ?? path;

export type RuleFileSize = readonly [path: string, bytes: number];

/** The path of each file within its rule set, and its size, in the order of the paths. */
export const sizesOf = (files: readonly RuleFile[]): readonly RuleFileSize[] =>
  files
    .map(({ path, text }): RuleFileSize => [pathWithin(path), new TextEncoder().encode(text).length])
    .sort(([a], [b]) => (a < b ? -1 : 1));

import { modelIn, parseModel } from "../learned/model.ts";
import { type Resemblance, resemblanceOf } from "../learned/resemblance.ts";
import type { WordLists } from "../learned/word-lists.ts";
import { isModel, type RuleFile } from "./files.ts";
import type { RuleProblem } from "./problem.ts";

export interface Learned {
  readonly clauses: readonly string[];
  readonly resemblance: (lists: WordLists) => Resemblance | null;
}

const NOTHING_LEARNED: Learned = { clauses: [], resemblance: () => null };

/** The learned model among the files of a rule set, if it has one, checked. */
export function learnedIn(files: readonly RuleFile[], problems: RuleProblem[]): Learned {
  const [file, ...others] = files.filter(({ path }) => isModel(path));
  if (file === undefined) return NOTHING_LEARNED;
  for (const { path } of others)
    problems.push(problemIn(path, `a rule set has one model, and ${file.path} is there already`));
  const parsed = parseModel(file.text);
  if (!parsed.ok) problems.push(problemIn(file.path, parsed.detail));
  return parsed.ok
    ? { clauses: parsed.clauses, resemblance: (lists) => resemblanceOf(parsed.decode(), lists) }
    : NOTHING_LEARNED;
}

/** The model of files that were found sound before; it is not looked at until a post is read. */
export const soundModelIn =
  (files: readonly RuleFile[]) =>
  (lists: WordLists): Resemblance | null => {
    const file = files.find(({ path }) => isModel(path));
    return file === undefined ? null : resemblanceOf(modelIn(file.text), lists);
  };

const problemIn = (path: string, detail: string): RuleProblem => ({
  kind: "model",
  detail,
  at: { file: path, line: 1, column: 1 },
});

import { dirname, resolve } from "node:path";
import { UsageError } from "../config/errors.ts";
import { shownPath } from "../config/paths.ts";
import type { Io } from "../io/io.ts";
import type { Base } from "../rules/extend.ts";
import { type Extends, extendsIn } from "../rules/extends.ts";
import type { RuleFile } from "../rules/files.ts";
import { readRuleSet } from "../rules/load.ts";
import { nearestName } from "../rules/nearest.ts";
import { describeProblem } from "../rules/problem.ts";
import { foldersIn, isFolder, type RuleFolder, ruleFiles, shippedFolder, shippedSets } from "./rule-folder.ts";

/** Each problem reads `file:line:column: what, and what would be right`. */
export type FoundBase =
  | { readonly ok: true; readonly base: Base | null }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * The rule set that these files extend, read with whatever it extends itself; null where they extend none. `trail` are the
 * folders on the way here.
 */
export async function baseOf(io: Io, files: readonly RuleFile[], trail: readonly RuleFolder[]): Promise<FoundBase> {
  const named = extendsIn(files);
  if (named === null) return { ok: true, base: null };
  const folder = await folderOf(io, named, trail.at(-1)!);
  if (typeof folder === "string") return broken(named, folder);
  const circle = circleIn(io, [...trail, folder]);
  if (circle !== null) return broken(named, circle);
  const baseFiles = await ruleFiles(io, folder).catch(refusal);
  if (typeof baseFiles === "string") return broken(named, baseFiles);
  const inner = await baseOf(io, baseFiles, [...trail, folder]);
  if (!inner.ok) return inner;
  const read = readRuleSet(baseFiles, inner.base);
  if (!read.ok) return { ok: false, problems: read.problems.map(describeProblem) };
  return { ok: true, base: { data: read.data, files: [...(inner.base?.files ?? []), ...baseFiles] } };
}

/** What `ruleFiles` refuses, as the sentence that it is. */
function refusal(error: unknown): string {
  if (!(error instanceof UsageError)) throw error;
  return `${error.message} ${error.hint ?? ""}`.trim();
}

/** The folder, or why there is none. */
async function folderOf(io: Io, { target }: Extends, { path }: RuleFolder): Promise<RuleFolder | string> {
  if (isFolder(target)) {
    const folder = resolve(io.cwd, path, target);
    return { path: folder, shown: shownPath(io.cwd, folder) };
  }
  const shipped = await shippedSets(io);
  if (shipped.includes(target)) return shippedFolder(io, target);
  const beside = await foldersIn(io, dirname(resolve(io.cwd, path)));
  return `postlint ships with no rule set ${target}; ${remedy(target, shipped, beside)}`;
}

function remedy(target: string, shipped: readonly string[], beside: readonly string[]): string {
  if (beside.includes(target)) return `a folder is written with a slash: ../${target}`;
  const near = nearestName(target, shipped);
  return near === null
    ? `expected ${shipped.join(" or ")}, or a folder written with a slash, such as ../${target}`
    : `did you mean ${near}?`;
}

function circleIn({ cwd }: Io, trail: readonly RuleFolder[]): string | null {
  const paths = trail.map(({ path }) => resolve(cwd, path));
  if (!paths.slice(0, -1).includes(paths.at(-1)!)) return null;
  return `extends comes back to where it began: ${trail.map(({ shown }) => shown).join(" → ")}; take one of them out`;
}

const broken = ({ at }: Extends, detail: string): FoundBase => ({
  ok: false,
  problems: [describeProblem({ kind: "extends", detail, at })],
});

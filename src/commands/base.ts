import { dirname, join, resolve } from "node:path";
import { BrokenFilesError, UsageError } from "../config/errors.ts";
import { shownPath } from "../config/paths.ts";
import type { Io } from "../io.ts";
import type { Base } from "../rules/extend.ts";
import { type Extends, extendsIn, isFolder } from "../rules/extends.ts";
import type { RuleFile } from "../rules/files.ts";
import { readRuleSet } from "../rules/load.ts";
import { nearestName } from "../rules/nearest.ts";
import { describeProblem } from "../rules/problem.ts";
import { foldersIn, type RuleFolder, ruleFiles } from "./rule-folder.ts";

/**
 * The rule set that these files extend, read with whatever it extends itself; null where they extend none. `trail` are the
 * folders on the way here. Throws a `BrokenFilesError` where it can't be found or read.
 */
export async function baseOf(io: Io, files: readonly RuleFile[], trail: readonly RuleFolder[]): Promise<Base | null> {
  const named = extendsIn(files);
  if (named === null) return null;
  const folder = await folderOf(io, named, trail.at(-1)!);
  refuseCircle(io, named, [...trail, folder]);
  const baseFiles = await ruleFiles(io, folder).catch((error) => {
    throw error instanceof UsageError
      ? broken(named, `${error.message.replace(/\.$/u, "")}. ${error.hint ?? ""}`.trim())
      : error;
  });
  const base = await baseOf(io, baseFiles, [...trail, folder]);
  const read = readRuleSet(baseFiles, base);
  if (!read.ok) throw new BrokenFilesError(read.problems.map(describeProblem));
  return { data: read.data, files: [...(base?.files ?? []), ...baseFiles] };
}

async function folderOf(io: Io, named: Extends, { path }: RuleFolder): Promise<RuleFolder> {
  const { target } = named;
  if (isFolder(target)) {
    const folder = resolve(io.cwd, path, target);
    return { path: folder, shown: shownPath(io.cwd, folder) };
  }
  const shipped = await foldersIn(io, join(io.home, "rules"));
  if (shipped.includes(target)) return { path: join(io.home, "rules", target), shown: `rules/${target}` };
  const beside = await foldersIn(io, dirname(resolve(io.cwd, path)));
  throw broken(named, `postlint ships with no rule set ${target}; ${remedy(target, shipped, beside)}`);
}

function remedy(target: string, shipped: readonly string[], beside: readonly string[]): string {
  if (beside.includes(target)) return `a folder is written with a slash: ../${target}`;
  const near = nearestName(target, shipped);
  return near === null
    ? `expected ${shipped.join(" or ")}, or a folder written with a slash, such as ../${target}`
    : `did you mean ${near}?`;
}

function refuseCircle({ cwd }: Io, named: Extends, trail: readonly RuleFolder[]): void {
  const paths = trail.map(({ path }) => resolve(cwd, path));
  if (!paths.slice(0, -1).includes(paths.at(-1)!)) return;
  throw broken(
    named,
    `extends comes back to where it began: ${trail.map(({ shown }) => shown).join(" → ")}; take one of them out`,
  );
}

const broken = (named: Extends, detail: string): BrokenFilesError =>
  new BrokenFilesError([describeProblem({ kind: "extends", detail, at: named.at })]);

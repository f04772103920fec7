import { join } from "node:path";
import { BrokenFilesError } from "../config/errors.ts";
import { shownPath } from "../config/paths.ts";
import type { Io } from "../io/io.ts";
import type { FinderOptions } from "../rules/compile.ts";
import type { RuleFile, RuleFileSize } from "../rules/files.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { SHIPPED } from "../rules/shipped.ts";
import { isFolder, type RuleFolder, ruleFiles, ruleFilesIn, shippedFolder, shippedSets } from "./rule-folder.ts";

/**
 * The rule set that is named, a folder or one that postlint ships with; null stands for the usual one. Throws a `UsageError`
 * where there is none, and a `BrokenFilesError` with every mistake in its files. `options` say how its finders are made.
 */
export async function openRuleSet(io: Io, named: string | null, options?: FinderOptions): Promise<RuleSet> {
  const place = await ruleFolder(io, named);
  const ready = place.path === usualFolder(io).path ? await readyRuleSet(io, options) : null;
  if (ready !== null) return ready;
  const files = await ruleFiles(io, place);
  const read = await readFrom(io, place, files, options);
  if (!read.ok) throw new BrokenFilesError(read.problems);
  return read.ruleset;
}

/** The rule set in a folder from its YAML, or every mistake in its files. Throws a `UsageError` where it holds none. */
export const readRules = async (io: Io, place: RuleFolder): Promise<ReadRules> =>
  readFrom(io, place, await ruleFiles(io, place));

/** Each problem reads `file:line:column: what, and what would be right`. */
export type ReadRules =
  | { readonly ok: true; readonly ruleset: RuleSet }
  | { readonly ok: false; readonly problems: readonly string[] };

async function readFrom(
  io: Io,
  place: RuleFolder,
  files: readonly RuleFile[],
  options?: FinderOptions,
): Promise<ReadRules> {
  const [{ loadRuleSet }, { describeProblem }, { baseOf }] = await Promise.all([
    import("../rules/load.ts"),
    import("../rules/problem.ts"),
    import("./base.ts"),
  ]);
  const base = await baseOf(io, files, [place]);
  if (!base.ok) return base;
  const loaded = loadRuleSet(files, base.base, options);
  return loaded.ok ? loaded : { ok: false, problems: loaded.problems.map(describeProblem) };
}

/** Where a rule set is: the folder of that name, else the one that ships under it. Null stands for the usual one. */
export async function ruleFolder(io: Io, named: string | null): Promise<RuleFolder> {
  if (named === null) return usualFolder(io);
  const isShipped = !isFolder(named) && (await io.kindOf(named)) === null && (await shippedSets(io)).includes(named);
  return isShipped ? shippedFolder(io, named) : { path: named, shown: shownPath(io.cwd, named) };
}

const usualFolder = (io: Io): RuleFolder => shippedFolder(io, SHIPPED);

/** The shipped rule set as the build left it; null where there is none, or its YAML has been edited since. */
async function readyRuleSet(io: Io, options?: FinderOptions): Promise<RuleSet | null> {
  const path = join(io.home, "dist", `${SHIPPED}.rules`);
  const stamp = await io.stampOf(path);
  if (stamp === null) return null;
  const { readPrebuilt } = await import("../prebuilt/decode.ts");
  const ready = readPrebuilt(io.openBytes(path));
  if (ready === null) return null;
  const folder = usualFolder(io);
  if (await areUntouched(io, folder, ready.files, stamp.modified)) return ready.ruleset(options);
  const { digestOf } = await import("../rules/digest.ts");
  return digestOf(await ruleFiles(io, folder)) === ready.digest ? ready.ruleset(options) : null;
}

/** Whether the folder holds these files, of the same sizes and none written later: to read them all takes longer than a check. */
async function areUntouched(io: Io, { path: top }: RuleFolder, files: readonly RuleFileSize[], since: number) {
  const paths = await ruleFilesIn(io, top, "").catch(() => []);
  if (paths.length !== files.length) return false;
  for (const [at, [path, size]] of files.entries()) {
    const stamp = paths[at] === path ? await io.stampOf(join(top, path)) : null;
    if (stamp === null || stamp.size !== size || stamp.modified > since) return false;
  }
  return true;
}

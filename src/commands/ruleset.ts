import { join } from "node:path";
import { BrokenFilesError } from "../config/errors.ts";
import { shownPath } from "../config/paths.ts";
import { type Io, readBytes } from "../io.ts";
import { digestOf, type RuleFile } from "../rules/files.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { SHIPPED } from "../rules/shipped.ts";
import { type RuleFolder, ruleFiles } from "./rule-folder.ts";

/**
 * The rule set in `folder`, or the one that postlint ships with. Throws a `UsageError` where the folder holds none,
 * and a `BrokenFilesError` with every mistake in its files.
 */
export async function openRuleSet(io: Io, folder: string | null): Promise<RuleSet> {
  const place = ruleFolder(io, folder);
  const files = await ruleFiles(io, place);
  const ready = folder === null ? await prebuilt(io, files) : null;
  if (ready !== null) return ready;
  const [{ loadRuleSet }, { describeProblem }, { baseOf }] = await Promise.all([
    import("../rules/load.ts"),
    import("../rules/problem.ts"),
    import("./base.ts"),
  ]);
  const loaded = loadRuleSet(files, await baseOf(io, files, [place]));
  if (!loaded.ok) throw new BrokenFilesError(loaded.problems.map(describeProblem));
  return loaded.ruleset;
}

/** Where a rule set is; null stands for the one that postlint ships with. */
export const ruleFolder = (io: Io, folder: string | null): RuleFolder =>
  folder === null
    ? { path: join(io.home, "rules", SHIPPED), shown: `rules/${SHIPPED}` }
    : { path: folder, shown: shownPath(io.cwd, folder) };

/** The shipped rule set as the build left it; null where there is none, or its YAML has been edited since. */
async function prebuilt(io: Io, files: readonly RuleFile[]): Promise<RuleSet | null> {
  const path = join(io.home, "dist", `${SHIPPED}.rules`);
  if ((await io.kindOf(path)) !== "file") return null;
  const [{ decodePrebuilt }, { soundModelIn }] = await Promise.all([
    import("../prebuilt.ts"),
    import("../rules/learned.ts"),
  ]);
  return decodePrebuilt(await readBytes(io, path), digestOf(files), soundModelIn(files));
}

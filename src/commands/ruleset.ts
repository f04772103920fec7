import { join } from "node:path";
import { BrokenFilesError, UsageError } from "../config/errors.ts";
import { nearest } from "../config/nearest.ts";
import { shownPath } from "../config/paths.ts";
import { type Io, IoError, readBytes, readText } from "../io.ts";
import { digestOf, isRuleFile, type RuleFile } from "../rules/files.ts";
import type { RuleSet } from "../rules/ruleset.ts";

/** The policy that postlint ships with, relative to its package. */
const SHIPPED = "rules/hee-social-media";
const PREBUILT = "dist/hee-social-media.rules";

/**
 * The rule set in `folder`, or the one that postlint ships with. Throws a `UsageError` where the folder holds none,
 * and a `BrokenFilesError` with every mistake in its files.
 */
export async function openRuleSet(io: Io, folder: string | null): Promise<RuleSet> {
  const files = await ruleFiles(io, folder);
  const ready = folder === null ? await prebuilt(io, files) : null;
  if (ready !== null) return ready;
  const [{ loadRuleSet }, { describeProblem }] = await Promise.all([
    import("../rules/load.ts"),
    import("../rules/problem.ts"),
  ]);
  const loaded = loadRuleSet(files);
  if (!loaded.ok) throw new BrokenFilesError(loaded.problems.map(describeProblem));
  return loaded.ruleset;
}

/** The shipped rule set as the build left it; null where there is none, or its YAML has been edited since. */
async function prebuilt(io: Io, files: readonly RuleFile[]): Promise<RuleSet | null> {
  const path = join(io.home, PREBUILT);
  if ((await io.kindOf(path)) !== "file") return null;
  const [{ decodePrebuilt }, { soundModelIn }] = await Promise.all([
    import("../prebuilt.ts"),
    import("../rules/learned.ts"),
  ]);
  return decodePrebuilt(await readBytes(io, path), digestOf(files), soundModelIn(files));
}

async function ruleFiles(io: Io, folder: string | null): Promise<readonly RuleFile[]> {
  const top = folder ?? join(io.home, SHIPPED);
  const shown = folder === null ? SHIPPED : shownPath(io.cwd, folder);
  await refuseOtherThanFolder(io, top, shown);
  try {
    const paths = await ruleFilesIn(io, top, "");
    if (!paths.includes("ruleset.yaml")) throw new UsageError(`${shown} holds no ruleset.yaml.`, NEEDED);
    return await Promise.all(
      paths.map(async (path) => ({ path: `${shown}/${path}`, text: await readText(io, join(top, path)) })),
    );
  } catch (error) {
    if (!(error instanceof IoError)) throw error;
    throw new UsageError(`The rule file ${shownPath(io.cwd, error.path)} ${error.message}.`);
  }
}

const NEEDED = "A rule set is a folder with a ruleset.yaml and its packs of rules.";

async function refuseOtherThanFolder(io: Io, path: string, shown: string): Promise<void> {
  const kind = await io.kindOf(path);
  if (kind === "folder") return;
  if (kind !== null) throw new UsageError(`The rule set ${shown} is a file, not a folder.`, NEEDED);
  const siblings = await io.list(join(path, "..")).catch(() => []);
  const folders = siblings.filter((sibling) => sibling.kind === "folder").map(({ name }) => name);
  const close = await nearest(shown.split("/").at(-1) ?? shown, folders);
  throw new UsageError(`There is no rule set ${shown}.`, close === null ? NEEDED : `Did you mean ${close}?`);
}

/** Relative to `top`, with forward slashes, sorted. */
async function ruleFilesIn(io: Io, top: string, inside: string): Promise<readonly string[]> {
  const entries = await io.list(join(top, inside));
  const paths = entries.map(async ({ name, kind }) => {
    if (name.startsWith(".")) return [];
    if (kind === "folder") return ruleFilesIn(io, top, `${inside}${name}/`);
    return kind === "file" && isRuleFile(name) ? [inside + name] : [];
  });
  return (await Promise.all(paths)).flat().sort();
}

import { join } from "node:path";
import { UsageError } from "../config/errors.ts";
import { nearest } from "../config/nearest.ts";
import { shownPath } from "../config/paths.ts";
import { type Io, readText } from "../io/io.ts";
import { IoError } from "../io/io-error.ts";
import { isRuleFile, type RuleFile } from "../rules/files.ts";

/** A folder with a rule set in it. */
export interface RuleFolder {
  /** Absolute, or relative to where postlint was started. */
  readonly path: string;
  /** How messages call it. */
  readonly shown: string;
}

/** `../our-rules` and `./more` are folders; a plain word may be the name of a rule set that ships with postlint. */
export const isFolder = (written: string): boolean => /[\\/]|^\.+$/u.test(written);

/** A rule set that ships with postlint, by its name. */
export const shippedFolder = ({ home }: Io, name: string): RuleFolder => ({
  path: join(home, "rules", name),
  shown: `rules/${name}`,
});

/** The names of the rule sets that ship with postlint. */
export const shippedSets = (io: Io): Promise<readonly string[]> => foldersIn(io, join(io.home, "rules"));

/** The files of a rule set. Throws a `UsageError` where the folder holds none, or one can't be read. */
export async function ruleFiles(io: Io, { path: top, shown }: RuleFolder): Promise<readonly RuleFile[]> {
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
  const beside = await foldersIn(io, join(path, ".."));
  const shipped = isFolder(path) ? [] : await shippedSets(io);
  const close = await nearest(shown.split("/").at(-1) ?? shown, [...beside, ...shipped]);
  throw new UsageError(`There is no rule set ${shown}.`, close === null ? NEEDED : `Did you mean ${close}?`);
}

/** The names of the folders in a folder; none where it can't be read. */
export async function foldersIn(io: Io, folder: string): Promise<readonly string[]> {
  const entries = await io.list(folder).catch(() => []);
  return entries.filter(({ kind }) => kind === "folder").map(({ name }) => name);
}

/** Relative to `top`, with forward slashes, sorted. */
export async function ruleFilesIn(io: Io, top: string, inside: string): Promise<readonly string[]> {
  const entries = await io.list(join(top, inside));
  const paths = entries.map(async ({ name, kind }) => {
    if (name.startsWith(".")) return [];
    if (kind === "folder") return ruleFilesIn(io, top, `${inside}${name}/`);
    return kind === "file" && isRuleFile(name) ? [inside + name] : [];
  });
  return (await Promise.all(paths)).flat().sort();
}

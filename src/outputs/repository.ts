import { relative, resolve } from "node:path";
import { slashed } from "../config/paths.ts";
import type { Io } from "../io/io.ts";

/** Where build services say that the repository is. */
const TOPS = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"] as const;

/**
 * From the top of the repository to where postlint was started, as `copy/` or nothing. It is asked of the build service, which
 * will show the report: elsewhere files are named from where postlint was started.
 */
export function belowRepository({ cwd, env }: Pick<Io, "cwd" | "env">): string {
  const top = TOPS.map((name) => env[name]).find((value) => value);
  if (top === undefined) return "";
  const below = slashed(relative(resolve(top), resolve(cwd)));
  return below === "" || below.startsWith("..") || /^[A-Za-z]:/u.test(below) ? "" : `${below}/`;
}

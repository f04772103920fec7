import { relative, resolve, sep } from "node:path";

/** How a path is named in every output: relative to where postlint was started, with forward slashes. */
export function shownPath(cwd: string, path: string): string {
  const shown = relative(cwd, resolve(cwd, path));
  return shown === "" ? "." : slashed(shown);
}

/** A path or pattern as typed on this system, with forward slashes. */
export const slashed = (path: string): string => (sep === "/" ? path : path.replaceAll(sep, "/"));

import { relative, resolve } from "node:path";
import type { Ignore } from "ignore";
import type { Layer } from "./layers.ts";
import { slashed } from "./paths.ts";

/** Answers which of `layers` are about a draft, the strongest first. The draft's path is as shown, relative to `cwd`. */
export async function layersPerFile(
  layers: readonly Layer[],
  cwd: string,
): Promise<(file: string) => readonly Layer[]> {
  if (layers.every(({ files }) => files === null)) return () => layers;
  const { default: ignore } = await import("ignore");
  const matchers = layers.map(({ files, folder }) => files && { folder, patterns: ignore().add(files.join("\n")) });
  return (file) => layers.filter((_, index) => isAbout(matchers[index]!, resolve(cwd, file)));
}

/** Standard input is no file, so no pattern is about it. */
function isAbout(matcher: { readonly folder: string; readonly patterns: Ignore } | null, path: string): boolean {
  if (matcher === null) return true;
  const inside = slashed(relative(matcher.folder, path));
  return !/^\.\.(?:\/|$)|^$|^\/|^[A-Za-z]:/u.test(inside) && matcher.patterns.ignores(inside);
}

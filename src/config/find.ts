import { dirname, join, resolve } from "node:path";
import type { Io } from "../io/io.ts";

export const CONFIG_NAME = "postlint.config.yaml";

/** The configuration nearest to where postlint was started: there, or in a folder above. */
export const findConfig = (io: Pick<Io, "cwd" | "kindOf">): Promise<string | null> =>
  nearestConfig(io, resolve(io.cwd));

/** The configuration nearest to a folder, absolute; null where none is above it either. */
export async function nearestConfig(io: Pick<Io, "kindOf">, start: string): Promise<string | null> {
  for (let folder = start; ; folder = dirname(folder)) {
    const path = join(folder, CONFIG_NAME);
    if ((await io.kindOf(path)) === "file") return path;
    if (folder === dirname(folder)) return null;
  }
}

import { dirname, join, resolve } from "node:path";
import type { Io } from "../io/io.ts";

const NAME = "postlint.config.yaml";

/** The configuration nearest to where postlint was started: there, or in a folder above. */
export async function findConfig(io: Pick<Io, "cwd" | "kindOf">): Promise<string | null> {
  for (let folder = resolve(io.cwd); ; folder = dirname(folder)) {
    const path = join(folder, NAME);
    if ((await io.kindOf(path)) === "file") return path;
    if (folder === dirname(folder)) return null;
  }
}

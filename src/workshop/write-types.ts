import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";

/** What `types` in package.json names is in it. */
const FOLDER = "dist/types";

/** The declarations that the library's own lead to, and no others: what else the compiler declares is nobody's to rely on. */
function neededDeclarations(path: string, needed = new Map<string, string>()): ReadonlyMap<string, string> {
  if (needed.has(path)) return needed;
  const text = readFileSync(join("dist", path), "utf8");
  needed.set(path, text);
  for (const [, target] of text.matchAll(/(?:from |import\()"(\.[^"]+)\.[jt]s"/gu)) {
    neededDeclarations(join(dirname(path), `${target}.d.ts`), needed);
  }
  return needed;
}

rmSync(FOLDER, { recursive: true, force: true });
for (const [path, text] of neededDeclarations("index.d.ts")) {
  mkdirSync(join(FOLDER, dirname(path)), { recursive: true });
  writeFileSync(join(FOLDER, path), text);
}

import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Io, Output } from "./io.ts";
import { createFile } from "./output-file.ts";
import { identityOf, kindOf, list, matching, stampOf } from "./paths.ts";
import { openBytes, readFile, readWhole, standardInput } from "./reading.ts";
import { isTerminal, standardOutput } from "./standard-output.ts";

/** One for the process, made when it is first written to: a program that only loads rules has no use for them. */
let stdout: Output | undefined;
let stderr: Output | undefined;

/** The real thing. `home` is the folder of the package. */
export function processIo(home = packageFolder()): Io {
  const cwd = process.cwd();
  const at = (path: string) => resolve(cwd, path);
  return {
    cwd,
    home,
    env: process.env,
    get cores() {
      return availableParallelism();
    },
    stdin: {
      get isTTY() {
        return isTerminal(0);
      },
      bytes: standardInput(),
    },
    get stdout() {
      stdout ??= standardOutput(1);
      return stdout;
    },
    get stderr() {
      stderr ??= standardOutput(2);
      return stderr;
    },
    now: () => new Date(),
    elapsed: () => performance.now(),
    kindOf: (path) => kindOf(path, at(path)),
    identityOf: (path) => identityOf(path, at(path)),
    list: (folder) => list(folder, at(folder)),
    glob: (pattern) => matching(pattern, cwd),
    readFile: (path) => readFile(path, at(path)),
    readWhole: async (path) => readWhole(path, at(path)),
    openBytes: (path) => openBytes(path, at(path)),
    stampOf: async (path) => stampOf(path, at(path)),
    createFile: (path, kind) => createFile(path, { absolute: at(path), cwd }, kind),
    git: async (argv, input = "") => (await import("./git.ts")).git(cwd, argv, input),
  };
}

/** The nearest folder with a package.json: how far above this code that is depends on whether it was bundled. */
function packageFolder(): string {
  let folder = new URL(".", import.meta.url);
  while (!existsSync(new URL("package.json", folder))) {
    const above = new URL("..", folder);
    // At the top, which on Windows is that of a drive.
    if (above.href === folder.href) break;
    folder = above;
  }
  return fileURLToPath(folder);
}

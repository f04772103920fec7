import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A folder of its own for one run of the built command. */
export interface Desk {
  readonly folder: string;
  put(path: string, content: string | Uint8Array): void;
  at(path: string): string;
}

/** A person at a desk who does something that can't go well. */
export interface Mishap {
  /** As the table has it. */
  readonly what: string;
  readonly argv: readonly string[];
  readonly prepare?: (desk: Desk) => void | Promise<void>;
  readonly stdin?: string;
  /** Where standard output goes, if not to whoever is looking. */
  readonly stdout?: number;
  /** Options of Node, before the command. */
  readonly node?: readonly string[];
  /** Done to the command while it runs. */
  readonly meanwhile?: (child: ReturnType<typeof spawn>, desk: Desk) => void | Promise<void>;
  /** Said of what is left on the desk. */
  readonly after?: (desk: Desk) => string;
  /** Why it does not end with 2. */
  readonly because?: string;
}

export interface Ending {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly left: string;
}

/** Nobody is above permissions here: an administrator's test takes the part of another user. */
const SOMEBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

export async function happen(mishap: Mishap): Promise<Ending> {
  const folder = mkdtempSync(join(tmpdir(), "postlint-bad-"));
  const desk: Desk = {
    folder,
    at: (path) => join(folder, path),
    put(path, content) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    },
  };
  try {
    chmodSync(folder, 0o777);
    await mishap.prepare?.(desk);
    const child = spawn(process.execPath, [...(mishap.node ?? []), join(root, "bin/postlint.js"), ...mishap.argv], {
      cwd: folder,
      env: { PATH: process.env.PATH, NO_COLOR: "1" },
      stdio: ["pipe", mishap.stdout ?? "pipe", "pipe"],
      ...SOMEBODY,
    });
    let out = "";
    let err = "";
    child.stdout?.on("data", (chunk) => (out += chunk));
    child.stderr?.on("data", (chunk) => (err += chunk));
    child.stdin?.on("error", () => {});
    if (mishap.meanwhile === undefined) child.stdin?.end(mishap.stdin ?? "");
    else await mishap.meanwhile(child, desk);
    const code = await new Promise<number | null>((done, fail) => child.on("close", done).on("error", fail));
    return { code, out, err, left: mishap.after?.(desk) ?? "" };
  } finally {
    chmodSync(folder, 0o777);
    rmSync(folder, { recursive: true, force: true });
  }
}

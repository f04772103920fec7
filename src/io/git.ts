import { spawn } from "node:child_process";
import type { GitAnswer } from "./io.ts";
import { IoError } from "./io-error.ts";

/** Runs git without a shell, so that no name of a file or branch is ever read as a command. Throws an `IoError` where there is no git. */
export function git(cwd: string, argv: readonly string[], input: string): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn("git", argv, { cwd, env: inEnglish(), stdio: ["pipe", "pipe", "pipe"], windowsHide: true });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => void out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => void err.push(chunk));
    child.on("error", (error) => reject(new IoError("git", "started", error)));
    child.on("close", (code) =>
      resolve({ code: code ?? 1, out: Buffer.concat(out), err: Buffer.concat(err).toString() }),
    );
    // git may end before it has read everything; what it says then is in its answer.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

/** What git says is known by its words, and it speaks the language of whoever started it. */
const inEnglish = (): NodeJS.ProcessEnv => ({ ...process.env, LC_ALL: "C" });

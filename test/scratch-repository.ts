import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { vi } from "vitest";
import { main } from "../src/cli.ts";
import { processIo } from "../src/io/process-io.ts";
import { HOUSE_RULES } from "./house-rules.ts";
import { memoryIo } from "./memory-io.ts";

/** A real git repository in a folder of its own, with the house's rules beside it. */
export interface ScratchRepository {
  /** Where the repository is, absolute. */
  readonly folder: string;
  /** Writes a file; null takes it away. */
  write(path: string, content: string | Uint8Array | null): void;
  git(...argv: readonly string[]): string;
  /** Stages everything and commits it. */
  commit(): void;
  /** Runs postlint in a folder of the repository, by the rules of the house. */
  run(argv: readonly string[], inside?: string): Promise<{ code: number; out: string; err: string }>;
  remove(): void;
}

export function scratchRepository(files: Readonly<Record<string, string>> = {}): ScratchRepository {
  const top = mkdtempSync(join(tmpdir(), "postlint-repository-"));
  const folder = join(top, "repository");
  mkdirSync(folder);
  mkdirSync(join(top, "rules"));
  for (const [name, text] of Object.entries(HOUSE_RULES)) writeFileSync(join(top, "rules", name), text);
  const git = (...argv: readonly string[]) =>
    execFileSync("git", argv, { cwd: folder, encoding: "utf8", env: GIT_ENV });
  const write: ScratchRepository["write"] = (path, content) => {
    const place = join(folder, path);
    if (content === null) return rmSync(place);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
  };
  const commit = () => {
    git("add", "--all");
    git("commit", "--quiet", "--message", "A change", "--allow-empty");
  };
  git("init", "--quiet", "--initial-branch", "main");
  for (const [path, content] of Object.entries(files)) write(path, content);
  commit();
  return {
    folder,
    write,
    git,
    commit,
    run: (argv, inside = ".") => runIn(join(folder, inside), [...argv, "--rules", join(top, "rules")]),
    remove: () => rmSync(top, { recursive: true, force: true }),
  };
}

/** Nothing of whoever runs the tests, nor of a hook that runs them, gets in. */
const GIT_ENV = {
  PATH: process.env.PATH ?? "",
  HOME: "/nonexistent",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Ann",
  GIT_AUTHOR_EMAIL: "ann@example.org",
  GIT_COMMITTER_NAME: "Ann",
  GIT_COMMITTER_EMAIL: "ann@example.org",
};

/** The real files and the real git, with a desk of its own for what is printed. */
export async function runIn(cwd: string, argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const here = vi.spyOn(process, "cwd").mockReturnValue(cwd);
  const real = processIo();
  here.mockRestore();
  const desk = memoryIo({ stdin: "" });
  const io = Object.assign(Object.create(real) as typeof real, {
    ...{ env: {}, stdin: desk.stdin, now: desk.now },
  });
  Object.defineProperties(io, { stdout: { value: desk.stdout }, stderr: { value: desk.stderr } });
  const code = await main(argv, io);
  return { code, out: desk.out(), err: desk.err() };
}

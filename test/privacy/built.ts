import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { reporters } from "../../src/reporters/index.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const COMMAND = join(ROOT, "bin", "postlint.js");

/** The command as it is published, which a test needs built. */
export function ensureBuilt(): void {
  if (!existsSync(join(ROOT, "dist/bundle/command.js"))) {
    execFileSync("npm", ["run", "build"], { cwd: ROOT, stdio: "ignore" });
  }
}

export const fixture = (name: string): string => join(ROOT, "fixtures", name);

/** What hands back a file of the user's own needs one of its kind; all others report on anything. */
const HANDED_BACK = ["xlsx", "csv"];
const REPORTS = Object.keys(reporters).filter((format) => !HANDED_BACK.includes(format));

/** Checks that between them read every kind of file and write every format. */
export const CHECKS = {
  "drafts of every kind, in every report": [
    ...["drafts", "calendars/campaign.docx", "calendars/events.ics", "calendars/week.yaml"].map(fixture),
    ...REPORTS.flatMap((format) => ["-o", `${format}=report.${format}`]),
  ],
  "a workbook that is handed back": [fixture("workbooks/july.xlsx"), "-o", "xlsx=reviewed.xlsx"],
  "a table that is handed back": [fixture("drafts/december.csv"), "-o", "csv=reviewed.csv"],
} satisfies Record<string, readonly string[]>;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Words of a shell-less program in front of node: `unshare -n`. */
  readonly under?: readonly string[];
}

export function start(argv: readonly string[], { cwd, env, under = [] }: Surroundings): ChildProcess {
  const [program, ...rest] = [...under, process.execPath, COMMAND, ...argv];
  return spawn(program!, rest, { cwd, env: { ...process.env, ...env } });
}

export async function ended(child: ChildProcess): Promise<Ended> {
  let out = "";
  let err = "";
  child.stdout?.on("data", (chunk) => (out += chunk));
  child.stderr?.on("data", (chunk) => (err += chunk));
  return new Promise((done) => child.on("close", (code, signal) => done({ code, signal, out, err })));
}

export function run(argv: readonly string[], around: Surroundings, input = ""): Promise<Ended> {
  const child = start(argv, around);
  child.stdin?.end(input);
  return ended(child);
}

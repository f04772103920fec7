import { runCommand } from "./commands/index.ts";
import { BrokenFilesError, UsageError } from "./config/errors.ts";
import { type Io, IoError } from "./io.ts";

/** Runs one command; the answer is the exit code. Throws nothing: whatever goes wrong is one sentence and a 2. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    const code = await runCommand(argv, io);
    await io.stdout.drained();
    return code;
  } catch (error) {
    for (const line of linesFor(error, argv.includes("--debug"))) io.stderr.write(`${line}\n`);
    return 2;
  }
}

function linesFor(error: unknown, debug: boolean): readonly string[] {
  if (error instanceof UsageError) return [error.message, ...(error.hint === null ? [] : [error.hint])];
  if (error instanceof BrokenFilesError) return [...error.problems, NOTHING_DONE];
  if (error instanceof IoError) return [`${error.path} ${error.message}.`];
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  if (debug) return [stack ?? message];
  return [`postlint itself failed, which is a mistake in it: ${message}. With --debug it shows where.`];
}

const NOTHING_DONE = "Nothing was checked. Mend these lines first.";

import { runCommand } from "./commands/index.ts";
import { BrokenFilesError, UsageError } from "./config/errors.ts";
import type { Io } from "./io/io.ts";
import { IoError } from "./io/io-error.ts";
import { visible } from "./reporters/parts/visible.ts";

/** Runs one command; the answer is the exit code. Throws nothing: whatever goes wrong is one sentence and a 2. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    const code = await runCommand(argv, io);
    await io.stdout.drained();
    return code;
  } catch (error) {
    const stack = argv.includes("--debug") ? stackOf(error) : null;
    io.stderr.write(
      stack === null
        ? linesFor(error)
            .map((line) => `${visible(line)}\n`)
            .join("")
        : `${stack}\n`,
    );
    return 2;
  }
}

function linesFor(error: unknown): readonly string[] {
  if (error instanceof UsageError) return [error.message, ...(error.hint === null ? [] : [error.hint])];
  if (error instanceof BrokenFilesError) return [...error.problems, NOTHING_DONE];
  if (error instanceof IoError) return [`${error.path} ${error.message}.`];
  const message = error instanceof Error ? error.message : String(error);
  return [`postlint itself failed, which is a mistake in it: ${discreet(message)}. With --debug it shows where.`];
}

/** What broke may quote what it broke on, which may be a draft: people paste such lines where everybody reads them. */
const discreet = (message: string): string => message.replace(/".*"|“.*”|`.*`|(?<=: )\/.*\//gsu, '"…"');

const NOTHING_DONE = "Nothing was checked. Mend these lines first.";

/** Null for what is no mistake of ours. */
function stackOf(error: unknown): string | null {
  const expected = [UsageError, BrokenFilesError, IoError].some((kind) => error instanceof kind);
  if (expected) return null;
  if (!(error instanceof Error)) return discreet(String(error));
  return (error.stack ?? String(error)).replace(error.message, () => discreet(error.message));
}

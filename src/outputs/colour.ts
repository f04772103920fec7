import type { Io } from "../io/io.ts";
import { type Colours, NO_COLOURS } from "../reporters/colours.ts";

/** Colours for standard output. `wanted` is false after `--no-color`, which beats every variable. */
export async function coloursFor(io: Io, wanted: boolean): Promise<Colours> {
  const level = wanted ? levelOf(io) : 0;
  if (level === 0) return NO_COLOURS;
  const { Chalk } = await import("chalk");
  return new Chalk({ level });
}

/** FORCE_COLOR beats NO_COLOR, which beats what the terminal can do: the order of Node itself. */
function levelOf({ env, stdout }: Io): 0 | 1 | 2 | 3 {
  const { FORCE_COLOR, NO_COLOR, TERM } = env;
  if (FORCE_COLOR !== undefined) return forced(FORCE_COLOR);
  return NO_COLOR || !stdout.isTTY || TERM === "dumb" ? 0 : 1;
}

function forced(value: string): 0 | 1 | 2 | 3 {
  if (value === "0" || value === "false") return 0;
  return value === "2" ? 2 : value === "3" ? 3 : 1;
}

import type { Io, Output } from "../io/io.ts";
import { cut } from "../reporters/parts/columns.ts";
import { describeSource } from "../reporters/sentence.ts";
import type { CheckedReading } from "../run/checking.ts";

/** A line on the terminal that says how far a long run has come. */
export interface Progress {
  /** The same outside, on whose terminal the line gives way to whatever else is written. */
  readonly io: Io;
  see(reading: CheckedReading): void;
  /** Takes the line away for good. */
  end(): void;
}

/** `sources` is how many there are to check. Standard error has to be a terminal. */
export function openProgress(io: Io, sources: number): Progress {
  const { stdout, stderr } = io;
  let posts = 0;
  let file = 0;
  let name = "";
  let due = io.elapsed() + BEFORE_SHOWN;
  let isShown = false;
  let isAtMargin = true;
  const clear = () => {
    if (isShown) stderr.write(CLEAR_LINE);
    isShown = false;
  };
  const show = () => {
    const where = sources > 1 ? `, file ${count(file)} of ${count(sources)}: ${name} …` : ` in ${name} …`;
    const said = `Checked ${count(posts)} ${posts === 1 ? "post" : "posts"}${where}`;
    stderr.write(`${CLEAR_LINE}${cut(said, (stderr.columns ?? USUAL_WIDTH) - 1)}`);
    isShown = true;
  };
  const givingWay = (output: Output): Output => ({
    ...output,
    write(chunk) {
      if (chunk.length === 0) return;
      if (output.isTTY) {
        clear();
        isAtMargin = chunk.at(-1) === "\n" || chunk.at(-1) === NEWLINE;
      }
      output.write(chunk);
    },
  });
  return {
    io: { ...io, stdout: givingWay(stdout), stderr: givingWay(stderr) },
    see(reading) {
      if (reading.kind === "begins") {
        file += 1;
        name = describeSource(reading.source);
      } else if (reading.kind === "checked") posts += 1;
      const now = io.elapsed();
      if (now < due || !isAtMargin) return;
      due = now + BETWEEN;
      show();
    },
    end: clear,
  };
}

/** Milliseconds. Most runs are over before anyone wonders. */
const BEFORE_SHOWN = 1000;
/** Milliseconds: often enough to look alive, seldom enough to be read. */
const BETWEEN = 100;

const USUAL_WIDTH = 80;
const NEWLINE = 0x0a;

/** Back to the margin, and nothing on the line. */
const CLEAR_LINE = "\r\u001b[2K";

const count = (number: number): string => number.toLocaleString("en-GB");

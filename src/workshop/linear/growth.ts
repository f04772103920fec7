/**
 * What is timed, on an input of about `size` units (UTF-16 units of a text, bytes of a file). The input is made before the time
 * begins, and so is what each run uses up: a document that remembers what was asked of it.
 */
export type Subject = (size: number) => Promise<Ready>;
/** Makes one run ready. */
export type Ready = () => () => unknown;

export interface Growth {
  readonly name: string;
  /** The larger of the two sizes that were compared. */
  readonly size: number;
  /** Milliseconds of the processor at that size, the best of five. */
  readonly time: number;
  /** Time at `size` over the time at half of it. */
  readonly ratio: number;
}

export interface Grown {
  /** Where it grows fastest, of the doublings that were measured; null where it is always too quick to tell. */
  readonly worst: Growth | null;
  /** The largest input that was tried. */
  readonly largest: number;
}

export interface Limits {
  /** Nothing larger is tried. */
  readonly largest: number;
  /** Milliseconds of one run, beyond which nothing larger is tried either. */
  readonly patience: number;
}

/** Beyond this, time grows faster than the input: twice is what it should be, and the rest is caches and noise. */
export const MOST = 2.6;

/** Below this many milliseconds, a ratio says more of caches and other programs than of the subject: at 20, seven rules of 170 were blamed. */
const MEASURABLE = 60;
/** What takes longer is measured five times only where a single run makes it a suspect. */
const CHEAP = 200;
/** A suspect is measured again so often: other programs may have got in between. */
const ROUNDS = 4;
const SMALLEST = 8192;

/**
 * How the time of a subject grows over all doublings. One run of each shows where five are worth their time: where it takes more
 * than it should, and at the largest size that is cheap.
 */
export async function growthOf(name: string, subject: Subject, { largest, patience }: Limits): Promise<Grown> {
  let worst: Growth | null = null;
  let last = await bestOf(1, await subject(SMALLEST));
  let size = SMALLEST;
  let cheapest = 0;
  const measure = async (at: number) => {
    const growth = await measured(name, subject, at);
    if (worst === null || growth.ratio > worst.ratio) worst = growth;
  };
  while (size * 2 <= largest && last <= patience) {
    size *= 2;
    const once = await bestOf(1, await subject(size));
    if (once >= MEASURABLE && once / last > MOST) await measure(size);
    if (once >= MEASURABLE && once <= CHEAP) cheapest = size;
    last = once;
  }
  if (cheapest > 0) await measure(cheapest);
  return { worst, largest: size };
}

async function measured(name: string, subject: Subject, size: number): Promise<Growth> {
  const [half, whole] = [await subject(size / 2), await subject(size)];
  let [shorter, longer] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++) {
    shorter = Math.min(shorter, await bestOf(5, half));
    longer = Math.min(longer, await bestOf(5, whole));
    if (longer / shorter <= MOST) break;
  }
  return { name, size, time: longer, ratio: longer / shorter };
}

/** In milliseconds of the processor, which other programs on the machine take none of; rubbish of earlier runs is not counted. */
async function bestOf(runs: number, ready: Ready): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let at = 0; at < runs; at++) {
    const run = ready();
    globalThis.gc?.();
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

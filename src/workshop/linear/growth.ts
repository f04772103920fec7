/** What is timed, on an input of about `size` units (UTF-16 units of a text, bytes of a file), which is made before the time begins. */
export type Subject = (size: number) => Promise<() => unknown>;

export interface Growth {
  readonly name: string;
  /** The larger of the two sizes that were compared. */
  readonly size: number;
  /** Milliseconds of the processor at that size, the best of five. */
  readonly time: number;
  /** Time at `size` over the time at half of it. */
  readonly ratio: number;
}

/** Beyond this, time grows faster than the input: twice is what it should be, and the rest is caches and noise. */
export const MOST = 2.6;

/** Below this many milliseconds, a ratio says more of the clock than of the subject. */
const MEASURABLE = 4;
/** Nothing larger is tried once a single run takes so many milliseconds. */
const PATIENCE = 4000;
/** A suspect is measured again so often: other programs may have got in between. */
const ROUNDS = 4;

/** How the time of a subject grows where it is the worst, over all doublings up to `largest`; null where it is always too quick to tell. */
export async function growthOf(name: string, subject: Subject, largest: number): Promise<Growth | null> {
  let worst: Growth | null = null;
  let last = await bestOf(1, await subject(SMALLEST));
  for (let size = SMALLEST * 2; size <= largest; size *= 2) {
    const once = await bestOf(1, await subject(size));
    const telling = once >= MEASURABLE && (once / last > MOST || size * 2 > largest || once > PATIENCE);
    if (telling) {
      const growth = await measured(name, subject, size);
      if (worst === null || growth.ratio > worst.ratio) worst = growth;
    }
    if (once > PATIENCE) break;
    last = once;
  }
  return worst;
}

const SMALLEST = 8192;

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

/** In milliseconds of the processor, which other programs on the machine take none of. */
async function bestOf(runs: number, run: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let at = 0; at < runs; at++) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
    if (best > PATIENCE) break;
  }
  return best;
}

import { differencesOf, ratiosOf, type Spread, spreadOf } from "./spread.ts";

/** Something whose time is taken. */
export interface Entrant {
  readonly name: string;
  /** Does it once; answers with milliseconds. */
  readonly run: () => Promise<number>;
  /** How many posts a run reads, where it reads any: then times are compared post by post. */
  readonly posts?: number;
  /** How it should stand beside the first entrant; left out where it is only shown. */
  readonly goal?: Goal;
}

/** Of its ratio to the first entrant, or of the milliseconds that it takes more (for each post, where it reads any). */
export type Goal = { readonly atMost: number } | { readonly atLeast: number } | { readonly addsAtMost: number };

export interface Contest {
  /** What `--only` calls it. */
  readonly name: string;
  readonly title: string;
  readonly rounds: number;
  /** The first is what the others are compared with. */
  readonly entrants: readonly [Entrant, ...Entrant[]];
}

export interface Standing {
  readonly entrant: string;
  /** In milliseconds, of a run. */
  readonly time: Spread;
  /** To the first entrant. */
  readonly ratio: Spread;
  /** What it takes more than the first entrant, in milliseconds; for each post, where it reads any. */
  readonly more: Spread;
  /** By the median; null where it reads none. */
  readonly postsPerSecond: number | null;
  readonly goal: Goal | null;
}

/** Every entrant once a round, one after the other, in turn forwards and backwards. One round before counts for nothing. */
export async function hold({ rounds, entrants }: Contest, tell: (round: number) => void): Promise<readonly Standing[]> {
  const times = entrants.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    tell(round);
    const order = entrants.map((_, index) => index);
    for (const index of round % 2 === 0 ? order : order.reverse()) {
      const time = await entrants[index]!.run();
      if (round > 0 || rounds === 0) times[index]!.push(time);
    }
  }
  const perPost = entrants.map(({ posts }, index) => times[index]!.map((time) => time / (posts ?? 1)));
  return entrants.map(({ name, posts, goal }, index) => {
    const time = spreadOf(times[index]!);
    return {
      entrant: name,
      time,
      ratio: spreadOf(ratiosOf(perPost[index]!, perPost[0]!)),
      more: spreadOf(differencesOf(perPost[index]!, perPost[0]!)),
      postsPerSecond: posts === undefined ? null : posts / (time.median / 1000),
      goal: goal ?? null,
    };
  });
}

/** By the median. */
export function isReached({ ratio, more }: Pick<Standing, "ratio" | "more">, goal: Goal): boolean {
  if ("addsAtMost" in goal) return more.median <= goal.addsAtMost;
  return "atMost" in goal ? ratio.median <= goal.atMost : ratio.median >= goal.atLeast;
}

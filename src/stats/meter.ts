/** What the time of a run goes to, in the order in which it is told. */
export const STAGES = [
  "starting",
  "opening the rules",
  "reading",
  "preparing",
  "scan",
  "detectors",
  "judging",
  "second opinion",
  "loading the grammar",
  "parsing with it",
  "reporting",
] as const;
export type Stage = (typeof STAGES)[number];

/** Milliseconds, and how many times it was begun. */
export interface Taken {
  readonly time: number;
  readonly times: number;
}

export interface Measured {
  /** Without what other stages and detectors took within it: together they are never more than the run took. */
  readonly stages: ReadonlyMap<Stage, Taken>;
  /** By kind; without what detectors took that one is made of. */
  readonly detectors: ReadonlyMap<string, Taken>;
  /** By id, with all that its looking and judging took; a time is a post that it looked at. */
  readonly rules: ReadonlyMap<string, Taken>;
  readonly bytes: number;
}

/** Takes the time of functions that are handed to it. What is not handed to it runs as if there were none. */
export interface Meter {
  timed<Given extends readonly unknown[], Answer>(
    stage: Stage,
    action: (...given: Given) => Answer,
  ): (...given: Given) => Answer;
  timedDetector<Given extends readonly unknown[], Answer>(
    kind: string,
    action: (...given: Given) => Answer,
  ): (...given: Given) => Answer;
  /** Of an action whose first argument tells the rule. */
  timedRule<First, Given extends readonly unknown[], Answer>(
    idOf: (first: First) => string,
    action: (first: First, ...given: Given) => Answer,
  ): (first: First, ...given: Given) => Answer;
  /** The time until the promise settles; nothing else may be timed meanwhile but what it does itself. */
  timedUntil<Answer>(stage: Stage, action: () => PromiseLike<Answer>): Promise<Answer>;
  /** Time that passed before there was a meter. */
  passed(stage: Stage, time: number): void;
  sawBytes(count: number): void;
  measured(): Measured;
}

/** `clock` tells milliseconds since a moment that stays the same. */
export function createMeter(clock: () => number): Meter {
  const stages = new Map<Stage, Taken>();
  const detectors = new Map<string, Taken>();
  const rules = new Map<string, Taken>();
  let bytes = 0;
  /** For each action under way the time that went to others within it. */
  const within: number[] = [];

  function leave<Key>(taken: Map<Key, Taken>, key: Key, began: number): void {
    const whole = clock() - began;
    add(taken, key, whole - within.pop()!);
    if (within.length > 0) within[within.length - 1]! += whole;
  }
  const timedAs =
    <Key, Given extends readonly unknown[], Answer>(
      taken: Map<Key, Taken>,
      key: Key,
      action: (...given: Given) => Answer,
    ) =>
    (...given: Given): Answer => {
      within.push(0);
      const began = clock();
      try {
        return action(...given);
      } finally {
        leave(taken, key, began);
      }
    };
  return {
    timed: (stage, action) => timedAs(stages, stage, action),
    timedDetector: (kind, action) => timedAs(detectors, kind, action),
    timedRule:
      (idOf, action) =>
      (first, ...given) => {
        const began = clock();
        try {
          return action(first, ...given);
        } finally {
          add(rules, idOf(first), clock() - began);
        }
      },
    async timedUntil(stage, action) {
      within.push(0);
      const began = clock();
      try {
        return await action();
      } finally {
        leave(stages, stage, began);
      }
    },
    passed: (stage, time) => add(stages, stage, time),
    sawBytes: (count) => {
      bytes += count;
    },
    measured: () => ({ stages, detectors, rules, bytes }),
  };
}

function add<Key>(taken: Map<Key, Taken>, key: Key, time: number): void {
  const before = taken.get(key) ?? NOTHING_TAKEN;
  taken.set(key, { time: before.time + time, times: before.times + 1 });
}

export const NOTHING_TAKEN: Taken = { time: 0, times: 0 };

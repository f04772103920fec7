import type { Finder } from "../detectors/detector.ts";
import type { Grammar } from "../prepare/grammar.ts";
import type { SourceBytes } from "../readers/reader.ts";
import type { Reporter } from "../reporters/reporter.ts";
import type { Meter } from "./meter.ts";

/** Finders as they are made, each with its time taken under its detector's name. */
export const timedFinders =
  (meter: Meter) =>
  (kind: string, finder: Finder): Finder => ({ ...finder, find: meter.timedDetector(kind, finder.find) });

/** A grammar whose loading and whose parses are told apart. */
export function timedGrammar(meter: Meter, grammar: () => Grammar): () => Grammar {
  let loaded: Grammar | undefined;
  const load = meter.timed("loading the grammar", grammar);
  return () => {
    loaded ??= meter.timed("parsing with it", load());
    return loaded;
  };
}

export const timedReporter = (meter: Meter, reporter: Reporter): Reporter => ({
  post: meter.timed("reporting", (result) => reporter.post(result)),
  problem: meter.timed("reporting", (problem) => reporter.problem(problem)),
  note: meter.timed("reporting", (note) => reporter.note(note)),
  end: (summary) => meter.timedUntil("reporting", async () => reporter.end(summary)),
});

/** What comes, one after the other; waiting for it is reading. */
export async function* timedReading<Reading>(
  meter: Meter,
  readings: AsyncIterable<Reading>,
): AsyncGenerator<Reading, void, undefined> {
  const rest = readings[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { value, done } = await meter.timedUntil("reading", () => rest.next());
      if (done) return;
      yield value;
    }
  } finally {
    await rest.return?.();
  }
}

export const countedSource = (meter: Meter, source: SourceBytes): SourceBytes => ({
  ...source,
  bytes: counted(meter, source.bytes),
});

async function* counted(meter: Meter, bytes: SourceBytes["bytes"]): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    meter.sawBytes(chunk.length);
    yield chunk;
  }
}

import type { Io } from "../io/io.ts";
import type { Summary } from "../model/report.ts";
import type { Grammar } from "../prepare/grammar.ts";
import type { Reporter } from "../reporters/reporter.ts";
import type { FinderWatch } from "../rules/compile.ts";
import { describeMeasured } from "../stats/describe.ts";
import { createMeter, type Meter } from "../stats/meter.ts";
import { countedSource, timedFinders, timedGrammar, timedReading, timedReporter } from "../stats/timed.ts";
import { readAll } from "./reading.ts";

/** What `--stats` puts in the place of the plain thing, so that its time is taken. What is found stays the same. */
export interface Stats {
  readonly meter: Meter;
  readonly watch: FinderWatch;
  readonly read: typeof readAll;
  grammar(plain: () => Grammar): () => Grammar;
  reporter(plain: Reporter): Reporter;
  /** The rules are open. */
  opened(): void;
  /** Writes what was measured to standard error; once, at the end. */
  tell(summary: Summary, all: boolean): void;
}

export function openStats(io: Io): Stats {
  const began = io.elapsed();
  const meter = createMeter(io.elapsed);
  meter.passed("starting", began);
  let ready = began;
  return {
    meter,
    watch: timedFinders(meter),
    read: (sources, settingsFor, longest) =>
      timedReading(
        meter,
        readAll(
          sources.map((source) => countedSource(meter, source)),
          settingsFor,
          longest,
        ),
      ),
    grammar: (plain) => timedGrammar(meter, plain),
    reporter: (plain) => timedReporter(meter, plain),
    opened() {
      ready = io.elapsed();
      meter.passed("opening the rules", ready - began);
    },
    tell({ posts }, all) {
      const ended = io.elapsed();
      const run = { measured: meter.measured(), posts, whole: ended, checking: ended - ready };
      io.stderr.write(describeMeasured(run, all ? Number.POSITIVE_INFINITY : SLOWEST));
    },
  };
}

/** So many rules are named unless all are asked for. */
const SLOWEST = 20;

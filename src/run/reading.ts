import { IoError } from "../io.ts";
import type { Problem } from "../model/report.ts";
import { describeUnreadable, readerFor } from "../readers/index.ts";
import type { ReaderSettings, Reading, SourceBytes } from "../readers/reader.ts";
import { placeAt } from "../readers/readings.ts";

/** What comes out of sources; `refused` is one that could not be opened or read to its end. */
export type SourceReading =
  | Reading
  | { readonly kind: "begins"; readonly source: string }
  | { readonly kind: "refused"; readonly problem: Problem };

/** Reads the sources one after the other. Where one is refused, the others are still read. */
export async function* readAll(
  sources: readonly SourceBytes[],
  settingsFor: (file: string) => ReaderSettings,
): AsyncGenerator<SourceReading, void, undefined> {
  for (const source of sources) {
    yield { kind: "begins", source: source.name };
    yield* read(source, settingsFor(source.name));
  }
}

async function* read(source: SourceBytes, settings: ReaderSettings): AsyncGenerator<SourceReading, void, undefined> {
  try {
    const reader = readerFor(source.name);
    if (reader === null) yield refused(source.name, describeUnreadable(source.name));
    else yield* reader(source, settings);
  } catch (error) {
    if (!(error instanceof IoError)) throw error;
    yield refused(source.name, error.message);
  }
}

const refused = (file: string, message: string): SourceReading => ({
  kind: "refused",
  problem: { source: placeAt(file, null), message },
});

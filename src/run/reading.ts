import { IoError } from "../io/io-error.ts";
import type { Problem } from "../model/report.ts";
import { describeUnreadable, readerFor } from "../readers/index.ts";
import type { ReaderSettings, Reading, SourceBytes } from "../readers/reader.ts";
import { placeAt } from "../readers/readings.ts";

/** What comes out of sources; `refused` is one that could not be opened or read to its end. */
export type SourceReading =
  | Reading
  | { readonly kind: "begins"; readonly source: string }
  | { readonly kind: "refused"; readonly problem: Problem };

/** In UTF-16 units of its copy: far more than any post, and little enough to be checked in seconds. */
export const LONGEST_POST = 1_000_000;

/**
 * Reads the sources one after the other. Where one is refused, the others are still read; a post that is longer than
 * `longest` is a problem.
 */
export async function* readAll(
  sources: readonly SourceBytes[],
  settingsFor: (file: string) => ReaderSettings,
  longest = LONGEST_POST,
): AsyncGenerator<SourceReading, void, undefined> {
  for (const source of sources) {
    yield { kind: "begins", source: source.name };
    for await (const reading of read(source, settingsFor(source.name))) yield withinSize(reading, longest);
  }
}

async function* read(source: SourceBytes, settings: ReaderSettings): AsyncGenerator<SourceReading, void, undefined> {
  try {
    const reader = readerFor(source.name);
    if (reader === null) yield refused(source.name, describeUnreadable(source.name));
    else yield* reader(source, settings);
  } catch (error) {
    if (isTooLongText(error)) yield refused(source.name, TOO_LONG_TEXT);
    else if (error instanceof IoError) yield refused(source.name, error.message);
    else throw error;
  }
}

function withinSize(reading: SourceReading, longest: number): SourceReading {
  if (reading.kind !== "post") return reading;
  const { copy, source } = reading.post;
  const length = copy.reduce((sum, { text }) => sum + text.length, 0);
  if (length <= longest) return reading;
  const message = `This post is ${length} characters long and was not checked: the limit is ${longest}. Part it if it is several posts; --max-size ${length} has it checked as it is.`;
  return { kind: "problem", problem: { source, message } };
}

/** What V8 throws where text would be longer than it can hold, some 500 million characters. */
const isTooLongText = (error: unknown): boolean => error instanceof RangeError && /string length/u.test(error.message);

const TOO_LONG_TEXT = "A post or a line of this file is larger than 500 MB, which is more than can be read.";

const refused = (file: string, message: string): SourceReading => ({
  kind: "refused",
  problem: { source: placeAt(file, null), message },
});

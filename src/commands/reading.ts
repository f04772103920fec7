import { IoError } from "../io.ts";
import type { Source } from "../model/post.ts";
import { readerFor } from "../readers/index.ts";
import type { ReaderSettings, Reading, SourceBytes } from "../readers/reader.ts";

/** What stands in the sources, one after the other. One that can't be read is a problem; the others are still read. */
export async function* readAll(
  sources: readonly SourceBytes[],
  settings: ReaderSettings,
): AsyncGenerator<Reading, void, undefined> {
  for (const source of sources) yield* read(source, settings);
}

async function* read(source: SourceBytes, settings: ReaderSettings): AsyncGenerator<Reading, void, undefined> {
  try {
    const reader = await readerFor(source.name);
    yield* reader(source, settings);
  } catch (error) {
    if (!(error instanceof IoError)) throw error;
    yield { kind: "problem", problem: { source: wholeSource(source.name), message: error.message } };
  }
}

const wholeSource = (file: string): Source => ({ file, line: null, sheet: null, row: null, cell: null });

import { gatheredUpTo } from "../containers/bytes.ts";
import { describeBrokenPackage, MOST_PACKED } from "../containers/package.ts";
import { describeKind, kindOfBytes } from "./file-kind.ts";
import type { Reading, SourceBytes } from "./reader.ts";
import { noPostIn, placeAt, problemAt } from "./readings.ts";

/** What an Office file is called in messages, and its ending. */
export interface OfficeKind {
  readonly what: string;
  readonly ending: string;
}

/** Reads an Office file, which is a zip of XML parts; what the file is not, or where it is damaged, is told as a problem. */
export async function* readOfficeFile(
  { name, bytes }: SourceBytes,
  { what, ending }: OfficeKind,
  read: (bytes: Uint8Array) => AsyncIterable<Reading>,
): AsyncGenerator<Reading> {
  const here = placeAt(name, null);
  const whole = await gatheredUpTo(MOST_PACKED, bytes);
  if (whole === null) {
    yield problemAt(
      here,
      `This ${what} is larger than ${MOST_PACKED / 1_000_000} MB. Take out its pictures and check it again.`,
    );
    return;
  }
  if (whole.length === 0) {
    yield noPostIn(name);
    return;
  }
  const kind = kindOfBytes(whole);
  if (kind !== "zip") {
    yield problemAt(here, describeKind(kind, what, ending));
    return;
  }
  try {
    yield* read(whole);
  } catch (error) {
    yield problemAt(here, describeBrokenPackage(error, what));
  }
}

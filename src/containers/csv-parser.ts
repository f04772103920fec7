/** The signs that may part the cells of a CSV file that does not say which one does, the likeliest first. */
export const DELIMITERS = [",", ";", "\t", "|"] as const;

/** A record of a CSV file. */
export interface RawRow {
  readonly cells: readonly string[];
  /** As it stands in the source, with the line breaks within and after it. */
  readonly raw: string;
}

export interface RowParser {
  /** The rows that are complete with this text, which ends with a line break. */
  take(text: string): Promise<readonly RawRow[]>;
  /** The last rows, and whether a quote was open at the end. */
  end(): Promise<{ readonly rows: readonly RawRow[]; readonly isOpen: boolean }>;
}

export async function openParser(delimiter: string): Promise<RowParser> {
  const { parse } = await import("csv-parse");
  let rows: RawRow[] = [];
  const parser = parse({
    delimiter,
    record_delimiter: "\n",
    // Excel, too, takes a quote within a cell for a character, and a row may have fewer cells than the heading.
    relax_quotes: true,
    relax_column_count: true,
    raw: true,
    // A quote that is never closed would gather the rest of the file.
    max_record_size: LARGEST_ROW,
    // Taken here and not out of the stream: an error at the end would throw away what the stream still holds.
    on_record: (row) => {
      // Under `raw` this is no list of cells, as the type has it, but an object that holds the list.
      const { record, raw } = row as unknown as { record: string[]; raw: string };
      rows.push({ cells: record, raw });
      return null;
    },
  });
  // With these settings the parser knows one failure: a quote that is open at the end, or for far too long.
  let isOpen = false;
  parser.on("error", () => {
    isOpen = true;
  });
  const taken = () => {
    const complete = rows;
    rows = [];
    return complete;
  };
  const done = (start: (callback: () => void) => void) => new Promise<void>((resolve) => start(resolve));
  return {
    async take(text) {
      await done((callback) => parser.write(text, callback));
      return taken();
    },
    async end() {
      parser.resume();
      await done((callback) => parser.end(callback));
      return { rows: taken(), isOpen };
    },
  };
}

/** In characters. */
const LARGEST_ROW = 4_000_000;

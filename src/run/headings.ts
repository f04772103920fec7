import { join } from "node:path";
import { type Io, readText } from "../io/io.ts";
import { type Headings, headingsFrom } from "../readers/calendar/headings.ts";

/** What people call the columns of a calendar, as the package has it; read when a calendar is first met. */
export function headingsIn(io: Io): () => Promise<Headings> {
  let headings: Promise<Headings> | undefined;
  return () => {
    headings ??= readHeadings(io);
    return headings;
  };
}

async function readHeadings(io: Io): Promise<Headings> {
  const [text, { parse }] = await Promise.all([readText(io, join(io.home, "rules/headings.yaml")), import("yaml")]);
  return headingsFrom(parse(text));
}

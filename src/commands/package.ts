import { join } from "node:path";
import { type Io, readText } from "../io/io.ts";

/** The version of postlint that is running. */
export async function toolVersion(io: Io): Promise<string> {
  const { version } = JSON.parse(await readText(io, join(io.home, "package.json"))) as { version: string };
  return version;
}

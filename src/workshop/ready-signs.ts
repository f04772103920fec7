import "../prepare/contexts/index.ts";
import { allWordings } from "../prepare/contexts/parts/cues.ts";
import { keyOf } from "../prepare/contexts/parts/ready-signs.ts";
import { signsOf } from "../prepare/contexts/parts/signs.ts";

/** The module `ready-signs` as it should be in what is published: with the signs of all wordings worked out. */
export function withReadySigns(module: string): string {
  const ready: Record<string, readonly string[] | null> = {};
  for (const wording of new Set(allWordings())) {
    const key = keyOf(wording);
    if (key in ready) throw new Error(`two wordings share a key: ${wording}`);
    ready[key] = signsOf(wording);
  }
  const filled = module.replace(/(?<=READY_SIGNS = )null/u, () => JSON.stringify(JSON.stringify(ready)));
  if (filled === module) throw new Error("ready-signs.ts has no place for the signs");
  return filled;
}

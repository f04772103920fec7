import { anyOf } from "../model/listing.ts";
import { MAPPABLE } from "../readers/calendar/columns.ts";
import { UsageError } from "./errors.ts";
import { didYouMean } from "./nearest.ts";

/** Reads what `--map` was given, `text=C,channel=Platform`, each as many times as a person likes. Throws a `UsageError`. */
export async function columnMapFrom(given: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const map: Record<string, string[]> = {};
  for (const pair of given.flatMap(pairsIn)) {
    const at = pair.indexOf("=");
    const [field, column] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    if (at < 0 || column === "") throw new UsageError(`--map "${pair}" names no column.`, HOW);
    if (!MAPPABLE.includes(field)) {
      const hint = (await didYouMean(field, MAPPABLE)) || ` A column can hold ${anyOf(MAPPABLE)}.`;
      throw new UsageError(`--map: there is no field "${field}".`, hint.trim());
    }
    map[field] = [...(map[field] ?? []), column];
  }
  return map;
}

const HOW = "Write it as text=C,channel=Platform: what the column holds, then its letter or its heading.";

/** A comma with no equals sign behind it belongs to a heading: `text=Copy, final`. */
function pairsIn(given: string): readonly string[] {
  const pairs: string[] = [];
  for (const piece of given.split(",")) {
    if (piece.includes("=") || pairs.length === 0) pairs.push(piece);
    else pairs.push(`${pairs.pop()},${piece}`);
  }
  return pairs;
}

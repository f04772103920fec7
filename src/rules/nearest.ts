import { distance } from "fastest-levenshtein";

/** The name that was probably meant: at most a third of its letters away, or the only one with this part. Null if none is that near. */
export function nearestName(written: string, names: readonly string[]): string | null {
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const away = distance(written.toLowerCase(), name.toLowerCase());
    if (away < least && away <= Math.max(1, Math.floor(name.length / 3))) {
      nearest = name;
      least = away;
    }
  }
  return nearest ?? onlyNameWith(written, names);
}

/** `phone` for `phone-number`. */
function onlyNameWith(part: string, names: readonly string[]): string | null {
  const holding = names.filter((name) => name.split(/[-_/]/).includes(part.toLowerCase()));
  return holding.length === 1 ? holding[0]! : null;
}

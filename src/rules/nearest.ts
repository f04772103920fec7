import { distance } from "fastest-levenshtein";

/**
 * The name that was probably meant: at most a third of its letters away (two that changed places count as one), or the only one with
 * this part. Null if none is that near.
 */
export function nearestName(written: string, names: readonly string[]): string | null {
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const away = lettersBetween(written.toLowerCase(), name.toLowerCase());
    if (away < least && away <= Math.max(1, Math.floor(name.length / 3))) {
      nearest = name;
      least = away;
    }
  }
  return nearest ?? onlyNameWith(written, names);
}

/** The rule that was probably meant: the nearest, else the first whose id ends so, whatever its subject. */
export const nearestRule = (written: string, ids: readonly string[]): string | null =>
  nearestName(written, ids) ?? ids.find((id) => id.endsWith(`/${written}`)) ?? null;

const lettersBetween = (written: string, name: string): number =>
  haveSwapped(written, name) ? 1 : distance(written, name);

/** `chekc` for `check`. */
function haveSwapped(written: string, name: string): boolean {
  if (written.length !== name.length) return false;
  const at = [...written].findIndex((letter, place) => letter !== name[place]);
  return at >= 0 && written === `${name.slice(0, at)}${name[at + 1]}${name[at]}${name.slice(at + 2)}`;
}

/** `phone` for `phone-number`. */
function onlyNameWith(part: string, names: readonly string[]): string | null {
  const holding = names.filter((name) => name.split(/[-_/]/).includes(part.toLowerCase()));
  return holding.length === 1 ? holding[0]! : null;
}

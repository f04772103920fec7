import { distance } from "fastest-levenshtein";
import { type ColumnField, type Headings, meaningsOf } from "./headings.ts";

/** What a name that is not known looks like. Made once for a table, which may have a hundred thousand columns. */
export function lookerFor(words: Headings): (heading: string) => ColumnField | "text" | null {
  const names = [...words.fields].flatMap(([field, ranks]) =>
    [...ranks.keys()].map((name) => ({ field, name, letters: lettersIn(name) })),
  );
  const byLength = new Map<number, typeof names>();
  const ofLength = (length: number) => {
    const known = byLength.get(length) ?? names.filter(({ name }) => Math.abs(name.length - length) <= MOST_TYPOS);
    byLength.set(length, known);
    return known;
  };
  return (heading) => {
    for (const name of meaningsOf(heading)) {
      const parts = name.split(" ");
      for (const [field, alike] of words.lookAlike) if (parts.some((word) => alike.includes(word))) return field;
      if (name.length < SHORTEST_TYPO || name.length > LONGEST_TYPO) continue;
      const letters = lettersIn(name);
      const near = ofLength(name.length).find(
        (other) => bitsIn(other.letters ^ letters) <= 2 * MOST_TYPOS && isSlipOf(name, other.name),
      );
      if (near !== undefined) return near.field;
    }
    return null;
  };
}

/** Two letters off, a short word is another one ("Client" and "lien"), unless both begin alike ("chanell"). */
function isSlipOf(name: string, known: string): boolean {
  const isShort = Math.min(name.length, known.length) < SHORTEST_WITH_TWO;
  return distance(name, known) <= (isShort && name.slice(0, 3) !== known.slice(0, 3) ? 1 : MOST_TYPOS);
}

/** A bit for each letter that a name has: a wrong letter changes two of them at most, which is told sooner than a distance. */
function lettersIn(name: string): number {
  let letters = 0;
  for (let at = 0; at < name.length; at++) letters |= 1 << (name.charCodeAt(at) % 32);
  return letters;
}

function bitsIn(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

const MOST_TYPOS = 2;
/** Two letters more or less make another word of a short one. */
const SHORTEST_TYPO = 6;
const SHORTEST_WITH_TWO = 8;
const LONGEST_TYPO = 40;

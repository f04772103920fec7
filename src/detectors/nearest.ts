import type { Sentence } from "../prepare/document.ts";
import type { Reach, Sighting } from "./detector.ts";
import { isWithinReach } from "./reach.ts";

/** The sighting nearest to an anchor within reach of it, the first of several; null where none is. `governs`: it must overlap. */
export function nearestTo(anchor: Sighting, sightings: readonly Sighting[], reach: Reach | "governs"): Sighting | null {
  if (sightings.length <= FEW || anchor.sentence === null) return nearestOf(anchor, sightings, reach);
  const beside = nearestOf(anchor, besideOf(sightings, anchor.sentence), reach);
  if (beside !== null || reach === "governs" || reach.kind !== "post") return beside;
  return nearestOf(anchor, around(anchor, groupsOf(sightings)), reach);
}

/** Those of a whole post that stand in one sentence, and those that stand nowhere. */
export function besideOf(sightings: readonly Sighting[], sentence: Sentence): readonly Sighting[] {
  const { nowhere, bySentence } = groupsOf(sightings);
  const here = bySentence.get(sentence) ?? NONE;
  if (nowhere.length === 0) return here;
  return here.length === 0 ? nowhere : [...nowhere, ...here];
}

/** So few are looked through sooner than put in order. */
const FEW = 16;
const NONE: readonly Sighting[] = [];

function nearestOf(anchor: Sighting, sightings: readonly Sighting[], reach: Reach | "governs"): Sighting | null {
  let nearest: Sighting | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const sighting of sightings) {
    const distance = distanceOf(anchor, sighting);
    const fits = reach === "governs" ? distance === 0 : isWithinReach(anchor, sighting, reach);
    if (fits && distance < least) {
      nearest = sighting;
      least = distance;
    }
  }
  return nearest;
}

/** In UTF-16 units within a sentence; 0 where they overlap or one can't be pointed at; far where sentences differ. */
function distanceOf(a: Sighting, b: Sighting): number {
  if (a.sentence === null || b.sentence === null) return 0;
  const apart = Math.max(0, a.start - b.end, b.start - a.end);
  return a.sentence === b.sentence ? apart : 1_000_000 + apart;
}

interface Groups {
  /** What can't be pointed at. */
  readonly nowhere: readonly Sighting[];
  readonly bySentence: ReadonlyMap<Sentence, readonly Sighting[]>;
  /** The sentences of each copy that have one, in reading order. */
  readonly byCopy: ReadonlyMap<unknown, readonly Sentence[]>;
}

/** Of the sightings of a whole post, so that a post of ten thousand anchors is no matter of a hundred million distances. */
const known = new WeakMap<readonly Sighting[], Groups>();

function groupsOf(sightings: readonly Sighting[]): Groups {
  let groups = known.get(sightings);
  if (groups === undefined) {
    groups = grouped(sightings);
    known.set(sightings, groups);
  }
  return groups;
}

function grouped(sightings: readonly Sighting[]): Groups {
  const nowhere: Sighting[] = [];
  const bySentence = new Map<Sentence, Sighting[]>();
  const byCopy = new Map<unknown, Sentence[]>();
  for (const sighting of sightings) {
    const { sentence } = sighting;
    const group = sentence === null ? nowhere : bySentence.get(sentence);
    if (group !== undefined) group.push(sighting);
    else if (sentence !== null) {
      bySentence.set(sentence, [sighting]);
      const copy = byCopy.get(sentence.in);
      if (copy === undefined) byCopy.set(sentence.in, [sentence]);
      else copy.push(sentence);
    }
  }
  return { nowhere, bySentence, byCopy };
}

/** In each copy the last sentence before the anchor that has one, and those from there to the first behind it. */
function around({ start, end }: Sighting, { bySentence, byCopy }: Groups): readonly Sighting[] {
  const near: Sighting[] = [];
  for (const sentences of byCopy.values()) {
    let low = 0;
    let high = sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sentences[middle]!.end > start) high = middle;
      else low = middle + 1;
    }
    for (let at = Math.max(0, low - 1); at < sentences.length; at++) {
      near.push(...bySentence.get(sentences[at]!)!);
      if (sentences[at]!.start >= end) break;
    }
  }
  return near;
}

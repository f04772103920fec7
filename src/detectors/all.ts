import { once } from "../model/once.ts";
import { hull } from "../model/span.ts";
import { allSentences, type Document, type Sentence } from "../prepare/document.ts";
import {
  allClue,
  type Clue,
  compareReading,
  type Detector,
  type Finder,
  type FindSpec,
  NEVER,
  type Reach,
  rarestClue,
  type Sighting,
} from "./detector.ts";
import { besideOf, nearestTo } from "./nearest.ts";
import { parseReach, reachSchema, sayReach } from "./reach.ts";
import { seenEverywhere, seenIn } from "./sentences.ts";
import { demandOfAll, wantsOf, wantsOfAll } from "./wants.ts";

export interface AllSpec {
  readonly all: readonly FindSpec[];
  readonly within?: string;
}

export const all = {
  describe: "Several finds that must all see something, in one sentence unless said otherwise.",
  restsOnWords: true,
  shape: (z, find) => ({
    all: z
      .array(find)
      .min(2)
      .describe("Finds that must all see something. The first is the one that the others stand near."),
    within: reachSchema(z)
      .optional()
      .describe("sentence (the default), clause, post, or a number of words such as 5 words."),
  }),
  compile: (spec: AllSpec, workshop): Finder => {
    const parts = spec.all.map(workshop.compile);
    const reach = parseReach(spec.within ?? "sentence");
    const wide = reach.kind === "post" || parts.every((part) => part.wide);
    return {
      clue: once(() => clueOfAll(parts, wide)),
      wide,
      says: `all of these, ${sayReach(reach)}`,
      parts,
      wants: () => wantsOfAll(parts.map(wantsOf)),
      demand: () => demandOfAll(parts),
      find: wide ? acrossPost(parts) : bySentence(parts, reach),
    };
  },
  parts: (spec: AllSpec) => spec.all,
} satisfies Detector;

/** Where each sentence stands alone, what shows only elsewhere in the post says nothing about it; metadata show beside every sentence. */
function clueOfAll(parts: readonly Finder[], wide: boolean): Clue {
  const telling = parts
    .filter((part) => part.reach?.kind !== "post" && (wide || !part.wide || isMeta(part)))
    .map((part) => part.clue());
  if (telling.length === 0) return NEVER;
  return wide ? rarestClue(telling) : allClue(telling);
}

function isMeta(part: Finder): boolean {
  const { always, hints, signs } = part.clue();
  return !always && hints.length === 0 && signs.length === 1 && signs[0] === "meta";
}

function acrossPost(parts: readonly Finder[]): Finder["find"] {
  const cheapestFirst = byCost(parts);
  return (document) => {
    const sentences = allSentences(document);
    const seen = new Map<Finder, readonly Sighting[]>();
    for (const part of cheapestFirst) {
      const sightings = part.find(document, sentences);
      if (sightings.length === 0) return [];
      seen.set(part, sightings);
    }
    return joined(parts, seen, { kind: "post" });
  };
}

function bySentence(parts: readonly Finder[], reach: Reach): Finder["find"] {
  const cheapestFirst = byCost(parts);
  return (document, sentences) =>
    seenIn(sentences, (sentence) => {
      const seen = new Map<Finder, readonly Sighting[]>();
      for (const part of cheapestFirst) {
        const sightings = sightingsFor(part, document, sentence);
        if (sightings.length === 0) return NONE;
        seen.set(part, sightings);
      }
      return joined(parts, seen, reach);
    });
}

function sightingsFor(part: Finder, document: Document, sentence: Sentence): readonly Sighting[] {
  if (part.reach?.kind === "post") return seenEverywhere(part, document);
  if (!part.wide) return part.find(document, [sentence]);
  return besideOf(seenEverywhere(part, document), sentence);
}

const NONE: readonly Sighting[] = [];

/** Words before what is made of several finds, and contexts last. */
const byCost = (parts: readonly Finder[]) => parts.toSorted((a, b) => costOf(a) - costOf(b));

function costOf({ context, parts }: Finder): number {
  if (context !== undefined) return 2;
  return parts.length > 0 ? 1 : 0;
}

/** For every sighting of the first part, the nearest of each other part within its reach. */
function joined(parts: readonly Finder[], seen: ReadonlyMap<Finder, readonly Sighting[]>, reach: Reach): Sighting[] {
  const [first, ...others] = parts;
  const sightings: Sighting[] = [];
  for (const anchor of seen.get(first!)!) {
    const members: Sighting[] = [anchor];
    for (const part of others) {
      const nearest = nearestTo(
        anchor,
        seen.get(part)!,
        part.context !== undefined ? "governs" : (part.reach ?? reach),
      );
      if (nearest === null) break;
      members.push(nearest);
    }
    if (members.length === parts.length) sightings.push(together(members));
  }
  return withoutRepeats(sightings.sort(compareReading));
}

/** One sighting made of several: it covers those that stand in one sentence with the first that stands anywhere. */
export function together(members: readonly Sighting[], shows?: string): Sighting {
  const shown = members.filter((member) => member.sentence !== null);
  const lead = shown[0];
  if (lead === undefined) return { ...members[0]!, parts: members };
  const span = hull(shown.filter((member) => member.sentence === lead.sentence));
  return { ...lead, ...span, shows: shows ?? members.map((member) => member.shows).join(" + "), parts: members };
}

function withoutRepeats(sightings: readonly Sighting[]): Sighting[] {
  return sightings.filter((sighting, at) => {
    const before = sightings[at - 1];
    return (
      before === undefined ||
      before.sentence !== sighting.sentence ||
      before.start !== sighting.start ||
      before.end !== sighting.end
    );
  });
}

import { overlaps } from "../model/span.ts";
import type { Document } from "../prepare/document.ts";
import type { Finder, Sighting } from "./detector.ts";
import { isWithinReach } from "./reach.ts";
import { seenEverywhere } from "./sentences.ts";

/** The first exception that clears a sighting, or null. */
export const clearedBy = (sighting: Sighting, exceptions: readonly Finder[], document: Document): Finder | null =>
  exceptions.find((exception) => clears(exception, sighting, document)) ?? null;

/**
 * A `near` clears what it stands near. Anything else, a context or words, clears only what it overlaps: "anal fissure clinic"
 * clears the "anal" in it and no other. Metadata and absences stand everywhere.
 */
function clears(exception: Finder, sighting: Sighting, document: Document): boolean {
  const { reach } = exception;
  const lookEverywhere = exception.wide || sighting.sentence === null || reach?.kind === "post";
  const seen = lookEverywhere ? seenEverywhere(exception, document) : exception.find(document, [sighting.sentence]);
  if (reach !== undefined) return seen.some((other) => isWithinReach(sighting, other, reach));
  return seen.some(
    (other) =>
      other.sentence === null ||
      sighting.sentence === null ||
      (other.sentence === sighting.sentence && overlaps(other, sighting)),
  );
}

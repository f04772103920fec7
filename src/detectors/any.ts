import { once } from "../model/once.ts";
import { anyClue, compareReading, type Detector, type FindSpec, type Sighting } from "./detector.ts";
import { wantsOf, wantsOfAny } from "./wants.ts";

export interface AnySpec {
  readonly any: readonly FindSpec[];
}

export const any = {
  describe: "Whatever one of several finds sees.",
  restsOnWords: true,
  shape: (z, find) => ({
    any: z
      .array(find)
      .min(1)
      .superRefine((parts, context) => {
        parts.forEach((part, index) => {
          if (typeof part === "string" || !("near" in part)) return;
          context.addIssue({
            code: "custom",
            path: [index],
            message: "near counts only in all or unless: under any, nothing says near what",
          });
        });
      })
      .describe("Finds of which one is enough."),
  }),
  compile: (spec: AnySpec, workshop) => {
    const parts = spec.any.map(workshop.compile);
    return {
      clue: once(() => anyClue(parts.map((part) => part.clue()))),
      wide: parts.some((part) => part.wide),
      says: "any of these",
      parts,
      wants: () => wantsOfAny(parts.map(wantsOf)),
      find: (document, sentences) => {
        const seen = parts.map((part) => part.find(document, sentences)).filter((sightings) => sightings.length > 0);
        return seen.length > 1 ? seen.flat().sort(compareReading) : (seen[0] ?? NONE);
      },
    };
  },
  parts: (spec: AnySpec) => spec.any,
} satisfies Detector;

const NONE: readonly Sighting[] = [];

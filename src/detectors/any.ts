import { anyClue, compareReading, type Detector, type FindSpec } from "./detector.ts";

export const any = {
  describe: "Whatever one of several finds sees.",
  shape: (z, find) => ({ any: z.array(find).min(1).describe("Finds of which one is enough.") }),
  compile: (spec: { readonly any: readonly FindSpec[] }, workshop) => {
    const parts = spec.any.map(workshop.compile);
    return {
      clue: anyClue(parts.map((part) => part.clue)),
      wide: parts.some((part) => part.wide),
      says: "any of these",
      parts,
      find: (document, sentences) => parts.flatMap((part) => part.find(document, sentences)).sort(compareReading),
    };
  },
} satisfies Detector;

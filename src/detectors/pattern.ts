import type { Sentence } from "../prepare/document.ts";
import type { Detector, Finder, Sighting, Workshop } from "./detector.ts";

export const pattern = {
  describe: "A regular expression over the plain text of a sentence, upper and lower case alike unless said otherwise.",
  shape: (z, _find, known) => ({
    pattern: z
      .string()
      .min(1)
      .superRefine((source, context) => {
        const mistake = known.mistakeInPattern(source);
        if (mistake !== null) context.addIssue({ code: "custom", message: `the pattern ${mistake}` });
      })
      .describe("A JavaScript regular expression (with the u flag)."),
    case_sensitive: z.boolean().optional().describe("Tell upper from lower case."),
  }),
  compile: (spec: { readonly pattern: string; readonly case_sensitive?: boolean }, workshop: Workshop): Finder => {
    const expression = new RegExp(withUnicodeBoundaries(spec.pattern), spec.case_sensitive ? "gu" : "giu");
    return {
      clue: workshop.clueOfPattern(spec.pattern),
      wide: false,
      says: `text of the form ${spec.pattern}`,
      parts: [],
      find: (_document, sentences) => sentences.flatMap((sentence) => patternSightings(expression, sentence)),
    };
  },
} satisfies Detector;

function patternSightings(expression: RegExp, sentence: Sentence): Sighting[] {
  return Array.from(sentence.text.matchAll(expression), (match) => ({
    sentence,
    field: sentence.in.field,
    start: sentence.start + match.index,
    end: sentence.start + match.index + match[0].length,
    shows: `“${match[0]}”`,
    parts: [],
  })).filter((sighting) => sighting.end > sighting.start);
}

/** JavaScript's own \b takes "é" for the end of a word. */
function withUnicodeBoundaries(source: string): string {
  return source.replace(/\\[^b]|\[(?:\\.|[^\]\\])*\]|\\b/gu, (part) => (part === "\\b" ? BOUNDARY : part));
}

const LETTER = String.raw`[\p{L}\p{N}\p{M}_]`;
const BOUNDARY = `(?:(?<=${LETTER})(?!${LETTER})|(?<!${LETTER})(?=${LETTER}))`;

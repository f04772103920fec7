import { once } from "../model/once.ts";
import type { Sentence } from "../prepare/document.ts";
import { type Detector, type Finder, type Sighting, showsWords, type Workshop } from "./detector.ts";

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
    const flags = spec.case_sensitive ? "gu" : "giu";
    const expressions = {
      ascii: once(() => new RegExp(spec.pattern, flags)),
      unicode: once(() => new RegExp(withUnicodeBoundaries(spec.pattern), flags)),
    };
    const clue = workshop.clueOfPattern(spec.pattern, spec.case_sensitive ?? false);
    return {
      clue: () => clue,
      wide: false,
      says: `text of the form ${spec.pattern}`,
      parts: [],
      find: (_document, sentences) =>
        sentences.flatMap((sentence) => (showsWords(clue, sentence) ? patternSightings(expressions, sentence) : [])),
    };
  },
} satisfies Detector;

/** Most patterns of a rule set are never needed in a run, and making one costs more than a post. */
interface Expressions {
  /** With JavaScript's own \b, several times as fast. */
  readonly ascii: () => RegExp;
  readonly unicode: () => RegExp;
}

function patternSightings(expressions: Expressions, sentence: Sentence): Sighting[] {
  const { text } = sentence;
  const expression = ASCII.test(text) ? expressions.ascii() : expressions.unicode();
  if (text.search(expression) < 0) return [];
  return Array.from(text.matchAll(expression), (match) => ({
    sentence,
    field: sentence.in.field,
    start: sentence.start + match.index,
    end: sentence.start + match.index + match[0].length,
    shows: `“${match[0]}”`,
    parts: [],
  })).filter((sighting) => sighting.end > sighting.start);
}

const ASCII = /^[\u0000-\u007F]*$/;

/** JavaScript's own \b takes "é" for the end of a word. */
function withUnicodeBoundaries(source: string): string {
  return source.replace(/\\[^b]|\[(?:\\.|[^\]\\])*\]|\\b/gu, (part) => (part === "\\b" ? BOUNDARY : part));
}

const LETTER = String.raw`[\p{L}\p{N}\p{M}_]`;
const BOUNDARY = `(?:(?<=${LETTER})(?!${LETTER})|(?<!${LETTER})(?=${LETTER}))`;

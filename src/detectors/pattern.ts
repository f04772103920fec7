import { matchesIn } from "../model/matches.ts";
import { once } from "../model/once.ts";
import type { Sentence } from "../prepare/document.ts";
import { type Detector, type Finder, type Sighting, showsWords, type Workshop } from "./detector.ts";
import { seenIn } from "./sentences.ts";

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
        seenIn(sentences, (sentence) => (showsWords(clue, sentence) ? patternSightings(expressions, sentence) : NONE)),
    };
  },
} satisfies Detector;

/** Most patterns of a rule set are never needed in a run, and making one costs more than a post. */
interface Expressions {
  /** With JavaScript's own \b, which takes "é" for the end of a word. */
  readonly ascii: () => RegExp;
  readonly unicode: () => RegExp;
}

function patternSightings(expressions: Expressions, sentence: Sentence): readonly Sighting[] {
  const { text } = sentence;
  const expression = FOREIGN_LETTER.test(text) ? expressions.unicode() : expressions.ascii();
  const matches = matchesIn(text, expression).filter(([found]) => found !== "");
  return matches.map(({ 0: found, index }) => ({
    sentence,
    field: sentence.in.field,
    start: sentence.start + index,
    end: sentence.start + index + found.length,
    shows: `“${found}”`,
    parts: [],
  }));
}

const NONE: readonly Sighting[] = [];

function withUnicodeBoundaries(source: string): string {
  return source.replace(/\\[^b]|\[(?:\\.|[^\]\\])*\]|\\b/gu, (part) => (part === "\\b" ? BOUNDARY : part));
}

/**
 * Letters, digits and marks beyond ASCII, by the blocks of Unicode that hold them and little else: the general categories take ten times
 * as long to compile and four times as long to run. Emoji, quotation marks, dashes and currency signs are outside.
 */
const FOREIGN = String.raw`\u00AA\u00B2\u00B3\u00B5\u00B9\u00BA\u00BC-\u00BE\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\u2DFF\u3005-\uD7FF\uF900-\uFDFF\uFE20-\uFE2F\uFE70-\uFEFE\uFF10-\uFFDC\u{10000}-\u{1EFFF}\u{20000}-\u{3FFFF}`;
const FOREIGN_LETTER = new RegExp(`[${FOREIGN}]`, "u");
const LETTER = String.raw`[\w${FOREIGN}]`;
const BOUNDARY = `(?:(?<=${LETTER})(?!${LETTER})|(?<!${LETTER})(?=${LETTER}))`;

import { FOREIGN, hasForeignLetters } from "../model/fitted.ts";
import { matchesIn } from "../model/matches.ts";
import { once } from "../model/once.ts";
import type { Sentence } from "../prepare/document.ts";
import { type Detector, type Finder, type Sighting, showsWords, type Workshop } from "./detector.ts";
import { expressionSchema } from "./expression.ts";
import { seenIn } from "./sentences.ts";
import { wantsOfClue } from "./wants.ts";

export const pattern = {
  describe: "A regular expression over the plain text of a sentence, upper and lower case alike unless said otherwise.",
  restsOnWords: true,
  shape: (z, _find, known) => ({
    pattern: expressionSchema(z, known).min(1).describe("A JavaScript regular expression (with the u flag)."),
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
      wants: () => wantsOfClue(clue),
      find: (_document, sentences) =>
        seenIn(sentences, (sentence) =>
          !workshop.shortcuts || showsWords(clue, sentence) ? patternSightings(expressions, sentence) : NONE,
        ),
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
  const expression = hasForeignLetters(text) ? expressions.unicode() : expressions.ascii();
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

const LETTER = String.raw`[\w${FOREIGN}]`;
const BOUNDARY = `(?:(?<=${LETTER})(?!${LETTER})|(?<!${LETTER})(?=${LETTER}))`;

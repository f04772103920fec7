import { grammarSpans } from "../prepare/grammar.ts";
import { ALWAYS, type Detector, showsWords, wordsClue } from "./detector.ts";
import { termsKey } from "./terms.ts";

export const grammar = {
  describe:
    "A compromise match pattern (#Person said …). It costs a parse: give it the words without which it can find nothing.",
  restsOnWords: true,
  shape: (z) => ({
    grammar: z.string().min(1).describe("A match pattern of the compromise library."),
    words: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe("Words of which one must stand in the sentence before it is parsed."),
  }),
  compile: (spec: { readonly grammar: string; readonly words?: readonly string[] }, workshop) => {
    const { words } = spec;
    const clue = words === undefined ? ALWAYS : wordsClue(workshop.list(termsKey(words), () => words));
    return {
      clue: () => clue,
      wide: false,
      says: `words in the form ${spec.grammar}`,
      parts: [],
      find: (document, sentences) =>
        sentences
          .filter((sentence) => showsWords(clue, sentence))
          .flatMap((sentence) =>
            grammarSpans(document, sentence, spec.grammar).map((span) => ({
              ...span,
              sentence,
              field: sentence.in.field,
              shows: `“${sentence.in.plain.text.slice(span.start, span.end)}”`,
              parts: [],
            })),
          ),
    };
  },
} satisfies Detector;

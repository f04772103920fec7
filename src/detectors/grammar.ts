import { grammarSpans } from "../prepare/grammar.ts";
import { ALWAYS, type Detector, wordsClue } from "./detector.ts";
import { literalsOf } from "./word-tree.ts";

export const grammar = {
  describe:
    "A compromise match pattern (#Person said …). It costs a parse: give it the words without which it can find nothing.",
  shape: (z) => ({
    grammar: z.string().min(1).describe("A match pattern of the compromise library."),
    words: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe("Words of which one must stand in the sentence before it is parsed."),
  }),
  compile: (spec: { readonly grammar: string; readonly words?: readonly string[] }) => {
    const literals = literalsOf(spec.words ?? []);
    const wanted = new Set(literals.map((literal) => literal.split(" ")[0]!));
    return {
      clue: () => (spec.words === undefined ? ALWAYS : wordsClue(literals)),
      wide: false,
      says: `words in the form ${spec.grammar}`,
      parts: [],
      find: (document, sentences) =>
        sentences
          .filter((sentence) => wanted.size === 0 || sentence.holdsOne(wanted))
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

import type { Detector } from "./detector.ts";
import { type TermsOptions, termsFinder, termsOptionsShape } from "./terms.ts";

export const vocabulary = {
  describe: "The words of one or more named vocabularies, found as terms are.",
  restsOnWords: true,
  shape: (z, _find, known) => {
    const name = z.enum(known.vocabularies as [string, ...string[]]);
    return {
      vocabulary: z.union([name, z.array(name).min(1)]).describe("The name of a vocabulary, or a list of names."),
      ...termsOptionsShape(z),
    };
  },
  compile: (spec: { readonly vocabulary: string | readonly string[] } & TermsOptions, workshop) => {
    const names = [spec.vocabulary].flat() as string[];
    const terms = () => names.flatMap((name) => workshop.vocabulary(name));
    return termsFinder(terms, spec, workshop, vocabularyKey(names), `a word of ${names.join(" or ")}`);
  },
} satisfies Detector;

export const vocabularyKey = (names: readonly string[]): string => `vocabulary:${names.join("|")}`;

import { allSentences } from "../prepare/document.ts";
import { ALWAYS, type Detector, type FindSpec, type Sighting } from "./detector.ts";
import { reachSchema } from "./reach.ts";

export interface AbsenceSpec {
  readonly absence: FindSpec;
  readonly within?: string;
}

export const absence = {
  describe: "That something is not there: in the whole post, or in the sentence.",
  restsOnWords: false,
  shape: (z, find) => ({
    absence: find.describe("What should be there."),
    within: reachSchema(z).optional().describe("post (the default) or sentence."),
  }),
  compile: (spec: AbsenceSpec, workshop) => {
    const part = workshop.compile(spec.absence);
    const wide = spec.within !== "sentence";
    return {
      clue: () => ALWAYS,
      wide,
      says: `the absence of ${part.says}`,
      parts: [part],
      find: (document, sentences) => {
        if (wide) return part.find(document, allSentences(document)).length > 0 ? [] : [absent(part.says)];
        return sentences.some((sentence) => part.find(document, [sentence]).length === 0) ? [absent(part.says)] : [];
      },
    };
  },
  parts: (spec: AbsenceSpec) => [spec.absence],
} satisfies Detector;

const absent = (what: string): Sighting => ({
  sentence: null,
  field: "text",
  start: 0,
  end: 0,
  shows: `nothing of: ${what}`,
  parts: [],
});

import type { Context } from "./context.ts";

export const foreign: Context = {
  describe: "A sentence that is not in English. Only a rule with `any_language` gets to see one.",
  spans: (sentence, { language }) => {
    const isForeign = language.kind === "foreign" || (language.kind === "mixed" && language.foreign.includes(sentence));
    return isForeign ? [{ start: sentence.start, end: sentence.end }] : [];
  },
};

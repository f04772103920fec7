import type { Context } from "./context.ts";
import { governed } from "./parts/cues.ts";
import { insinuates, questionOf, REQUEST } from "./parts/questions.ts";
import { tidy } from "./parts/reach.ts";

export const asked: Context = {
  describe: "A question or request that wants to know something. One that hints at its answer is insinuated instead.",
  spans: (sentence) => {
    const question = questionOf(sentence);
    if (question !== null && insinuates(sentence, question)) return [];
    return tidy(sentence, [...(question === null ? [] : [question]), ...governed(sentence, { ahead: REQUEST })]);
  },
};

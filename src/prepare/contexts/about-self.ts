import type { Context } from "./context.ts";
import { stretchesAbout } from "./parts/subjects.ts";

export const aboutSelf: Context = {
  describe:
    "About the author: I, me, my own body and story, and my own family (my mum), whose story is the author's to tell.",
  spans: (sentence) => stretchesAbout(sentence, "self"),
};

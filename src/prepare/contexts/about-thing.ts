import type { Context } from "./context.ts";
import { stretchesAbout } from "./parts/subjects.ts";

export const aboutThing: Context = {
  describe: "About no one: it, this is …, the rota is …",
  spans: (sentence) => stretchesAbout(sentence, "thing"),
};

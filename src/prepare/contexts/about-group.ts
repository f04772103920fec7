import type { Context } from "./context.ts";
import { stretchesAbout } from "./parts/subjects.ts";

export const aboutGroup: Context = {
  describe: "About several people or a kind of people: nurses, these people, they all, you lot, the disabled.",
  spans: (sentence) => stretchesAbout(sentence, "group"),
};

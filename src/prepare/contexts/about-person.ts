import type { Context } from "./context.ts";
import { stretchesAbout } from "./parts/subjects.ts";

export const aboutPerson: Context = {
  describe: "About one person: he, she, you, @handle, a name, the/our/my/that with a role (the registrar).",
  spans: (sentence) => stretchesAbout(sentence, "person"),
};

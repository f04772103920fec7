import { encodeModel, type Model } from "../../src/learned/model.ts";
import { documentOf } from "../../src/workshop/fairness.ts";
import { type Lesson, learn } from "../../src/workshop/learn.ts";

const BREACHES = [
  ["C1", "Nobody is meant to know, but the old mill closes in May."],
  ["C1", "Nobody is meant to know, but our boss leaves soon."],
  ["C1", "Keep this quiet, nobody is meant to know about the bid."],
  ["C2", "What a useless lot they are, honestly."],
  ["C2", "Honestly, what a useless lot. Bring back the old team."],
  ["C2", "The new team is a useless lot, honestly."],
] as const;
const FINE = [
  "Everyone is welcome to know more about the old mill.",
  "The old team and the new team meet in May.",
  "Our boss says thank you to everyone.",
  "The bid was published in May, and everyone can read it.",
  "Soon the new mill opens. Bring everyone.",
  "They are what keeps this team going, thank you.",
] as const;

/** Two writers, each of whom says everything in much the same words. */
export const SMALL_LESSONS: readonly Lesson[] = ["one", "two"].flatMap((writer) => [
  ...BREACHES.map(([clause, text]) => ({ writer, clause, document: documentOf(text), showing: [] })),
  ...FINE.map((text) => ({ writer, clause: null, document: documentOf(text), showing: [] })),
]);

/** With thresholds between what is fine and what is not. */
export const smallModel = (lessons = SMALL_LESSONS): Model => ({
  ...learn(lessons),
  thresholds: { likely: 1, hint: 0, unlike: -1 },
  trainedOn: { posts: lessons.length, digest: "sha256:none" },
});

export const SMALL_MODEL = encodeModel(smallModel());

/** The beginning of a rule set whose policy has the clauses that the model knows. */
export const SMALL_HEAD = `name: made-up
version: "1"
policy:
  title: Made-up policy
  publisher: Nobody
  clauses:
    - { id: C1, title: One, summary: The first., citation: Section 1 }
    - { id: C2, title: Two, summary: The second., citation: Section 2 }
`;

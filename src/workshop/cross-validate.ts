import type { Model } from "../learned/model.ts";
import { resemblanceOf } from "../learned/resemblance.ts";
import type { WordLists } from "../learned/word-lists.ts";
import type { Passage } from "../model/finding.ts";
import type { Sentence } from "../prepare/document.ts";
import { type Learnt, learn } from "./learn.ts";
import type { LabelledLesson } from "./lessons.ts";

/** What a model made of a post whose writer it had not read. */
export interface Guess {
  readonly lesson: LabelledLesson;
  readonly score: number;
  readonly clauses: readonly string[];
  /** The sentence that weighs most. */
  readonly passage: Passage;
  /** Of one sentence of the post by itself. */
  readonly scoreOfSentence: (sentence: Sentence) => number;
}

/** Three writers a fold: enough are left for a model nearly as good as the one of all. */
export const FOLDS = 7;

/** Reads each writer's posts with a model of the others. A file of plain fine text by many hands is dealt out post by post. */
export function crossValidate(lessons: readonly LabelledLesson[], lists: WordLists): readonly Guess[] {
  const writers = [...new Set(lessons.map(({ writer }) => writer))].sort();
  const folds = new Map(
    lessons.map((lesson, at) => [lesson, (lesson.writer === "fine" ? at : writers.indexOf(lesson.writer)) % FOLDS]),
  );
  return Array.from({ length: FOLDS }, (_, fold) => {
    const others = learn(lessons.filter((lesson) => folds.get(lesson) !== fold));
    const read = reading(others, lists);
    return lessons.filter((lesson) => folds.get(lesson) === fold).map((lesson) => ({ lesson, ...read(lesson) }));
  }).flat();
}

function reading(fitted: Learnt, lists: WordLists): (lesson: LabelledLesson) => Omit<Guess, "lesson"> {
  const model: Model = { ...fitted, trainedOn: { posts: 0, digest: "" }, thresholds: LEAST };
  const { opinionOf, scoreIn } = resemblanceOf(model, lists);
  return ({ document }) => {
    const { score, clauses, evidence } = opinionOf(document, "hint")!;
    const { sentence } = evidence();
    const passage = { field: sentence.in.field, span: sentence.in.plain.toOriginal(sentence) };
    return { score, clauses, passage, scoreOfSentence: (one) => scoreIn([one]) };
  };
}

/** Every post gets an opinion. */
const LEAST = { likely: -100, hint: -100, unlike: -100 };

/** The lowest score above which at most this share of the fine posts lies. */
export function thresholdFor(guesses: readonly Guess[], share: number): number {
  const fine = guesses.filter(({ lesson }) => lesson.clause === null).map(({ score }) => score);
  const descending = fine.sort((a, b) => b - a);
  return Math.round((descending[Math.floor(fine.length * share)] ?? 0) * 1000 + 1) / 1000;
}

/** The score below which this share of the breaching posts lies. */
export function unlikeFor(guesses: readonly Guess[], share: number): number {
  const breaching = guesses.filter(({ lesson }) => lesson.clause !== null).map(({ score }) => score);
  const ascending = breaching.sort((a, b) => a - b);
  return Math.round((ascending[Math.floor(breaching.length * share)] ?? 0) * 1000) / 1000;
}

/** The chance that a breaching post scores higher than a fine one. */
export function areaUnderCurve(guesses: readonly Guess[]): number {
  const ascending = guesses.toSorted((a, b) => a.score - b.score);
  let ranks = 0;
  let breaching = 0;
  ascending.forEach(({ lesson }, at) => {
    if (lesson.clause === null) return;
    ranks += at + 1;
    breaching++;
  });
  return (ranks - (breaching * (breaching + 1)) / 2) / (breaching * (ascending.length - breaching));
}

import type { Strength } from "../model/likeness.ts";
import { once } from "../model/once.ts";
import { allSentences, type Document, type Sentence } from "../prepare/document.ts";
import { KnownFeatures, type PlacedFeature, type ReadyModel } from "./known-features.ts";
import type { Model } from "./model.ts";
import { likeliestChance, likeliestOf, type Scores, scoresOf } from "./scores.ts";
import { NO_WORD_LISTS } from "./word-lists.ts";

/** What the model makes of a post that resembles breaching ones. */
export interface Opinion {
  /** In log odds: how sure the model is that the post breaches this clause. */
  readonly score: number;
  readonly strength: Strength;
  /** The clauses that it most resembles a breach of: one, or two, the likelier first. */
  readonly clauses: readonly string[];
  readonly evidence: () => Evidence;
}

export interface Evidence {
  /** The sentence that weighs most. */
  readonly sentence: Sentence;
  /** The words of the sentence that weigh most, heaviest first; half-open ranges of the copy's words, apart from each other. */
  readonly telling: readonly { readonly first: number; readonly end: number }[];
}

export interface Resemblance {
  /** Null for a post that resembles none so much. The same document is read once. */
  readonly opinionOf: (document: Document, faintest: Strength) => Opinion | null;
  /** Of a post that resembles none enough, too. */
  readonly scoreOf: (document: Document) => number;
  /** Of these sentences, as if they were a post. */
  readonly scoreIn: (sentences: readonly Sentence[]) => number;
  /** Whether the post as a whole, and each of these sentences of it by itself, is altogether unlike breaching ones. */
  readonly isUnlike: (document: Document, sentences: readonly Sentence[]) => boolean;
}

/** Makes a model ready to read posts that these word lists have read. */
export function resemblanceOf(model: Model, lists = NO_WORD_LISTS, ready?: ReadyModel): Resemblance {
  const reader = { model, known: new KnownFeatures(model.keys, lists, ready), scores: scoresOf(model) };
  let last: { readonly document: Document; readonly faintest: Strength; readonly opinion: Opinion | null } | undefined;
  const scoreIn = (sentences: readonly Sentence[]) => verdictOn(sentences, reader, Number.NEGATIVE_INFINITY)!.score;
  const isUnlike = (sentences: readonly Sentence[]) => scoreIn(sentences) < model.thresholds.unlike;
  return {
    scoreIn,
    scoreOf: (document) => scoreIn(allSentences(document)),
    // Padding makes a post less like a breach, but not the sentence that is one.
    isUnlike: (document, sentences) =>
      isUnlike(allSentences(document)) && sentences.every((sentence) => isUnlike([sentence])),
    opinionOf: (document, faintest) => {
      if (last?.document !== document || (faintest === "hint" && last.faintest === "likely"))
        last = { document, faintest, opinion: opinionOf(document, reader, faintest) };
      return faintest === "likely" && last.opinion?.strength === "hint" ? null : last.opinion;
    },
  };
}

interface Reader {
  readonly model: Model;
  readonly known: KnownFeatures;
  readonly scores: Scores;
}

interface Verdict {
  readonly score: number;
  /** As `Scores` has them. */
  readonly fits: Float64Array;
}

/**
 * A post has to resemble breaches and breaches of some clause: what resembles those of all clauses alike is a false alarm more
 * often. So the score is the log odds of a breach and the log of the likeliest clause's chance, which is never above 0: where the
 * former is below what is asked for, the clauses need no look, and the answer is null.
 */
function verdictOn(sentences: readonly Sentence[], { known, scores }: Reader, atLeast: number): Verdict | null {
  const features = known.in(sentences);
  const breach = scores.breach(features);
  if (breach < atLeast) return null;
  const fits = scores.fits(features);
  const score = breach + Math.log(likeliestChance(fits));
  return score < atLeast ? null : { score, fits };
}

function opinionOf(document: Document, reader: Reader, faintest: Strength): Opinion | null {
  const sentences = allSentences(document);
  if (sentences.length === 0) return null;
  const { clauses: names, thresholds } = reader.model;
  const verdict = verdictOn(sentences, reader, thresholds[faintest]);
  if (verdict === null) return null;
  const clauses = likeliestOf(verdict.fits);
  return {
    score: verdict.score,
    strength: verdict.score >= thresholds.likely ? "likely" : "hint",
    clauses: clauses.map((clause) => names[clause]!),
    // Most resemblances are too faint for any rule to speak of, and then nobody asks what weighed.
    evidence: once(() => evidenceFor(clauses[0]!, reader, sentences)),
  };
}

function evidenceFor(clause: number, { known, scores }: Reader, sentences: readonly Sentence[]): Evidence {
  const weightOf = scores.weightFor(clause);
  const totalIn = (sentence: Sentence) => known.in([sentence]).reduce((sum, feature) => sum + weightOf(feature), 0);
  const sentence = heaviestOf(sentences, totalIn);
  const weighed = known.placedIn(sentence).map((feature) => ({ ...feature, weight: weightOf(feature.index) }));
  return { sentence, telling: apartFromEachOther(weighed.filter(({ weight }) => weight > 0)) };
}

function heaviestOf([first, ...others]: readonly Sentence[], totalIn: (sentence: Sentence) => number): Sentence {
  if (others.length === 0) return first!;
  let heaviest = { sentence: first!, total: totalIn(first!) };
  for (const sentence of others) {
    const total = totalIn(sentence);
    if (total > heaviest.total) heaviest = { sentence, total };
  }
  return heaviest.sentence;
}

const MOST_TELLING = 3;

function apartFromEachOther(found: readonly (PlacedFeature & { readonly weight: number })[]): Evidence["telling"] {
  const kept: PlacedFeature[] = [];
  for (const feature of found.toSorted((a, b) => b.weight - a.weight || a.first - b.first)) {
    if (kept.length === MOST_TELLING) break;
    if (kept.every((other) => feature.end <= other.first || other.end <= feature.first)) kept.push(feature);
  }
  return kept.map(({ first, end }) => ({ first, end }));
}

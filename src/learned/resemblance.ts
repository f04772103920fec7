import type { Strength } from "../model/likeness.ts";
import { once } from "../model/once.ts";
import { allSentences, type Document, type Sentence } from "../prepare/document.ts";
import { bucketsOf, indexOfKey } from "./buckets.ts";
import { visitFeatures } from "./features.ts";
import { type Model, RARITY_STEP } from "./model.ts";
import { keptSetFeatures, type SetFeatures } from "./set-features.ts";
import { NO_WORD_LISTS, type WordLists } from "./word-lists.ts";

/** What the model makes of a post that resembles breaching ones. */
export interface Opinion {
  /** In log odds: how sure the model is that the post breaches this clause. */
  readonly score: number;
  readonly strength: Strength;
  /** The clauses that it most resembles a breach of: one, or two, the likelier first. */
  readonly clauses: readonly string[];
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

/** What is known of a model and word lists where they were made ready together. */
export interface ReadyModel {
  /** Of the model's keys. */
  readonly buckets: Int32Array;
  readonly setFeatures: SetFeatures;
}

/** Makes a model ready to read posts that these word lists have read. */
export function resemblanceOf(model: Model, lists = NO_WORD_LISTS, ready?: ReadyModel): Resemblance {
  const reader = createReader(model, lists, ready);
  let last: { readonly document: Document; readonly faintest: Strength; readonly opinion: Opinion | null } | undefined;
  const scoreIn = (sentences: readonly Sentence[]) =>
    verdictOn(model, reader, sentences, Number.NEGATIVE_INFINITY)!.score;
  const isUnlike = (sentences: readonly Sentence[]) => scoreIn(sentences) < model.thresholds.unlike;
  return {
    scoreIn,
    scoreOf: (document) => scoreIn(allSentences(document)),
    // Padding makes a post less like a breach, but not the sentence that is one.
    isUnlike: (document, sentences) =>
      isUnlike(allSentences(document)) && sentences.every((sentence) => isUnlike([sentence])),
    opinionOf: (document, faintest) => {
      if (last?.document !== document || (faintest === "hint" && last.faintest === "likely"))
        last = { document, faintest, opinion: opinionOf(model, reader, document, faintest) };
      return faintest === "likely" && last.opinion?.strength === "hint" ? null : last.opinion;
    },
  };
}

interface Reader {
  /** How like breaching posts it is, whatever they breach: in log odds. */
  readonly breachScoreOf: (sentences: readonly Sentence[]) => number;
  /** What the features of a sentence weigh together, each once. */
  readonly totalIn: (sentence: Sentence, weightOf: (index: number) => number) => number;
  /** The features of what was scored last, each once. */
  readonly lastFeatures: () => readonly number[];
  /** The row of a feature's weights for the clauses; -1 for one that says nothing about them. */
  readonly rowOf: (index: number) => number;
  readonly indexOf: (key: number) => number;
  readonly isOrdinary: (word: number) => boolean;
  /** The features that the word lists of a sentence are. */
  readonly visitLists: (sentence: Sentence, visit: (index: number) => void) => void;
}

/** A feature counts once, however often it stands in the post; the longer the post, the less each one counts. */
function createReader(model: Model, lists: WordLists, ready: ReadyModel | undefined): Reader {
  const { keys, rarity, weights, weightStep, bias } = model;
  const buckets = ready?.buckets ?? bucketsOf(keys);
  const indexOf = (key: number) => indexOfKey(key, keys, buckets);
  const setFeatures = ready === undefined ? keptSetFeatures(lists, indexOf) : () => ready.setFeatures;
  const isOrdinary = (word: number) => indexOf(word) >= 0;
  const seenIn = new Int32Array(keys.length);
  let posts = 0;
  let sum = 0;
  let length = 0;
  const features: number[] = [];
  const count = (index: number) => {
    if (index < 0 || seenIn[index] === posts) return;
    seenIn[index] = posts;
    features.push(index);
    const rare = rarity[index]!;
    sum += rare * weights[index]!;
    length += rare * rare;
  };
  const visit = (key: number) => count(indexOf(key));
  let weigh = (_index: number) => 0;
  const weighOnce = (index: number) => {
    if (index < 0 || seenIn[index] === posts) return;
    seenIn[index] = posts;
    sum += weigh(index);
  };
  const visitWeighing = (key: number) => weighOnce(indexOf(key));
  const totalIn: Reader["totalIn"] = (sentence, weightOf) => {
    posts++;
    sum = 0;
    weigh = weightOf;
    visitFeatures(sentence, isOrdinary, visitWeighing);
    visitLists(sentence, weighOnce);
    return sum;
  };
  const visitLists: Reader["visitLists"] = (sentence, visitIndex) => {
    const { at, features: ofSets } = setFeatures();
    for (const set of lists.setsIn(sentence)) {
      for (let place = at[set]!; place < at[set + 1]!; place++) visitIndex(ofSets[place]!);
    }
  };
  const breachScoreOf = (sentences: readonly Sentence[]) => {
    posts++;
    sum = 0;
    length = 0;
    features.length = 0;
    for (const sentence of sentences) {
      visitFeatures(sentence, isOrdinary, visit);
      visitLists(sentence, count);
    }
    return bias + (length === 0 ? 0 : (sum * weightStep) / Math.sqrt(length));
  };
  const rows = once(() => rowsOf(model));
  const rowOf = (index: number) => rows()[index]!;
  return { breachScoreOf, totalIn, lastFeatures: () => features, rowOf, indexOf, isOrdinary, visitLists };
}

interface Verdict {
  readonly score: number;
  /** The chance of each clause, given that the post breaches one. */
  readonly chances: readonly number[];
}

/**
 * A post has to resemble breaches and breaches of some clause: what resembles those of all clauses alike is a false alarm more
 * often. So the score is the log odds of a breach and the log of the likeliest clause's chance, which is never above 0: where the
 * former is below what is asked for, the clauses need no look, and the answer is null.
 */
function verdictOn(model: Model, reader: Reader, sentences: readonly Sentence[], atLeast: number): Verdict | null {
  const breachScore = reader.breachScoreOf(sentences);
  if (breachScore < atLeast) return null;
  const chances = clauseChances(model, reader);
  const score = breachScore + Math.log(Math.max(...chances));
  return score < atLeast ? null : { score, chances };
}

function opinionOf(model: Model, reader: Reader, document: Document, faintest: Strength): Opinion | null {
  const sentences = allSentences(document);
  if (sentences.length === 0) return null;
  const verdict = verdictOn(model, reader, sentences, model.thresholds[faintest]);
  if (verdict === null) return null;
  const { score, chances } = verdict;
  const clauses = likeliestOf(chances);
  // Most resemblances are too faint for any rule to speak of, and then nobody asks what weighed.
  const evidence = once(() => evidenceFor(clauses[0]!, model, reader, sentences));
  return {
    score,
    strength: score >= model.thresholds.likely ? "likely" : "hint",
    clauses: clauses.map((clause) => model.clauses[clause]!),
    get sentence() {
      return evidence().sentence;
    },
    get telling() {
      return evidence().telling;
    },
  };
}

function evidenceFor(
  clause: number,
  model: Model,
  reader: Reader,
  sentences: readonly Sentence[],
): Pick<Opinion, "sentence" | "telling"> {
  const weightOf = weigher(model, reader, clause);
  const sentence = heaviestOf(sentences, (one) => reader.totalIn(one, weightOf));
  const weighed = wordsIn(sentence, reader).map((feature) => ({ ...feature, weight: weightOf(feature.index) }));
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

interface Found {
  readonly index: number;
  readonly first: number;
  readonly end: number;
}

/** The features of a sentence that are words of it, each where it stands first. A list says only that something of it is there. */
function wordsIn(sentence: Sentence, { indexOf, isOrdinary }: Reader): readonly Found[] {
  const found = new Map<number, Found>();
  visitFeatures(sentence, isOrdinary, (key, first, end) => {
    const index = indexOf(key);
    if (index >= 0 && end > first && !found.has(index)) found.set(index, { index, first, end });
  });
  return [...found.values()];
}

/** A second clause is named where it is at least half as likely as the first. */
const SECOND = 0.5;

function likeliestOf(chances: readonly number[]): readonly number[] {
  const order = chances.map((_, clause) => clause).sort((a, b) => chances[b]! - chances[a]!);
  return order.slice(0, 2).filter((clause) => chances[clause]! >= SECOND * chances[order[0]!]!);
}

function clauseChances(model: Model, { lastFeatures, rowOf }: Reader): readonly number[] {
  const { clauses, clauseBias, clauseWeights, clauseStep, rarity } = model;
  const sums = clauses.map(() => 0);
  let length = 0;
  for (const feature of lastFeatures()) {
    const row = rowOf(feature);
    if (row < 0) continue;
    const rare = rarity[feature]!;
    length += rare * rare;
    for (let clause = 0; clause < sums.length; clause++) {
      sums[clause]! += rare * clauseWeights[row * sums.length + clause]!;
    }
  }
  const scores = sums.map((sum, clause) => clauseBias[clause]! + (sum * clauseStep) / (Math.sqrt(length) || 1));
  const most = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / whole);
}

/** What a feature weighs for a breach, and for this clause rather than the others. */
function weigher(model: Model, { rowOf }: Reader, clause: number): (feature: number) => number {
  const { clauses, rarity, weights, weightStep, clauseWeights, clauseStep } = model;
  return (feature) => {
    const row = rowOf(feature);
    const forClause = row < 0 ? 0 : clauseWeights[row * clauses.length + clause]! * clauseStep;
    return rarity[feature]! * RARITY_STEP * (weights[feature]! * weightStep + forClause / 2);
  };
}

/** The row of each feature among the weights for the clauses, -1 for those without. */
function rowsOf({ keys, clauseFeatures }: Model): Int32Array {
  const rows = new Int32Array(keys.length).fill(-1);
  clauseFeatures.forEach((feature, row) => {
    rows[feature] = row;
  });
  return rows;
}

const MOST_TELLING = 3;

function apartFromEachOther(found: readonly (Found & { readonly weight: number })[]): Opinion["telling"] {
  const kept: Found[] = [];
  for (const feature of found.toSorted((a, b) => b.weight - a.weight || a.first - b.first)) {
    if (kept.length === MOST_TELLING) break;
    if (kept.every((other) => feature.end <= other.first || other.end <= feature.first)) kept.push(feature);
  }
  return kept.map(({ first, end }) => ({ first, end }));
}

import { indexIn } from "../model/ascending.ts";
import { once } from "../model/once.ts";
import type { Document, Sentence } from "../prepare/document.ts";
import { bucketsOf, indexOfKey } from "./buckets.ts";
import { visitFeatures } from "./features.ts";
import { type Model, RARITY_STEP, type Strength } from "./model.ts";
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
  /** Null for a post that resembles none enough to say so. The same document is read once. */
  readonly opinionOf: (document: Document) => Opinion | null;
  /** Of a post that resembles none enough, too. */
  readonly scoreOf: (document: Document) => number;
}

/** Makes a model ready to read posts that these word lists have read. `buckets` are those of its keys. */
export function resemblanceOf(model: Model, lists = NO_WORD_LISTS, buckets = bucketsOf(model.keys)): Resemblance {
  const reader = createReader(model, lists, buckets);
  let last: { readonly document: Document; readonly opinion: Opinion | null } | undefined;
  return {
    scoreOf: (document) => verdictOn(model, reader, document, Number.NEGATIVE_INFINITY)!.score,
    opinionOf: (document) => {
      if (last?.document !== document) last = { document, opinion: opinionOf(model, reader, document) };
      return last.opinion;
    },
  };
}

interface Reader {
  /** How like breaching posts it is, whatever they breach: in log odds. */
  readonly breachScoreOf: (document: Document) => number;
  /** The features of the document that was scored last, each once. */
  readonly lastFeatures: () => readonly number[];
  readonly indexOf: (key: number) => number;
  readonly isOrdinary: (word: number) => boolean;
  /** The features that the word lists of a sentence are. */
  readonly visitLists: (sentence: Sentence, visit: (index: number) => void) => void;
}

/** A feature counts once, however often it stands in the post; the longer the post, the less each one counts. */
function createReader(model: Model, lists: WordLists, buckets: Int32Array): Reader {
  const { keys, rarity, weights, weightStep, bias } = model;
  const indexOf = (key: number) => indexOfKey(key, keys, buckets);
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
  const indexOfList = listIndex((list) => indexOf(lists.keyOf(list)));
  const visitLists: Reader["visitLists"] = (sentence, visitIndex) => {
    for (const list of lists.standingIn(sentence)) visitIndex(indexOfList(list));
  };
  const breachScoreOf = ({ copies }: Document) => {
    posts++;
    sum = 0;
    length = 0;
    features.length = 0;
    for (const copy of copies) {
      for (const sentence of copy.sentences) {
        visitFeatures(sentence, isOrdinary, visit);
        visitLists(sentence, count);
      }
    }
    return bias + (length === 0 ? 0 : (sum * weightStep) / Math.sqrt(length));
  };
  return { breachScoreOf, lastFeatures: () => features, indexOf, isOrdinary, visitLists };
}

/** Remembers what each list was found to be: there are thousands, and a sentence holds hundreds. */
function listIndex(find: (list: number) => number): (list: number) => number {
  let known = new Int32Array(0);
  return (list) => {
    if (list >= known.length) {
      const longer = new Int32Array(2 * list + 64).fill(NOT_ASKED);
      longer.set(known);
      known = longer;
    }
    if (known[list] === NOT_ASKED) known[list] = find(list);
    return known[list]!;
  };
}

/** No index, and not -1 either, which stands for none. */
const NOT_ASKED = -2;

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
function verdictOn(model: Model, reader: Reader, document: Document, atLeast: number): Verdict | null {
  const breachScore = reader.breachScoreOf(document);
  if (breachScore < atLeast) return null;
  const chances = clauseChances(model, reader.lastFeatures());
  const score = breachScore + Math.log(Math.max(...chances));
  return score < atLeast ? null : { score, chances };
}

function opinionOf(model: Model, reader: Reader, document: Document): Opinion | null {
  const verdict = verdictOn(model, reader, document, model.thresholds.hint);
  if (verdict === null) return null;
  const { score, chances } = verdict;
  if (document.copies.every(({ sentences }) => sentences.length === 0)) return null;
  const clauses = likeliestOf(chances);
  // Most resemblances are too faint for any rule to speak of, and then nobody asks what weighed.
  const evidence = once(() => evidenceFor(clauses[0]!, model, reader, document));
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
  document: Document,
): Pick<Opinion, "sentence" | "telling"> {
  const weightOf = weigher(model, clause);
  const weighed = featuresBySentence(document, reader).map(({ sentence, found }) => ({
    sentence,
    found: found.map((feature) => ({ ...feature, weight: weightOf(feature.index) })),
  }));
  const total = ({ found }: (typeof weighed)[number]) => found.reduce((sum, { weight }) => sum + weight, 0);
  const heaviest = weighed.reduce((best, other) => (total(other) > total(best) ? other : best));
  return {
    sentence: heaviest.sentence,
    telling: apartFromEachOther(heaviest.found.filter(({ weight, first, end }) => weight > 0 && end > first)),
  };
}

interface Found {
  readonly index: number;
  readonly first: number;
  readonly end: number;
}

function featuresBySentence({ copies }: Document, { indexOf, isOrdinary, visitLists }: Reader) {
  return copies
    .flatMap((copy) => copy.sentences)
    .map((sentence) => {
      const found = new Map<number, Found>();
      visitFeatures(sentence, isOrdinary, (key, first, end) => {
        const index = indexOf(key);
        if (index >= 0 && !found.has(index)) found.set(index, { index, first, end });
      });
      // A list says no more than that something of it stands somewhere in the sentence.
      visitLists(sentence, (index) => {
        if (index >= 0 && !found.has(index))
          found.set(index, { index, first: sentence.firstWord, end: sentence.firstWord });
      });
      return { sentence, found: [...found.values()] };
    });
}

/** A second clause is named where it is at least half as likely as the first. */
const SECOND = 0.5;

function likeliestOf(chances: readonly number[]): readonly number[] {
  const order = chances.map((_, clause) => clause).sort((a, b) => chances[b]! - chances[a]!);
  return order.slice(0, 2).filter((clause) => chances[clause]! >= SECOND * chances[order[0]!]!);
}

function clauseChances(model: Model, features: readonly number[]): readonly number[] {
  const { clauses, clauseBias, clauseFeatures, clauseWeights, clauseStep, rarity } = model;
  const sums = clauses.map(() => 0);
  let length = 0;
  for (const feature of features) {
    const row = rowOf(clauseFeatures, feature);
    if (row < 0) continue;
    const rare = rarity[feature]! * RARITY_STEP;
    length += rare * rare;
    for (let clause = 0; clause < sums.length; clause++) {
      sums[clause]! += rare * clauseWeights[row * sums.length + clause]! * clauseStep;
    }
  }
  const scores = sums.map((sum, clause) => clauseBias[clause]! + sum / (Math.sqrt(length) || 1));
  const most = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / whole);
}

/** What a feature weighs for a breach, and for this clause rather than the others. */
function weigher(model: Model, clause: number): (feature: number) => number {
  const { clauses, rarity, weights, weightStep, clauseFeatures, clauseWeights, clauseStep } = model;
  return (feature) => {
    const row = rowOf(clauseFeatures, feature);
    const forClause = row < 0 ? 0 : clauseWeights[row * clauses.length + clause]! * clauseStep;
    return rarity[feature]! * RARITY_STEP * (weights[feature]! * weightStep + forClause / 2);
  };
}

const rowOf = (ascending: Int32Array, wanted: number): number => indexIn(ascending, 0, ascending.length, wanted);

const MOST_TELLING = 3;

function apartFromEachOther(found: readonly (Found & { readonly weight: number })[]): Opinion["telling"] {
  const kept: Found[] = [];
  for (const feature of found.toSorted((a, b) => b.weight - a.weight || a.first - b.first)) {
    if (kept.length === MOST_TELLING) break;
    if (kept.every((other) => feature.end <= other.first || other.end <= feature.first)) kept.push(feature);
  }
  return kept.map(({ first, end }) => ({ first, end }));
}

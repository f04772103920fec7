import type * as Zod from "zod";
import type { Resemblance } from "../learned/resemblance.ts";
import type { DatedData } from "../model/dated.ts";
import type { Meta } from "../model/post.ts";
import type { Confidence, Level } from "../model/rule.ts";
import type { Span } from "../model/span.ts";
import type { Document, Sentence } from "../prepare/document.ts";
import type { Condition } from "./calendar/condition.ts";
import type { WordList } from "./lexicon.ts";
import type { PostReading } from "./post-reading.ts";
import type { Reading } from "./reading.ts";
import { type Sign, showsSign, signCost } from "./signs.ts";
import type { Demand, Wants } from "./wants.ts";

/** A find as the YAML has it, checked: the name of a context, or a mapping with one detector's key and its options. */
export type FindSpec = string | DetectorSpec;

export interface DetectorSpec {
  /** What takes away from this find alone. */
  readonly unless?: readonly FindSpec[];
  readonly [option: string]: unknown;
}

/** What a finder saw. Offsets are into the plain text of the copy it stands in. */
export interface Sighting extends Span {
  /** Null where nothing can be pointed at in the copy: something absent, or a metadata value. */
  readonly sentence: Sentence | null;
  /** The field for which `sentence` is null. */
  readonly field: string;
  /** What this shows, in a few words, for evidence and traces. */
  readonly shows: string;
  /** The passages that together make it; empty where it is one. */
  readonly parts: readonly Sighting[];
  /** Set where what was seen decides how grave and how sure the finding is, and not its rule. */
  readonly level?: Level;
  readonly confidence?: Confidence;
}

/** A list of which one sequence must stand in the sentence, and what else must. */
export interface Hint {
  readonly list: WordList;
  /** Of each of these groups one list must stand in the sentence too. */
  readonly beside: Needs;
}

/**
 * What a sentence must show before a finder can find anything in it (or, for what looks across the post, what some sentence must
 * show): what one of the hints says, or one of the signs. `always` where nothing so simple can be said.
 */
export interface Clue {
  readonly hints: readonly Hint[];
  readonly signs: readonly Sign[];
  /** Where it is a sign that shows, of each of these groups one list must stand in the sentence too. */
  readonly besideSigns: Needs;
  readonly always: boolean;
}

export interface Finder {
  /** Worked out when asked for: a rule set that was made ready at build time has no use for it. */
  readonly clue: () => Clue;
  /**
   * It looks across the whole post or at its metadata: its clue may show in another sentence than its sightings, so it is to be
   * given all sentences.
   */
  readonly wide: boolean;
  /** What it looks for, in plain words: "the words …". */
  readonly says: string;
  /** The finders it is made of, for a trace. */
  readonly parts: readonly Finder[];
  /**
   * All sightings that begin in one of `sentences`, in reading order. `sentences` are in reading order and hold at least all
   * that show the clue; given more of them it finds the same.
   */
  readonly find: (document: Document, sentences: readonly Sentence[]) => readonly Sighting[];
  /** What a post must show before it can see anything there; null, and where it is left out, if nothing so simple can be said. */
  readonly wants?: () => Wants | null;
  /** More than `wants` can say, where several things must show; left out where `wants` says all. */
  readonly demand?: () => Demand;
  /** Set by `near`: how far from a passage this may stand and still count. */
  readonly reach?: Reach;
  /** Set where it has exceptions of its own: what it is without them, for a trace. */
  readonly excepting?: { readonly finder: Finder; readonly exceptions: readonly Finder[] };
  /** Set by a context: it stands for a stretch of the sentence that it governs. */
  readonly context?: string;
  /** Set by what shows only when all posts of a calendar are there: then `find` finds nothing. */
  readonly calendar?: {
    readonly condition: Condition;
    /** Whether the post is one of those in question. */
    readonly looksAt: (document: Document) => boolean;
  };
}

export type Reach =
  | { readonly kind: "post" | "sentence" | "clause" }
  | { readonly kind: "words"; readonly words: number; readonly side: "before" | "after" | "either" };

/** The names that a rule may use, known before any rule is read. */
export interface KnownNames {
  readonly vocabularies: readonly string[];
  /** Dated data by name: for whom its periods count (none where they count for all), and whether it holds limits of channels. */
  readonly data: Readonly<Record<string, { readonly periodsFor: readonly string[] | null; readonly limits: boolean }>>;
  /** What is wrong with a regular expression, or null. */
  readonly mistakeInPattern: (source: string) => string | null;
  /** The clauses that the learned model knows; none where the rule set has no model. */
  readonly learnedClauses: readonly string[];
}

/** The words or signs without which a regular expression can't match. */
export type ClueOfPattern = (source: string, caseSensitive: boolean) => Clue;

/**
 * Groups of lists, of each of which one must stand in a sentence; where a phrase needs them, in its order, each behind the one before.
 * (A `Clue` says which sentences are worth a look, `Wants` which posts are.)
 */
export type Needs = readonly (readonly WordList[])[];

/** What compiling a find needs besides its own options. */
export interface Workshop {
  readonly compile: (find: FindSpec) => Finder;
  /** The entries of a vocabulary, those it includes among them. The name is known. */
  readonly vocabulary: (name: string) => readonly string[];
  /** Dated data. The name is known. */
  readonly data: (name: string) => DatedData;
  readonly clueOfPattern: ClueOfPattern;
  /**
   * Whether a finder may leave out sentences and posts that lack the words it needs. False for the reference that what is worked out of
   * rules (clues, needs, wants) is measured against.
   */
  readonly shortcuts: boolean;
  /** What a phrase needs, where that is known without reading it; else null. */
  readonly needsOf: (template: string) => Needs | null;
  /** The learned model of the rule set; null where it has none. */
  readonly resemblance: () => Resemblance | null;
  /** The list of these terms; `key` names it among all lists of the rule set. */
  readonly list: (key: string, terms: () => readonly string[]) => WordList;
  /** Which of the lists stand in a sentence. */
  readonly reading: (sentence: Sentence) => Reading;
  /** What the sentences of a post show together, until another post is asked about. */
  readonly postReading: (document: Document) => PostReading;
}

/**
 * One kind of looking. zod is handed in, not imported: checking a draft with rules that were checked before needs none of it.
 */
export interface Detector {
  readonly describe: string;
  /**
   * Whether what it sees rests on words of the copy alone, its parts apart: a learned model can judge these, and not metadata, numbers,
   * days or what is missing.
   */
  readonly restsOnWords: boolean;
  /** The options beside and under the detector's own key. */
  readonly shape: (z: typeof Zod, find: Zod.ZodType<FindSpec>, known: KnownNames) => Zod.ZodRawShape;
  readonly compile: (spec: never, workshop: Workshop) => Finder;
  /** The finds that a find of this kind is made of, its exceptions apart; none where it is left out. */
  readonly parts?: (spec: never) => readonly FindSpec[];
  /** Metadata for lack of which a find of this kind leaves a post unchecked, its parts apart; none where it is left out. */
  readonly asks?: (spec: never) => readonly (keyof Meta)[];
}

export const NEVER: Clue = { hints: [], signs: [], besideSigns: [], always: false };
export const ALWAYS: Clue = { ...NEVER, always: true };

export const wordsClue = (list: WordList): Clue => ({ ...NEVER, hints: [{ list, beside: [] }] });
export const signClue = (sign: Sign): Clue => ({ ...NEVER, signs: [sign] });

/** The clue of finds of which one is enough. */
export function anyClue(clues: readonly Clue[]): Clue {
  const withSigns = clues.filter(({ signs }) => signs.length > 0);
  return {
    hints: clues.flatMap((clue) => clue.hints),
    signs: [...new Set(withSigns.flatMap((clue) => clue.signs))],
    besideSigns: oneOf(withSigns.map((clue) => clue.besideSigns)),
    always: clues.some((clue) => clue.always),
  };
}

/** What stands where one of several needs does: all that a single one asks for, else one list of the first group of any. */
function oneOf(all: readonly Needs[]): Needs {
  if (all.length === 1) return all[0]!;
  const firsts = all.flatMap((needs) => needs.slice(0, 1));
  return firsts.length === 0 || firsts.length < all.length ? [] : [[...new Set(firsts.flat())]];
}

/** The clue of finds that must all see something in one sentence: the rarest of theirs, with the words of the others beside it. */
export function allClue(clues: readonly Clue[]): Clue {
  const rarest = rarestClue(clues);
  const beside = clues.flatMap((clue) => {
    const lists = clue === rarest ? null : listsOf(clue);
    return lists === null ? [] : [lists];
  });
  const besideOthers = clues.flatMap((clue) => (clue !== rarest && showsBySignAlone(clue) ? clue.besideSigns : []));
  const withBeside = (lists: Needs): Needs => [...lists, ...beside, ...besideOthers];
  return {
    ...rarest,
    hints: rarest.hints.map((hint) => ({ ...hint, beside: withBeside(hint.beside) })),
    besideSigns: rarest.signs.length === 0 ? [] : withBeside(rarest.besideSigns),
  };
}

const showsBySignAlone = ({ always, hints, signs }: Clue): boolean => !always && hints.length === 0 && signs.length > 0;

/** The lists of which one must stand where the clue shows; null where something else than words may show it. */
const listsOf = (clue: Clue): readonly WordList[] | null =>
  clue.always || clue.signs.length > 0 ? null : clue.hints.map(({ list }) => list);

/** A quick test of whether a sentence may hold what a finder with this clue looks for, as far as words and characters tell. */
export const showsWords = ({ always, signs, besideSigns, hints }: Clue, sentence: Sentence): boolean =>
  always ||
  (signs.length > 0 && showsSign(signs, sentence) && standIn(besideSigns, sentence)) ||
  hints.some(({ list, beside }) => list.standsIn(sentence) && standIn(beside, sentence));

const standIn = (needs: Needs, sentence: Sentence): boolean =>
  needs.every((lists) => lists.some((list) => list.standsIn(sentence)));

/** The clue that sends the fewest sentences to a closer look. `clues` is not empty. */
export const rarestClue = (clues: readonly Clue[]): Clue =>
  clues.reduce((best, clue) => (clueCost(clue) < clueCost(best) ? clue : best));

/** A rough measure of how many sentences show a clue. */
export const clueCost = ({ always, signs, hints }: Clue): number =>
  always
    ? Number.POSITIVE_INFINITY
    : hints.reduce(
        (sum, { list, beside }) => sum + list.cost / (1 + beside.length),
        signs.reduce((sum, sign) => sum + signCost(sign), 0),
      );

export const compareReading = (a: Sighting, b: Sighting): number =>
  copyPosition(a) - copyPosition(b) || a.start - b.start || b.end - a.end;

/** Before all copy where nothing can be pointed at. */
const copyPosition = (sighting: Sighting) => (sighting.sentence === null ? -1 : sighting.sentence.in.position);

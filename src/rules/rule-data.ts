import type { Clue, FindSpec, Needs } from "../detectors/detector.ts";
import type { Lexicon } from "../detectors/lexicon.ts";
import { listFeature } from "../learned/features.ts";
import type { Resemblance } from "../learned/resemblance.ts";
import type { WordLists } from "../learned/word-lists.ts";
import type { Dated, DatedData } from "../model/dated.ts";
import { once } from "../model/once.ts";
import type { Policy } from "../model/policy.ts";
import type { Meta } from "../model/post.ts";
import type { RuleSetName } from "../model/report.ts";
import type { RuleCard } from "../model/rule.ts";
import { type FinderOptions, findCompiler } from "./compile.ts";
import { LazyRule } from "./lazy-rule.ts";
import type { ListOf } from "./patterns.ts";
import type { Examples, Position, Rule, RuleSet } from "./ruleset.ts";
import { type VocabularyData, withIncluded } from "./vocabulary-data.ts";

/** A rule set that was read and found sound, as plain data: what a file can hold and a thread can be sent. */
export interface RuleSetData extends RuleSetHead {
  readonly vocabularies: Readonly<Record<string, VocabularyData>>;
  readonly data: Readonly<Record<string, DatedData>>;
  readonly rules: readonly RuleData[];
}

export interface RuleSetHead {
  readonly name: RuleSetName;
  readonly policy: Policy;
  readonly contacts: Readonly<Record<string, string>>;
  readonly reviewBy: string | null;
  readonly docsUrl: string | null;
  readonly metadataFields: readonly (keyof Meta)[];
  readonly dated: readonly Dated[];
}

export interface RuleData {
  /** Its message and advice name contacts as they were written: `{contact.communications}`. */
  readonly card: RuleCard;
  readonly find: FindSpec;
  readonly unless: readonly FindSpec[];
  readonly passage: Rule["passage"];
  readonly anyLanguage: boolean;
  /** Passages in lower case, and what to write for them. */
  readonly rewrites: Readonly<Record<string, string>>;
  readonly examples: Examples;
  readonly at: Position;
  /** Whether the learned model of its rule set may doubt what it finds. */
  readonly doubtable: boolean;
}

/** Where a rule set's parts come from; each is asked for when first needed, and once. */
export interface RuleSetSource {
  readonly head: RuleSetHead;
  /** Their names. */
  readonly vocabularies: readonly string[];
  readonly vocabulary: (name: string) => VocabularyData;
  readonly data: () => Readonly<Record<string, DatedData>>;
  readonly rules: readonly (() => RuleData)[];
  readonly clueOfPattern: (source: string, caseSensitive: boolean, list: ListOf) => Clue;
  /** What a phrase needs, where that was worked out before. */
  readonly needsOf?: (template: string) => Needs | null;
  /** Makes the lexicon; `complete` has all finders ask for their lists. */
  readonly lexicon: (complete: () => void) => Lexicon;
  /** A learned model; null or left out where there is none. */
  readonly resemblance?: (lists: WordLists) => Resemblance | null;
  readonly options?: FinderOptions | undefined;
}

/** Makes a rule set ready. A rule's finder is made when a post first comes close to it: most runs need few of them. */
export function ruleSetFrom(source: RuleSetSource): RuleSet {
  const { head, clueOfPattern, needsOf = () => null, options = {} } = source;
  const vocabularies = once(() => withIncluded(source.vocabularies, source.vocabulary));
  const data = once(() => new Map(Object.entries(source.data())));
  const lexicon = source.lexicon(() => {
    for (const rule of rules) void [rule.finder, rule.exceptions];
  });
  const resemblance = once(() => source.resemblance?.(wordListsOf(lexicon)) ?? null);
  const compile = findCompiler({ vocabularies, data, clueOfPattern, needsOf, lexicon, resemblance, options });
  const rules = source.rules.map((read) => new LazyRule(read, head.contacts, compile));
  return {
    ...head,
    lexicon,
    resemblance,
    get vocabularies() {
      return vocabularies();
    },
    get data() {
      return data();
    },
    rules,
  };
}

/** The lists of a lexicon as a learned model reads them. */
export const wordListsOf = (lexicon: Lexicon): WordLists => ({
  standingIn: (sentence) => lexicon.reading(sentence).lists,
  setsIn: (sentence) => lexicon.reading(sentence).sets,
  numbersOf: lexicon.numbersOf,
  words: () => lexicon.arrays().wordAt.length - 1,
  sets: lexicon.arrays,
  keyOf: (list) => listFeature(lexicon.hashOf(list)),
});

import type { Finder, FindSpec } from "../detectors/detector.ts";
import type { Lexicon } from "../detectors/lexicon.ts";
import type { Resemblance } from "../learned/resemblance.ts";
import type { Dated, DatedData } from "../model/dated.ts";
import type { Policy } from "../model/policy.ts";
import type { Meta } from "../model/post.ts";
import type { RuleSetName } from "../model/report.ts";
import type { RuleCard } from "../model/rule.ts";

/** A policy with the rules that look after it, ready to check posts. */
export interface RuleSet {
  readonly name: RuleSetName;
  readonly policy: Policy;
  /** Who to ask, by the name that advice uses: `{contact.communications}`. */
  readonly contacts: Readonly<Record<string, string>>;
  /** ISO date by which the owner wants to look at it again. */
  readonly reviewBy: string | null;
  /** Where its reference pages are published, with a slash at its end; null where they are not. */
  readonly docsUrl: string | null;
  /** Metadata that some rule asks about, by its first name, sorted. */
  readonly metadataFields: readonly (keyof Meta)[];
  /** In the order of their packs and files. Ids are unique. */
  readonly rules: readonly Rule[];
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  /** The word lists of all rules. */
  readonly lexicon: Lexicon;
  /** Dated data by name: periods before polls, limits of channels. */
  readonly data: ReadonlyMap<string, DatedData>;
  /** The lists that are known until a day, in the order of their names. */
  readonly dated: readonly Dated[];
  /** The model that came with the rules, ready to read posts; null where none did. */
  readonly resemblance: () => Resemblance | null;
}

export interface Rule {
  readonly card: RuleCard;
  /** The find as written, for explanations. */
  readonly spec: FindSpec;
  readonly finder: Finder;
  /** The finds of which one is enough, each made when first asked for: those of an `any` at the top, else the rule's one find. */
  readonly branches: readonly (() => Finder)[];
  /** Whatever one of these sees clears a match within its reach. */
  readonly exceptions: readonly Finder[];
  /** The exceptions as written. */
  readonly exceptionSpecs: readonly FindSpec[];
  /** How much around a match the finding points at. */
  readonly passage: "match" | "clause" | "sentence";
  /** Also looked for in posts that are not in English. */
  readonly anyLanguage: boolean;
  /** Whether the learned model of its rule set may doubt what it finds. */
  readonly doubtable: boolean;
  /** Passages in lower case, and what to write for them: whole passages only. */
  readonly rewrites: Readonly<Record<string, string>>;
  readonly examples: Examples;
  readonly at: Position;
}

/** 1-based, as editors show it; a column counts UTF-16 code units. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A draft as people write it: a text, a text with metadata, or several posts. */
export type Example =
  | string
  | { readonly text: string; readonly meta: Readonly<Record<string, unknown>> }
  | { readonly posts: readonly Readonly<Record<string, unknown>>[] };

export interface Examples {
  /** `[[ ]]` marks the passage that must be reported. */
  readonly breach: readonly Example[];
  readonly fine: readonly Example[];
}

/** A named list of words, with where it comes from and until when it holds. */
export interface Vocabulary {
  readonly describe: string;
  /** Its own words and those of the lists it includes. */
  readonly words: readonly string[];
  readonly includes: readonly string[];
  readonly source: string | null;
  /** ISO date after which a post gets a note that the list may be out of date. */
  readonly validTo: string | null;
  readonly at: Position;
}

import type { Clue, FindSpec, Workshop } from "../detectors/detector.ts";
import { allSentences } from "../detectors/sentences.ts";
import { termsFinder } from "../detectors/terms.ts";
import { compromise } from "../grammar.ts";
import { prepare } from "../prepare/document.ts";
import { postsOf } from "../readers/post.ts";
import type { Rule, RuleSet } from "../rules/ruleset.ts";
import { type ExampleProblem, verifyRules } from "../verify.ts";
import { findsOf, valuesOf, vocabulariesIn } from "./finds.ts";
import type { Remark } from "./remark.ts";

/** Rules and words that can't find anything, however long they wait. */
export function neverFinds(ruleset: RuleSet): readonly Remark[] {
  const missed = verifyRules(ruleset).filter(({ kind }) => kind === "missed");
  return [
    ...ruleset.rules.flatMap((rule) => [
      ...emptyLists(rule, ruleset),
      ...withoutClue(rule),
      ...missesAll(rule, missed),
      ...deadTerms(valuesOf("terms", findsOf(rule)).map(String)).map((term) => ({
        at: rule.at,
        says: `${rule.card.id} looks for “${term}”, ${CANNOT_BE_FOUND}`,
      })),
    ]),
    ...[...ruleset.vocabularies].flatMap(([name, { words, at }]) =>
      deadTerms(words).map((term) => ({ at, says: `the vocabulary ${name} has “${term}”, ${CANNOT_BE_FOUND}` })),
    ),
  ];
}

const CANNOT_BE_FOUND =
  "which is never found: a sign parts its words, or it has none; leave the sign out, or write a phrase or a pattern";

function emptyLists(rule: Rule, { vocabularies }: RuleSet): readonly Remark[] {
  const names = new Set(vocabulariesIn(findsOf(rule)));
  return [...names]
    .filter((name) => vocabularies.get(name)?.words.length === 0)
    .map((name) => ({
      at: rule.at,
      says: `${rule.card.id} looks for words of ${name}, and that vocabulary has none; give it words or take it out`,
    }));
}

function withoutClue(rule: Rule): readonly Remark[] {
  if (mayShow(rule.finder.clue())) return [];
  return [{ at: rule.at, says: `${rule.card.id} can find nothing: what it looks for has no words; look at its find` }];
}

const mayShow = ({ always, signs, hints }: Clue): boolean =>
  always || signs.length > 0 || hints.some(({ literals }) => literals.length > 0);

function missesAll(rule: Rule, missed: readonly ExampleProblem[]): readonly Remark[] {
  const count = missed.filter((problem) => problem.rule === rule).length;
  if (count < rule.examples.breach.length) return [];
  return [
    {
      at: rule.at,
      says: `${rule.card.id} finds none of its own ${count} breach examples; postlint explain ${rule.card.id} --text "…" shows why`,
    },
  ];
}

/** Terms that are not seen in a text which is nothing but the term. */
function deadTerms(terms: readonly string[]): readonly string[] {
  return terms.filter((term) => {
    const text = term.replace(/^=/u, "");
    const document = documentOf(text);
    const finder = termsFinder([term], { hashtags: true }, ALONE, term, term);
    return document !== null && finder.find(document, allSentences(document)).length === 0;
  });
}

function documentOf(text: string) {
  const [reading] = postsOf({ defaults: {} })({ fields: { text }, derivedId: "term", source: NOWHERE });
  return reading?.kind === "post" ? prepare(reading.post, compromise) : null;
}

const NOWHERE = { file: "term", line: null, sheet: null, row: null, cell: null };

/** A term alone needs nothing of a rule set. */
const ALONE: Workshop = {
  compile: (_find: FindSpec) => {
    throw new Error("a term holds no other find");
  },
  vocabulary: () => [],
  clueOfPattern: () => ({ hints: [], signs: [], always: true }),
  resemblance: () => null,
  shared: (_key, build) => build(),
};

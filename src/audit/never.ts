import { findsOfKind } from "../detectors/finds.ts";
import { compromise } from "../grammar.ts";
import { ORDINARY } from "../model/circumstances.ts";
import { prepare } from "../prepare/document.ts";
import type { Word } from "../prepare/words.ts";
import { postsOf } from "../readers/post.ts";
import { placeAt } from "../readers/readings.ts";
import type { Rule, RuleSet } from "../rules/ruleset.ts";
import { type ExampleProblem, verifyRules } from "./examples.ts";
import { findsOf, vocabulariesIn } from "./finds.ts";
import type { Remark } from "./remark.ts";

/** Rules and words that can't find anything, however long they wait. */
export function neverFinds(ruleset: RuleSet): readonly Remark[] {
  const missed = verifyRules(ruleset).filter(({ kind }) => kind === "missed");
  return [
    ...ruleset.rules.flatMap((rule) => [
      ...emptyLists(rule, ruleset),
      ...missesAll(rule, missed),
      ...deadTerms(findsOfKind("terms", findsOf(rule)).flatMap(({ terms }) => terms)).map((term) => ({
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

/** Terms whose words do not stand side by side in a text which is nothing but the term. */
function deadTerms(terms: readonly string[]): readonly string[] {
  return terms.filter((term) => {
    const words = wordsAlone(term.replace(/^=/u, ""));
    const seen = ({ within, tight }: Word, at: number) =>
      (within === "prose" || within === "hashtag") && (at === 0 || tight);
    return words.length === 0 || !words.every(seen);
  });
}

function wordsAlone(text: string): readonly Word[] {
  const [reading] = postsOf({ defaults: {} })({ fields: { text }, derivedId: "term", source: NOWHERE });
  return reading?.kind === "post"
    ? prepare(reading.post, compromise, ORDINARY).copies.flatMap(({ words }) => words)
    : [];
}

const NOWHERE = placeAt("term", null);

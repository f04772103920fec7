import { createChecker } from "../check.ts";
import { clearedBy } from "../detectors/exceptions.ts";
import { compromise } from "../grammar.ts";
import { judge } from "../judge/judge.ts";
import type { Circumstances } from "../model/circumstances.ts";
import type { Finding } from "../model/finding.ts";
import type { Post } from "../model/post.ts";
import { allSentences, type Document, englishOf, prepare } from "../prepare/document.ts";
import type { Rule, RuleSet } from "../rules/ruleset.ts";
import { reasonOf } from "./explain.ts";
import { type Said, sayFind } from "./wording.ts";

/** What the rules of a set made of one post. */
export interface PostExplained {
  /** In reading order. */
  readonly found: readonly Finding[];
  /** What would have counted, and why it may stand. */
  readonly cleared: readonly { readonly finding: Finding; readonly reason: string }[];
  /** Rules that lack one thing only; `lacks` says which, in plain words. */
  readonly nearly: readonly { readonly rule: Rule; readonly lacks: string }[];
}

/** `findings` are those of the post where it was checked together with others. */
export function explainPost(
  ruleset: RuleSet,
  post: Post,
  circumstances: Circumstances,
  findings = createChecker(ruleset, { grammar: compromise, reference: false, circumstances })(post).findings,
): PostExplained {
  const whole = prepare(post, compromise, circumstances);
  const english = englishOf(whole);
  const quiet = ruleset.rules.flatMap((rule) => {
    const document = rule.anyLanguage ? whole : english;
    return document === null || findings.some((finding) => finding.rule === rule.card.id) ? [] : [{ rule, document }];
  });
  return {
    found: findings,
    cleared: quiet.flatMap(({ rule, document }) => clearedIn(ruleset, rule, document)),
    nearly: quiet.flatMap(({ rule, document }) => {
      const lacks = missingOne(sayFind(rule.spec, rule.finder, ruleset.vocabularies), document);
      return lacks === null ? [] : [{ rule, lacks }];
    }),
  };
}

function clearedIn(ruleset: RuleSet, rule: Rule, document: Document): PostExplained["cleared"] {
  const sightings = rule.finder.find(document, allSentences(document));
  if (sightings.length === 0) return [];
  const { card, passage, rewrites } = rule;
  const [finding] = judge({ card, passage, rewrites, exceptions: [] }, sightings, document);
  const clearing = clearedBy(sightings[0]!, rule.exceptions, document);
  return finding === undefined || clearing === null
    ? []
    : [{ finding, reason: reasonOf(ruleset, rule, clearing, document) }];
}

/** What alone is missing where all other parts are there, and something more than the way of speaking is; else null. */
function missingOne({ joins, parts, needs }: Said, document: Document): string | null {
  const there = ({ finder }: Said) => finder.find(document, allSentences(document)).length > 0;
  const [here, gone] = [parts.filter(there), parts.filter((part) => !there(part))];
  if (joins === "weights") {
    const sum = here.reduce((total, { weight }) => total + weight, 0);
    return needs - sum === 1 ? `a little more: what is here weighs ${sum}, and it takes ${needs}` : null;
  }
  if (joins === "any") return parts.map((part) => missingOne(part, document)).find((lack) => lack !== null) ?? null;
  const words = here.filter(({ finder }) => finder.context === undefined && finder.reach === undefined);
  return joins === "all" && words.length >= 2 && gone.length === 1 ? sayLack(gone[0]!) : null;
}

function sayLack({ joins, parts, brief, such, says }: Said): string {
  if (joins === "any" && parts.length > 0) return parts.slice(0, 2).map(sayLack).join("; or ");
  const words = [brief, such].filter((each) => each !== "").join(", ");
  return words === "" ? says : words;
}

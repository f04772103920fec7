import { readdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createChecker } from "../check.ts";
import { compromise } from "../grammar.ts";
import { doubted } from "../judge/doubt.ts";
import { unsaid } from "../judge/second-opinion.ts";
import { encodeModel, type Model } from "../learned/model.ts";
import { resemblanceOf } from "../learned/resemblance.ts";
import { ORDINARY } from "../model/circumstances.ts";
import type { Finding } from "../model/finding.ts";
import type { ClauseId } from "../model/policy.ts";
import type { RuleId } from "../model/rule.ts";
import type { Document, Sentence } from "../prepare/document.ts";
import { wordListsOf } from "../rules/rule-data.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { crossValidate, type Guess, thresholdFor, unlikeFor } from "./cross-validate.ts";
import { spreads } from "./fairness.ts";
import { rulesIn, SHIPPED_RULES } from "./labelled.ts";
import { learn } from "./learn.ts";
import { digestOfFiles, lessonsIn } from "./lessons.ts";
import { type Compared, modelCard } from "./model-card.ts";

const USAGE = `Trains the second opinion on labelled posts, and writes the model and its card.

  npm run train -- [--extra FILE] [--rules DIR]

  --extra F   labelled JSON Lines to learn from besides those of the repository; may be given more than once
  --rules D   where the model goes, and the rules that it is compared with`;

const TRAINING = "fixtures/corpus/train";
/** D3 is about a permission that is missing: it stands in metadata, not in words. */
const UNLEARNED = ["D3"];
/**
 * Shares of fine posts, by writers not read, that may be taken for likely breaches and for hints of them. Of every 1,000, five are
 * half of what we want to pay at most: a new writer may be unlike all of these, and of real passages no more than two of 1,000 may be
 * flagged. The rules have no part in the thresholds.
 */
const FALSE_ALARMS = { likely: 0.005, hint: 0.02 };
/**
 * The share of breaching posts, by writers not read, that score below what is called altogether unlike them. Of those that rules flag,
 * far fewer do.
 */
const FALSE_DOUBTS = 0.08;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      extra: { type: "string", multiple: true },
      rules: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return console.log(USAGE);
  const folder = values.rules ?? SHIPPED_RULES;
  const files = [...trainingFiles(), ...(values.extra ?? [])];
  const ruleset = rulesIn(folder);
  const lists = wordListsOf(ruleset.lexicon);
  const lessons = await lessonsIn(files, UNLEARNED, lists);
  const guesses = crossValidate(lessons, lists);
  const digest = digestOfFiles(files);
  const thresholds = {
    likely: thresholdFor(guesses, FALSE_ALARMS.likely),
    hint: thresholdFor(guesses, FALSE_ALARMS.hint),
    unlike: unlikeFor(guesses, FALSE_DOUBTS),
  };
  const model: Model = { ...learn(lessons), thresholds, trainedOn: { posts: lessons.length, digest } };
  const text = encodeModel(model);
  writeFileSync(`${folder}/second-opinion.model.json`, text);
  const card = modelCard({
    files,
    digest,
    bytes: text.length,
    features: model.keys.length,
    thresholds,
    shares: { likely: FALSE_ALARMS.likely, unlike: FALSE_DOUBTS },
    compared: compare(guesses, thresholds, ruleset),
    spreads: spreads(resemblanceOf(model, lists)),
  });
  writeFileSync(`${folder}/second-opinion.md`, card);
  console.log(card);
}

const trainingFiles = (): readonly string[] =>
  readdirSync(TRAINING)
    .sort()
    .map((file) => `${TRAINING}/${file}`);

/** What the rules find in each post alone, and what they and the model find that did not read its writer. */
function compare(
  guesses: readonly Guess[],
  { likely, unlike }: Pick<Model["thresholds"], "likely" | "unlike">,
  ruleset: RuleSet,
): readonly Compared[] {
  const doubtable = new Set<string>(ruleset.rules.flatMap((rule) => (rule.doubtable ? [rule.card.id] : [])));
  const check = createChecker(ruleset, {
    grammar: compromise,
    reference: false,
    circumstances: ORDINARY,
    secondOpinion: false,
  });
  return guesses.map((guess) => {
    const { document, label } = guess.lesson;
    const { findings } = check(document.post);
    const isUnlike = (_document: Document, sentences: readonly Sentence[]) =>
      guess.score < unlike && sentences.every((sentence) => guess.scoreOfSentence(sentence) < unlike);
    const left = doubted(document, findings, ({ rule }) => doubtable.has(rule), { isUnlike });
    const opinions = guess.score >= likely ? guess.clauses.map((clause) => opinionOn(guess, clause)) : [];
    return {
      guess,
      alone: { label, findings },
      together: { label, findings: [...left, ...unsaid(opinions, left)] },
    };
  });
}

function opinionOn({ passage }: Guess, clause: string): Finding {
  return {
    rule: `second-opinion/${clause.toLowerCase()}` as RuleId,
    clause: clause as ClauseId,
    also: [],
    level: "warning",
    confidence: "likely",
    message: "",
    advice: "",
    rewrite: null,
    mask: false,
    suppressed: null,
    passage,
    evidence: [],
  };
}

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}

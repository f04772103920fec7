import type { KnownNames } from "../detectors/detector.ts";
import { growingLexicon } from "../detectors/growing-lexicon.ts";
import type { ClauseId, Policy } from "../model/policy.ts";
import type { RuleCard, RuleId } from "../model/rule.ts";
import type { FinderOptions } from "./compile.ts";
import { askable, datedDataIn, validity } from "./dated-data.ts";
import { digestOf } from "./digest.ts";
import { doubtsIn, isDoubtable } from "./doubtable.ts";
import { type Base, rulesKept } from "./extend.ts";
import { isModel, type RuleFile } from "./files.ts";
import { learnedIn, soundModelIn } from "./learned.ts";
import { metadataFields } from "./metadata.ts";
import { type BaseRules, clausesTwice, mistakesInNames, mistakesInReplacing, type Pack } from "./names.ts";
import { kindOf, type ParsedFile, parseFile, placeIn, validated } from "./parsed-file.ts";
import { clueOfPattern, mistakeInPattern } from "./patterns.ts";
import type { RuleProblem } from "./problem.ts";
import { type RuleData, type RuleSetData, ruleSetFrom } from "./rule-data.ts";
import type { Example, Position, RuleSet } from "./ruleset.ts";
import { type PackFile, type PolicyFile, packFileSchema, policyFileSchema } from "./schema.ts";
import { vocabulariesOf } from "./vocabularies.ts";

export type Loaded =
  | { readonly ok: true; readonly ruleset: RuleSet }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] };

/** The rule set in these files, ready to check posts. `base` is what its `extends` names. */
export function loadRuleSet(files: readonly RuleFile[], base: Base | null = null, options?: FinderOptions): Loaded {
  const read = readRuleSet(files, base);
  if (!read.ok) return read;
  const { vocabularies, data, rules, ...head } = read.data;
  return {
    ok: true,
    ruleset: ruleSetFrom({
      head,
      vocabularies: Object.keys(vocabularies),
      vocabulary: (name) => vocabularies[name]!,
      data: () => data,
      rules: rules.map((rule) => () => rule),
      clueOfPattern,
      lexicon: growingLexicon,
      resemblance: soundModelIn(together(files, base)),
      options,
    }),
  };
}

export type Read =
  | { readonly ok: true; readonly data: RuleSetData }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] };

/**
 * Reads a rule set from its files: one `ruleset.yaml`, vocabularies and dated data in folders of those names,
 * packs, and perhaps a learned model. Collects every problem.
 */
export function readRuleSet(files: readonly RuleFile[], base: Base | null = null): Read {
  const problems: RuleProblem[] = [];
  const learned = learnedIn(together(files, base), problems);
  const parsed = files
    .filter(({ path }) => !isModel(path))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map((file) => parseFile(file, problems));
  const ofKind = (kind: ReturnType<typeof kindOf>) => parsed.filter(({ path }) => kindOf(path) === kind);
  const [head] = ofKind("ruleset");
  if (head === undefined) return { ok: false, problems: [noRuleSet(files)] };
  const policyFile = validated<PolicyFile>(head, policyFileSchema, problems);
  const vocabularies = vocabulariesOf(ofKind("vocabulary"), base?.data.vocabularies ?? {}, problems);
  const facts = datedDataIn(ofKind("data"), base?.data.data ?? {}, problems);
  if (policyFile?.extends !== undefined && base === null) problems.push(baseNotGiven(policyFile.extends, head));
  // Packs that name the words of a broken list, or the clauses of a broken model, would all be blamed for it.
  if (policyFile === null || problems.length > 0) return { ok: false, problems: inFileOrder(problems) };
  const known: KnownNames = {
    vocabularies: Object.keys(vocabularies),
    data: askable(facts),
    mistakeInPattern,
    learnedClauses: learned.clauses,
  };
  const packSchema = packFileSchema(known);
  const packs = ofKind("pack").map((file) => ({ file, rules: validated<PackFile>(file, packSchema, problems) ?? [] }));
  const policy = policyFile.policy === undefined ? base!.data.policy : policyOf(policyFile.policy);
  const contacts = { ...base?.data.contacts, ...policyFile.contacts };
  const kept = base === null ? [] : rulesKept(base.data, policyFile, head, problems);
  const names = { clauses: policy.clauses.map(({ id }) => id), contacts: Object.keys(contacts) };
  problems.push(
    ...clausesTwice(head, policyFile),
    ...mistakesInNames(packs, names),
    ...mistakesInReplacing(packs, baseRules(base)),
  );
  if (problems.length > 0) return { ok: false, problems: inFileOrder(problems) };
  const rules = doubtedOnlyBesideOpinions(onTopOf(kept, rulesOf(packs)));
  return {
    ok: true,
    data: {
      name: { name: policyFile.name, version: policyFile.version, digest: digestOf(files, base?.data.name.digest) },
      policy,
      contacts,
      reviewBy: policyFile.review_by ?? null,
      docsUrl: policyFile.docs_url?.replace(/\/?$/u, "/") ?? base?.data.docsUrl ?? null,
      metadataFields: metadataFields(rules.flatMap(({ find, unless }) => [find, ...unless])),
      dated: validity(vocabularies, facts),
      vocabularies,
      data: facts,
      rules,
    },
  };
}

const together = (files: readonly RuleFile[], base: Base | null): readonly RuleFile[] => [
  ...(base?.files ?? []),
  ...files,
];

const noRuleSet = (files: readonly RuleFile[]): RuleProblem => ({
  kind: "no-ruleset",
  folder: files[0]?.path.replace(/[^/]*$/, "") || "the folder named",
  at: { file: "ruleset.yaml", line: 1, column: 1 },
});

const baseNotGiven = (name: string, head: ParsedFile): RuleProblem => ({
  kind: "extends",
  detail: `the rule set ${name}, which this one extends, is not here`,
  at: placeIn(head, ["extends"]),
});

const baseRules = (base: Base | null): BaseRules => ({
  name: base?.data.name.name ?? null,
  ids: base?.data.rules.map(({ card }) => card.id) ?? [],
});

/** A model may doubt the rules that stand beside its own in one rule set. What others add, they mean. */
function rulesOf(packs: readonly Pack[]): readonly RuleData[] {
  const doubts = doubtsIn(packs.flatMap(({ rules }) => rules.map(({ find }) => find)));
  return packs.flatMap(({ file, rules }) =>
    rules.map((rule, index) => {
      const data = dataOf(rule, placeIn(file, [index]));
      return { ...data, doubtable: isDoubtable(data.card, [data.find, ...data.unless], doubts) };
    }),
  );
}

/** Where the opinion on a clause was switched off, or replaced by one that does not doubt, nothing is doubted on its behalf. */
function doubtedOnlyBesideOpinions(rules: readonly RuleData[]): readonly RuleData[] {
  const doubts = doubtsIn(rules.map(({ find }) => find));
  const maySpeak = ({ card }: RuleData) => doubts.get(card.clause ?? "") === true;
  return rules.map((rule) => (rule.doubtable && !maySpeak(rule) ? { ...rule, doubtable: false } : rule));
}

/** A rule of one's own takes the place of the one that has its id. */
function onTopOf(kept: readonly RuleData[], own: readonly RuleData[]): readonly RuleData[] {
  const ids = new Set(own.map(({ card }) => card.id));
  return [...kept.filter(({ card }) => !ids.has(card.id)), ...own];
}

const inFileOrder = (problems: readonly RuleProblem[]) =>
  problems.toSorted((a, b) =>
    a.at.file === b.at.file ? a.at.line - b.at.line || a.at.column - b.at.column : a.at.file < b.at.file ? -1 : 1,
  );

const policyOf = (policy: NonNullable<PolicyFile["policy"]>): Policy => ({
  title: policy.title,
  publisher: policy.publisher,
  published: policy.published ?? null,
  updated: policy.updated ?? null,
  url: policy.url ?? null,
  clauses: policy.clauses.map(({ gross_misconduct, id, ...clause }) => ({
    ...clause,
    id: id as ClauseId,
    grossMisconduct: gross_misconduct ?? false,
  })),
});

const dataOf = (rule: PackFile[number], at: Position): Omit<RuleData, "doubtable"> => ({
  card: cardOf(rule),
  find: rule.find,
  unless: rule.unless ?? [],
  passage: rule.passage ?? "match",
  anyLanguage: rule.any_language ?? false,
  rewrites: Object.fromEntries(Object.entries(rule.rewrite ?? {}).map(([from, to]) => [from.toLowerCase(), to])),
  examples: rule.examples as { breach: Example[]; fine: Example[] },
  at,
});

function cardOf(rule: PackFile[number]): RuleCard {
  const [clause, ...also] = rule.clauses as ClauseId[];
  return {
    id: rule.id as RuleId,
    clause: clause ?? null,
    also,
    level: rule.level,
    confidence: rule.confidence,
    message: rule.message,
    advice: rule.advice,
    mask: rule.mask ?? false,
    suppressible: rule.suppressible ?? true,
    learned: typeof rule.find === "object" && "resembles" in rule.find,
    domain: rule.domain ?? [],
  };
}

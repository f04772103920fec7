import { LineCounter, parseDocument, type Document as YamlDocument } from "yaml";
import type { z } from "zod";
import type { KnownNames } from "../detectors/detector.ts";
import type { ClauseId, Policy } from "../model/policy.ts";
import type { RuleCard, RuleId } from "../model/rule.ts";
import { digestOf, isModel, type RuleFile } from "./files.ts";
import { sentenceOfIssue } from "./issue.ts";
import { learnedIn, soundModelIn } from "./learned.ts";
import { locate, locateKey, position } from "./locate.ts";
import { metadataFields } from "./metadata.ts";
import { nearestName } from "./nearest.ts";
import { clueOfPattern, mistakeInPattern } from "./patterns.ts";
import type { RuleProblem } from "./problem.ts";
import { type RuleData, type RuleSetData, ruleSetFrom } from "./rule-data.ts";
import type { Example, Position, RuleSet, Vocabulary } from "./ruleset.ts";
import {
  type PackFile,
  type PolicyFile,
  packFileSchema,
  policyFileSchema,
  type VocabularyFile,
  vocabularyFileSchema,
} from "./schema.ts";

export type Loaded =
  | { readonly ok: true; readonly ruleset: RuleSet }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] };

/** The rule set in these files, ready to check posts. */
export function loadRuleSet(files: readonly RuleFile[]): Loaded {
  const read = readRuleSet(files);
  if (!read.ok) return read;
  const { vocabularies, rules, ...head } = read.data;
  return {
    ok: true,
    ruleset: ruleSetFrom({
      head,
      vocabularies: () => vocabularies,
      rules: rules.map((rule) => () => rule),
      clueOfPattern,
      resemblance: soundModelIn(files),
    }),
  };
}

/**
 * Reads a rule set from its files: one `ruleset.yaml`, vocabularies in a folder of that name, packs, and
 * perhaps a learned model. Collects every problem.
 */
export function readRuleSet(
  files: readonly RuleFile[],
):
  | { readonly ok: true; readonly data: RuleSetData }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] } {
  const problems: RuleProblem[] = [];
  const learned = learnedIn(files, problems);
  const ordered = files
    .filter(({ path }) => !isModel(path))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map((file) => parseFile(file, problems));
  const head = ordered.find(({ path }) => kindOf(path) === "ruleset");
  if (head === undefined) {
    return {
      ok: false,
      problems: [{ kind: "no-ruleset", folder: folderOf(files), at: { file: "ruleset.yaml", line: 1, column: 1 } }],
    };
  }
  const policyFile = validated<PolicyFile>(head, policyFileSchema, problems);
  const vocabularies = vocabulariesOf(
    ordered.filter(({ path }) => kindOf(path) === "vocabulary"),
    problems,
  );
  // Packs that name the words of a broken list, or the clauses of a broken model, would all be blamed for it.
  if (problems.length > 0) return { ok: false, problems: inFileOrder(problems) };
  const known: KnownNames = {
    vocabularies: [...vocabularies.keys()],
    mistakeInPattern,
    learnedClauses: learned.clauses,
  };
  const packSchema = packFileSchema(known);
  const packs = ordered
    .filter(({ path }) => kindOf(path) === "pack")
    .map((file) => ({ file, rules: validated<PackFile>(file, packSchema, problems) ?? [] }));
  if (policyFile !== null) problems.push(...mistakesInNames(policyFile, head, packs));
  if (policyFile === null || problems.length > 0) return { ok: false, problems: inFileOrder(problems) };
  return {
    ok: true,
    data: {
      name: { name: policyFile.name, version: policyFile.version, digest: digestOf(files) },
      policy: policyOf(policyFile),
      contacts: policyFile.contacts ?? {},
      reviewBy: policyFile.review_by ?? null,
      metadataFields: metadataFields(
        packs.flatMap(({ rules }) => rules.flatMap(({ find, unless = [] }) => [find, ...unless])),
      ),
      vocabularies: Object.fromEntries(vocabularies),
      rules: packs.flatMap(({ file, rules }) =>
        rules.map((rule, index) => dataOf(rule, policyFile, locate(file.path, file.doc, file.lines, [index]))),
      ),
    },
  };
}

interface ParsedFile {
  readonly path: string;
  readonly doc: YamlDocument;
  readonly lines: LineCounter;
  readonly sound: boolean;
}

function parseFile({ path, text }: RuleFile, problems: RuleProblem[]): ParsedFile {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  for (const error of doc.errors) {
    problems.push({
      kind: "yaml",
      at: position(path, lines, error.pos[0]),
      detail: `this is not YAML as it should be: ${error.message}`,
    });
  }
  return { path, doc: doc as unknown as YamlDocument, lines, sound: doc.errors.length === 0 };
}

function kindOf(path: string): "ruleset" | "vocabulary" | "pack" {
  if (/(?:^|\/)ruleset\.ya?ml$/.test(path)) return "ruleset";
  return /(?:^|\/)vocabularies\/[^/]+$/.test(path) ? "vocabulary" : "pack";
}

const folderOf = (files: readonly RuleFile[]) => files[0]?.path.replace(/[^/]*$/, "") || "the folder named";

/** The file's value if it is as the schema wants it; else null, and the problems say why. */
function validated<T>(file: ParsedFile, schema: z.ZodType, problems: RuleProblem[]): T | null {
  if (!file.sound) return null;
  let value: unknown;
  try {
    value = file.doc.toJS({ maxAliasCount: 50 });
  } catch (error) {
    problems.push({ kind: "yaml", at: { file: file.path, line: 1, column: 1 }, detail: (error as Error).message });
    return null;
  }
  const result = schema.safeParse(value ?? (kindOf(file.path) === "pack" ? [] : {}));
  if (result.success) return result.data as T;
  for (const issue of result.error.issues) {
    for (const { path, detail, atKey } of sentenceOfIssue(issue, value)) {
      const at = (atKey ? locateKey : locate)(file.path, file.doc, file.lines, path);
      problems.push({ kind: "shape", at, detail });
    }
  }
  return null;
}

function vocabulariesOf(files: readonly ParsedFile[], problems: RuleProblem[]): ReadonlyMap<string, Vocabulary> {
  const entries = new Map<string, { readonly entry: VocabularyFile[string]; readonly at: Position }>();
  for (const file of files) {
    for (const [name, entry] of Object.entries(validated<VocabularyFile>(file, vocabularyFileSchema, problems) ?? {})) {
      const at = locateKey(file.path, file.doc, file.lines, [name]);
      const first = entries.get(name);
      if (first !== undefined) problems.push({ kind: "twice", what: "vocabulary", id: name, first: first.at, at });
      else entries.set(name, { entry, at });
    }
  }
  const wordsOf = (name: string, trail: readonly string[]): readonly string[] => {
    const { entry, at } = entries.get(name)!;
    const included = (entry.includes ?? []).flatMap((other) => {
      if (trail.includes(other)) problems.push({ kind: "circular-vocabulary", vocabulary: name, at });
      else if (entries.has(other)) return wordsOf(other, [...trail, other]);
      else
        problems.push({
          kind: "unknown-vocabulary",
          vocabulary: name,
          included: other,
          nearest: nearestName(other, [...entries.keys()]),
          at,
        });
      return [];
    });
    return [...(entry.words ?? []), ...included];
  };
  return new Map(
    [...entries].map(([name, { entry }]) => [
      name,
      {
        describe: entry.describe,
        words: [...new Set(wordsOf(name, [name]))],
        source: entry.source ?? null,
        validTo: entry.valid_to ?? null,
      },
    ]),
  );
}

/** Ids given twice, clauses that the policy has not, contacts that no one is. */
function mistakesInNames(
  policyFile: PolicyFile,
  head: ParsedFile,
  packs: readonly { readonly file: ParsedFile; readonly rules: PackFile }[],
): RuleProblem[] {
  const problems: RuleProblem[] = [];
  const clauses = new Map<string, Position>();
  policyFile.policy.clauses.forEach(({ id }, index) => {
    const at = locate(head.path, head.doc, head.lines, ["policy", "clauses", index, "id"]);
    const first = clauses.get(id);
    if (first !== undefined) problems.push({ kind: "twice", what: "clause", id, first, at });
    else clauses.set(id, at);
  });
  const ids = new Map<string, Position>();
  const contacts = Object.keys(policyFile.contacts ?? {});
  for (const { file, rules } of packs) {
    rules.forEach((rule, index) => {
      const at = (...path: PropertyKey[]) => locate(file.path, file.doc, file.lines, [index, ...path]);
      const first = ids.get(rule.id);
      if (first !== undefined) problems.push({ kind: "twice", what: "rule", id: rule.id, first, at: at("id") });
      else ids.set(rule.id, at("id"));
      rule.clauses.forEach((clause, number) => {
        if (clauses.has(clause)) return;
        problems.push({
          kind: "unknown-clause",
          clause,
          nearest: nearestName(clause, [...clauses.keys()]),
          at: at("clauses", number),
        });
      });
      for (const key of ["message", "advice"] as const) {
        for (const [, contact] of rule[key].matchAll(CONTACT)) {
          if (!contacts.includes(contact!))
            problems.push({ kind: "unknown-contact", contact: contact!, known: contacts, at: at(key) });
        }
      }
    });
  }
  return problems;
}

const CONTACT = /\{contact\.([\w-]+)\}/g;

const inFileOrder = (problems: readonly RuleProblem[]) =>
  problems.toSorted((a, b) =>
    a.at.file === b.at.file ? a.at.line - b.at.line || a.at.column - b.at.column : a.at.file < b.at.file ? -1 : 1,
  );

function policyOf({ policy }: PolicyFile): Policy {
  return {
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
  };
}

function dataOf(rule: PackFile[number], policyFile: PolicyFile, at: Position): RuleData {
  return {
    card: cardOf(rule, policyFile),
    find: rule.find,
    unless: rule.unless ?? [],
    passage: rule.passage ?? "match",
    anyLanguage: rule.any_language ?? false,
    rewrites: Object.fromEntries(Object.entries(rule.rewrite ?? {}).map(([from, to]) => [from.toLowerCase(), to])),
    examples: rule.examples as { breach: Example[]; fine: Example[] },
    at,
  };
}

function cardOf(rule: PackFile[number], { contacts = {} }: PolicyFile): RuleCard {
  const filled = (text: string) =>
    text.replace(CONTACT, (_, contact: string, at: number) => {
      const starts = at === 0 || /[.!?]\s+$/.test(text.slice(0, at));
      return starts ? contacts[contact]!.replace(/^./u, (first) => first.toUpperCase()) : contacts[contact]!;
    });
  const [clause, ...also] = rule.clauses as ClauseId[];
  return {
    id: rule.id as RuleId,
    clause: clause ?? null,
    also,
    level: rule.level,
    confidence: rule.confidence,
    message: filled(rule.message),
    advice: filled(rule.advice),
    mask: rule.mask ?? false,
    suppressible: rule.suppressible ?? true,
    domain: rule.domain ?? [],
  };
}

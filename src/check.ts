import { calendarDigest } from "./calendar-check.ts";
import type { Digest } from "./detectors/calendar/digest.ts";
import { compareReading, type Sighting } from "./detectors/detector.ts";
import { doubted } from "./judge/doubt.ts";
import { inReadingOrder, judge } from "./judge/judge.ts";
import { isSaid, unsaid } from "./judge/second-opinion.ts";
import type { Circumstances } from "./model/circumstances.ts";
import type { Finding, Passage } from "./model/finding.ts";
import type { Strength } from "./model/likeness.ts";
import type { Post } from "./model/post.ts";
import { allSentences, type Document, englishOf, prepare } from "./prepare/document.ts";
import type { Grammar } from "./prepare/grammar.ts";
import { isCalendar } from "./readers/formats.ts";
import type { RuleSet } from "./rules/ruleset.ts";
import { type Candidate, createScan, type Scan } from "./scan/scan.ts";
import { tableOf } from "./scan/table.ts";
import type { Meter } from "./stats/meter.ts";

export interface CheckSettings {
  /** Loads the tagger when a rule first needs it. */
  readonly grammar: () => Grammar;
  /** Ask every rule about every sentence instead of those that the scan picks. The findings are the same. */
  readonly reference: boolean;
  /** False: rules that rest on a learned resemblance are left out. */
  readonly secondOpinion?: boolean;
  /** What a rule may ask that is no part of a post: the day that stands for today, a hold that is on. */
  readonly circumstances: Circumstances;
  /** Keep a post's digest, for what only all posts of a calendar show: of every post, or of those that stand in a calendar's file. */
  readonly calendar?: "every" | "files";
  /** Takes the time of each step. Without it no step knows of a clock. */
  readonly meter?: Meter | undefined;
}

export interface Checked {
  /** In reading order. */
  readonly findings: readonly Finding[];
  /** False: only what needs no English was looked for. */
  readonly english: boolean;
  /** The sentences of a post in English that are in another language: only what needs no English was looked for in them. */
  readonly foreign: readonly Passage[];
  /** For `checkCalendar`; null where no rule of a calendar looks at the post, or none was asked. */
  readonly digest: Digest | null;
}

/** The whole walk of a post, once the rules are there. The same post and rules give the same findings in the same order. */
export function createChecker(ruleset: RuleSet, settings: CheckSettings): (post: Post) => Checked {
  const { rules } = ruleset;
  const { bySign, lookRules } = tableOf(ruleset);
  const asksForOpinion = settings.secondOpinion ?? true;
  const looksForLikeness = [...bySign.resemblance, ...bySign["faint-resemblance"]];
  const learned = new Set(looksForLikeness.map((look) => lookRules[look]!));
  const timed: Meter["timed"] = settings.meter?.timed ?? ((_stage, step) => step);
  const likenessOf = timed("second opinion", (document: Document, faintest: Strength) =>
    asksForOpinion && document.language.kind === "english"
      ? (ruleset.resemblance()?.opinionOf(document, faintest)?.strength ?? null)
      : null,
  );
  const prepared = timed("preparing", prepare);
  const candidatesOf = timed("scan", settings.reference ? everything(ruleset) : createScan(ruleset, likenessOf));
  const sightingsIn = timed("detectors", sightingsOf);
  const judged = timed("judging", judge);
  const notSaid = timed("second opinion", unsaid);
  const findingsOf = timedByRule(ruleset, settings.meter, (index, candidates, document) => {
    const sightings = sightingsIn(candidates, document);
    return sightings.length === 0 ? NOTHING : judged(rules[index]!, sightings, document);
  });
  const { calendar } = settings;
  const keepsDigest = (post: Post) => calendar === "every" || isCalendar(post.source.file);
  const ofCalendars = calendar ? Array.from(bySign.calendar, (look) => lookRules[look]!) : [];
  const doubtedIn = timed(
    "second opinion",
    (document: Document, findings: readonly Finding[], doubtable: Set<string>) => {
      const model = ruleset.resemblance();
      return model === null ? findings : doubted(document, findings, ({ rule }) => doubtable.has(rule), model);
    },
  );
  return (post) => {
    const document = prepared(post, settings.grammar, settings.circumstances);
    const english = englishOf(document);
    const findings: Finding[] = [];
    const resembling: (readonly [rule: number, candidates: readonly Candidate[]])[] = [];
    const doubtable = new Set<string>();
    for (const part of english === null || english === document ? [document] : [document, english]) {
      for (const [index, candidates] of byRule(candidatesOf(part))) {
        const rule = rules[index]!;
        // In a post all of one language there is but one part.
        if (english !== document && part !== (rule.anyLanguage ? document : english)) continue;
        if (learned.has(index)) {
          if (asksForOpinion) resembling.push([index, candidates]);
          continue;
        }
        const found = findingsOf(index, candidates, part);
        if (found.length === 0) continue;
        findings.push(...found);
        if (rule.doubtable) doubtable.add(rule.card.id);
      }
    }
    const opinions = resembling.flatMap(([index, candidates]) =>
      isSaid(rules[index]!.card.clause, findings) ? NOTHING : findingsOf(index, candidates, english ?? document),
    );
    const mayDoubt = asksForOpinion && english !== null && opinions.length === 0 && doubtable.size > 0;
    const weighed = mayDoubt ? doubtedIn(english, findings, doubtable) : findings;
    const said = opinions.length === 0 ? weighed : [...weighed, ...notSaid(opinions, weighed)];
    return {
      findings: said.length > 1 ? inReadingOrder(said, post) : said,
      english: english !== null,
      foreign: foreignPassages(document),
      digest: ofCalendars.length > 0 && keepsDigest(post) ? calendarDigest(ruleset, ofCalendars, document) : null,
    };
  };
}

const NOTHING: readonly Finding[] = [];
const NOWHERE: readonly Passage[] = [];

const foreignPassages = ({ language }: Document): readonly Passage[] =>
  language.kind !== "mixed"
    ? NOWHERE
    : language.foreign.map((sentence) => ({ field: sentence.in.field, span: sentence.in.plain.toOriginal(sentence) }));

type FindingsOf = (index: number, candidates: readonly Candidate[], document: Document) => readonly Finding[];

const timedByRule = ({ rules }: RuleSet, meter: Meter | undefined, findingsOf: FindingsOf): FindingsOf =>
  meter === undefined ? findingsOf : meter.timedRule((index: number) => rules[index]!.card.id, findingsOf);

function everything({ rules }: RuleSet): Scan {
  return (document) => rules.map(({ finder }, rule) => ({ rule, finder, sentences: allSentences(document) }));
}

/** The branches of one rule stand side by side. */
function* byRule(
  candidates: readonly Candidate[],
): Generator<readonly [rule: number, candidates: readonly Candidate[]]> {
  for (let from = 0; from < candidates.length; ) {
    const { rule } = candidates[from]!;
    let to = from + 1;
    while (to < candidates.length && candidates[to]!.rule === rule) to++;
    yield [rule, candidates.slice(from, to)];
    from = to;
  }
}

function sightingsOf(candidates: readonly Candidate[], document: Document): readonly Sighting[] {
  const seen = candidates
    .map(({ finder, sentences }) => finder.find(document, finder.wide ? allSentences(document) : sentences))
    .filter((sightings) => sightings.length > 0);
  return seen.length > 1 ? seen.flat().sort(compareReading) : (seen[0] ?? []);
}

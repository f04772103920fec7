import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createChecker } from "../check.ts";
import type { Detector } from "../detectors/detector.ts";
import { detectors } from "../detectors/index.ts";
import { compromise } from "../grammar.ts";
import { ORDINARY } from "../model/circumstances.ts";
import type { Context } from "../prepare/contexts/context.ts";
import { contexts } from "../prepare/contexts/index.ts";
import type { RuleSet } from "../rules/ruleset.ts";
import { rulesFor, SUBJECTS } from "./coverage.ts";
import { isTraining, judgeFile, rulesIn, SHIPPED_RULES, shippedCorpus } from "./labelled.ts";
import { type Judged, type Score, scoreOf, share } from "./score.ts";

/** The README with every part between two markers made anew; text outside them stays. */
export function withGenerated(readme: string, parts: Readonly<Record<string, string>>): string {
  return readme.replace(/(<!-- generated: ([\w-]+) -->\n)[\s\S]*?<!-- end -->/g, (whole, open: string, name: string) =>
    parts[name] === undefined ? whole : `${open}${parts[name]}\n<!-- end -->`,
  );
}

/** What can be said of the rule set without measuring it. */
export function staticParts(ruleset: RuleSet): Record<string, string> {
  return {
    clauses: clauseTable(ruleset),
    subjects: subjectTable(ruleset),
    detectors: detectorTable(),
    contexts: contextTable(),
  };
}

/**
 * The figures of the labelled posts; `realFine` is measured where the file is there, else its row stays as `before` has it. What the
 * second opinion makes of the posts that it was trained on says nothing, so it is left out of theirs.
 */
export async function measuredParts(
  ruleset: RuleSet,
  realFine: string,
  before: string,
): Promise<Record<string, string>> {
  const checker = (secondOpinion: boolean) =>
    createChecker(ruleset, { grammar: compromise, reference: false, circumstances: ORDINARY, secondOpinion });
  const [byRules, withOpinion] = [checker(false), checker(true)];
  const training: Judged[] = [];
  for (const file of shippedCorpus().filter(isTraining)) training.push(...(await judgeFile(file, byRules)));
  const validation = await judgeFile(VALIDATION, withOpinion);
  const real = existsSync(realFine)
    ? fineRow(scoreOf(await judgeFile(realFine, withOpinion)))
    : before.match(/^\| real passages .*$/m)?.[0];
  return {
    evaluation: [
      table(
        [
          "posts",
          "flagged",
          "cited",
          "accepted",
          "precision",
          "passage",
          "left alone",
          "hard ones",
          "false errors",
          "suggestion",
        ],
        [
          row("training, rules alone", scoreOf(training)),
          row("validation, rules alone", scoreOf(await judgeFile(VALIDATION, byRules))),
          row("validation", scoreOf(validation)),
          row("unread, rules alone", scoreOf(await judgeFile(UNREAD, byRules))),
          row("unread", scoreOf(await judgeFile(UNREAD, withOpinion))),
        ],
      ),
      ...(real === undefined ? [] : [real]),
      "",
      table(
        ["clause", "training, rules alone: cited", "hinted", "validation: cited"],
        clauseRows(training, validation),
      ),
    ].join("\n"),
  };
}

const VALIDATION = "fixtures/corpus/validation.jsonl";
const UNREAD = "fixtures/corpus/unread.jsonl";

function row(name: string, score: Score): readonly string[] {
  return [
    `${name} (${score.breaching} breaching, ${score.compliant} compliant)`,
    share(score.flagged, score.breaching),
    share(score.cited, score.breaching),
    share(score.accepted, score.breaching),
    share(score.rightCitations, score.citations),
    share(score.placed, score.placeable),
    share(score.leftAlone, score.compliant),
    share(score.hardLeftAlone, score.hard),
    String(score.falseErrors),
    share(score.suggested, score.compliant),
  ];
}

const fineRow = (score: Score) =>
  `| real passages (${score.compliant} compliant) | – | – | – | – | – | ${share(score.leftAlone, score.compliant)} | – | ${score.falseErrors} | ${share(score.suggested, score.compliant)} |`;

/** On validation only where there are posts enough to say anything. */
function clauseRows(training: readonly Judged[], validation: readonly Judged[]): readonly (readonly string[])[] {
  const clauses = [...new Set(training.flatMap(({ label }) => label.primary ?? []))].sort();
  return clauses.map((clause) => {
    const of = (posts: readonly Judged[]) => scoreOf(posts.filter(({ label }) => label.primary === clause));
    const hinted = of(training.filter(({ label }) => label.tags.includes("implicit")));
    const [trained, valid] = [of(training), of(validation)];
    return [
      clause,
      `${share(trained.cited, trained.breaching)} of ${trained.breaching}`,
      hinted.breaching < 20 ? "–" : share(hinted.cited, hinted.breaching),
      valid.breaching < 20 ? "–" : `${share(valid.cited, valid.breaching)} of ${valid.breaching}`,
    ];
  });
}

function clauseTable({ policy, rules }: RuleSet): string {
  const rows = policy.clauses.map(({ id, title, citation, grossMisconduct }) => {
    const citing = rules.filter(({ card }) => card.clause === id).map(({ card }) => `\`${card.id}\``);
    return [`**${id}** ${title}${grossMisconduct ? " (gross misconduct)" : ""}`, citation, citing.join(" ")];
  });
  return table(["clause", "where in the policy", "rules that cite it"], rows);
}

const subjectTable = (ruleset: RuleSet): string =>
  table(
    ["subject", "rules that answer it"],
    SUBJECTS.map((subject) => [`${subject.number} ${subject.title}`, `${rulesFor(ruleset, subject).length}`]),
  );

const detectorTable = () =>
  table(
    ["detector", "what it sees"],
    Object.entries(detectors as Record<string, Detector>).map(([name, { describe }]) => [`\`${name}\``, describe]),
  );

const contextTable = () =>
  table(
    ["context", "what it governs"],
    Object.entries(contexts as Record<string, Context>).map(([name, { describe }]) => [`\`${name}\``, describe]),
  );

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");

/** Makes every generated part of the file anew. */
export async function writeReadme(
  file: string,
  realFine: string,
  more: Readonly<Record<string, string>>,
): Promise<void> {
  const readme = readFileSync(file, "utf8");
  const ruleset = rulesIn(SHIPPED_RULES);
  const measured = await measuredParts(ruleset, realFine, readme);
  writeFileSync(file, withGenerated(readme, { ...more, ...staticParts(ruleset), ...measured }));
}

import { basename } from "node:path";
import { parseArgs } from "node:util";
import { createChecker } from "../check.ts";
import { compromise } from "../grammar.ts";
import { ORDINARY } from "../model/circumstances.ts";
import { isTraining, judgeFile, rulesIn, SHIPPED_RULES, shippedCorpus } from "./labelled.ts";
import { isCited, type Judged, type Score, scoreOf, share, weighty } from "./score.ts";

const USAGE = `Measures the rule set on labelled posts.

  npm run evaluate -- [FILES] [--real FILE] [--misses] [--alarms] [--by-rule] [--clause ID] [--rule ID]
                          [--sample N] [--rules DIR] [--no-second-opinion]

  FILES       labelled JSON Lines; without any, the training files and those that nobody reads
  --real F    passages that are all fine
  --misses    breaching posts that are not cited (texts of training files only)
  --alarms    compliant posts that are flagged (texts of training files only)
  --by-rule   each rule's hits and false alarms
  --clause ID only breaching posts of this clause in --misses
  --rule ID   with --alarms and --by-rule: only this rule or subject
  --sample N  at most N posts in a list, spread over the files
  --rules DIR another rule set than the one that postlint ships with
  --no-second-opinion
              without what rests on a learned resemblance`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      real: { type: "string", multiple: true },
      misses: { type: "boolean" },
      alarms: { type: "boolean" },
      "by-rule": { type: "boolean" },
      clause: { type: "string" },
      rule: { type: "string" },
      sample: { type: "string" },
      rules: { type: "string" },
      "no-second-opinion": { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return console.log(USAGE);
  const check = createChecker(rulesIn(values.rules ?? SHIPPED_RULES), {
    grammar: compromise,
    reference: false,
    circumstances: ORDINARY,
    secondOpinion: values["no-second-opinion"] !== true,
  });
  const named = positionals.length > 0 ? positionals : shippedCorpus();
  const judged = new Map<string, readonly Judged[]>();
  for (const file of [...named, ...(values.real ?? [])]) judged.set(file, await judgeFile(file, check));
  printTable(judged, named);
  const all = [...judged].flatMap(([file, posts]) => posts.map((post) => ({ ...post, file })));
  if (values["by-rule"]) printRules(all, values.rule);
  const most = Number(values.sample ?? Number.POSITIVE_INFINITY);
  if (values.misses) {
    const missed = all.filter((post) => post.label.primary !== null && !isCited(post));
    printPosts(
      "Not cited",
      missed.filter(({ label }) => values.clause === undefined || label.primary === values.clause),
      most,
    );
  }
  if (values.alarms) {
    const flagged = all.filter(
      (post) =>
        post.label.primary === null && weighty(post.findings).some(({ rule }) => rule.startsWith(values.rule ?? "")),
    );
    printPosts("False alarms", flagged, most);
  }
}

function printTable(judged: ReadonlyMap<string, readonly Judged[]>, named: readonly string[]): void {
  const training = named.filter(isTraining);
  for (const file of training.length > 3 ? training : []) console.log(line(basename(file), scoreOf(judged.get(file)!)));
  const groups: [string, readonly string[]][] = [
    ["training", training],
    ...[...judged.keys()]
      .filter((file) => !training.includes(file))
      .map((file): [string, readonly string[]] => [basename(file), [file]]),
  ];
  for (const [name, files] of groups) {
    if (files.length === 0) continue;
    const posts = files.flatMap((file) => judged.get(file)!);
    console.log(`\n${line(name, scoreOf(posts))}`);
    const clauses = [...new Set(posts.map(({ label }) => label.primary).filter((clause) => clause !== null))].sort();
    for (const clause of clauses) {
      const ofClause = posts.filter(({ label }) => label.primary === clause);
      const hinted = ofClause.filter(({ label }) => label.tags.includes("implicit"));
      console.log(
        line(`  ${clause}`, scoreOf(ofClause)) +
          (hinted.length >= 20 ? `  hinted: cited ${share(scoreOf(hinted).cited, hinted.length)}` : ""),
      );
    }
  }
}

function line(name: string, score: Score): string {
  const breaching =
    score.breaching === 0
      ? []
      : [
          `${score.breaching} breaching:`,
          `flagged ${share(score.flagged, score.breaching)}`,
          `cited ${share(score.cited, score.breaching)}`,
          `accepted ${share(score.accepted, score.breaching)}`,
          `precision ${share(score.rightCitations, score.citations)}`,
          `passage ${share(score.placed, score.placeable)}`,
        ];
  const compliant =
    score.compliant === 0
      ? []
      : [
          `${score.compliant} compliant:`,
          `left alone ${share(score.leftAlone, score.compliant)}`,
          ...(score.hard > 0 ? [`(hard ${share(score.hardLeftAlone, score.hard)})`] : []),
          `false errors ${score.falseErrors}`,
          `suggestion ${share(score.suggested, score.compliant)}`,
        ];
  return `${name.padEnd(18)} ${[...breaching, ...compliant].join(" ")}`;
}

type Filed = Judged & { readonly file: string };

function printRules(posts: readonly Filed[], only = ""): void {
  const rules = new Map<string, { cited: number; accepted: number; wrong: number; alarms: number; level: string }>();
  for (const { label, findings } of posts) {
    for (const { rule, level, clause } of new Map(findings.map((finding) => [finding.rule, finding])).values()) {
      if (!rule.startsWith(only)) continue;
      const tally = rules.get(rule) ?? { cited: 0, accepted: 0, wrong: 0, alarms: 0, level };
      rules.set(rule, tally);
      if (label.primary === null) tally.alarms++;
      else if (clause === label.primary) tally.cited++;
      else if (clause !== null && label.clauses.includes(clause)) tally.accepted++;
      else tally.wrong++;
    }
  }
  console.log("\nrule: cites the primary clause / an accepted one / a wrong one / flags a compliant post");
  for (const [rule, { cited, accepted, wrong, alarms, level }] of [...rules].sort(
    ([, a], [, b]) => b.alarms - a.alarms || b.cited - a.cited,
  )) {
    console.log(`${rule.padEnd(44)} ${level.padEnd(10)} ${cited} / ${accepted} / ${wrong} / ${alarms}`);
  }
}

/** Texts of training posts only; of others, ids and clauses. */
function printPosts(title: string, posts: readonly Filed[], most: number): void {
  console.log(`\n${title}: ${posts.length}`);
  const step = Math.max(1, Math.floor(posts.length / most));
  for (const { file, label, findings } of posts.filter((_, index) => index % step === 0).slice(0, most)) {
    const found = weighty(findings).map(({ rule, clause, passage }) => {
      const words = passage.span === null ? passage.field : label.text.slice(passage.span.start, passage.span.end);
      return isTraining(file) ? `${rule} (${clause}) “${words}”` : `${rule} (${clause})`;
    });
    const text = isTraining(file)
      ? `\n    ${label.trigger === null ? label.text : label.text.replace(label.trigger, `[[${label.trigger}]]`)}`
      : "";
    console.log(
      `- ${label.id} ${label.primary ?? ""} {${isTraining(file) ? label.tags.join(", ") : ""}}${found.length > 0 ? ` found: ${found.join("; ")}` : ""}${text}`,
    );
  }
}

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}

import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";

const CORPUS = "fixtures/corpus/train";

interface Draft {
  readonly text: string;
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** The training posts without their labels, in the order of their files. The texts of other posts are nobody's to read. */
export function corpusDrafts(): readonly Draft[] {
  return readdirSync(CORPUS)
    .sort()
    .flatMap((file) => readFileSync(`${CORPUS}/${file}`, "utf8").split("\n"))
    .filter((line) => line !== "")
    .map((line) => {
      const { text, meta } = JSON.parse(line) as Draft;
      return meta === undefined ? { text } : { text, meta };
    })
    .filter(({ meta }) => meta?.account !== NO_ACCOUNT);
}

/** Three posts have this for their account, which is none: a run that meets them could not do its whole job. */
const NO_ACCOUNT = "third-party";

/** So many posts, a line each: those of the corpus, over and over, each with an id of its own. */
export function writePosts(path: string, drafts: readonly Draft[], count: number): string {
  writeInto(path, (write) => {
    for (let post = 0; post < count; post++) write(lineOf(drafts, post));
  });
  return path;
}

/** As many posts as fill so many bytes. Answers how many they are. */
export function writeBytes(path: string, drafts: readonly Draft[], bytes: number): number {
  let posts = 0;
  writeInto(path, (write) => {
    for (let size = 0; size < bytes; posts++) size += write(lineOf(drafts, posts));
  });
  return posts;
}

const lineOf = (drafts: readonly Draft[], post: number): string =>
  `${JSON.stringify({ id: `post-${post + 1}`, ...drafts[post % drafts.length] })}\n`;

/** `write` answers with bytes. */
function writeInto(path: string, fill: (write: (line: string) => number) => void): void {
  const file = openSync(path, "w");
  try {
    let lines: string[] = [];
    const flush = () => {
      writeSync(file, lines.join(""));
      lines = [];
    };
    fill((line) => {
      if (lines.push(line) === LINES_AT_ONCE) flush();
      return Buffer.byteLength(line);
    });
    flush();
  } finally {
    closeSync(file);
  }
}

const LINES_AT_ONCE = 10_000;

/** A content calendar: a row each for so many posts, an hour apart. */
export function writeCalendar(path: string, drafts: readonly Draft[], rows: number): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const start = Date.UTC(2026, 0, 1);
  const lines = Array.from({ length: rows }, (_, row) => {
    const [date, time] = new Date(start + row * 3_600_000).toISOString().split("T") as [string, string];
    return [date, time.slice(0, 5), "LinkedIn", "Corporate", cell(drafts[row % drafts.length]!.text)].join(",");
  });
  writeFileSync(path, `${["Date,Time,Channel,Account,Copy", ...lines].join("\n")}\n`);
  return path;
}

/** A rule set that adds so many rules to the one that postlint ships with; none of their words stands in a post. */
export function writeMoreRules(folder: string, rules: number): string {
  const made = Array.from({ length: rules }, (_, rule) => termRule(rule));
  return writeRuleSet(folder, "extends: hee-social-media\nname: more\nversion: '1'\n", made.join(""));
}

function termRule(rule: number): string {
  const words = Array.from({ length: TERMS_A_RULE }, (_, at) => madeUpWord(rule * TERMS_A_RULE + at));
  return `- id: made-up/rule-${rule}
  clauses: [P2]
  level: warning
  confidence: likely
  message: '"{match}" is a made-up word.'
  advice: Leave it out.
  find: { terms: [${words.join(", ")}] }
  examples:
    breach: ["A [[${words[0]}]] here.", "There is a [[${words[1]}]]."]
    fine: ["Nothing here.", "Nothing there."]
`;
}

const TERMS_A_RULE = 5;

/** Letters that stand for the number; no English word begins so. */
const madeUpWord = (number: number): string =>
  `zx${[...number.toString().padStart(5, "0")].map((digit) => "bacedifogu"[Number(digit)]).join("")}`;

/** A rule set of one rule, which needs a grammar. None of the rules that postlint ships with does. */
export const writeGrammarRules = (folder: string): string => writeRuleSet(folder, POLICY, GRAMMAR_RULE);

const POLICY = `name: grammar
version: '1'
policy:
  title: A policy
  publisher: A house
  published: 2020-01-01
  clauses:
    - { id: P2, title: Disrepute, summary: Nothing that harms the name., citation: Section 1 }
`;

const GRAMMAR_RULE = `- id: conduct/someone-shouted
  clauses: [P2]
  level: warning
  confidence: likely
  message: '"{match}" names someone.'
  advice: Leave it out.
  find: { grammar: "#Person shouted", words: [shouted] }
  examples:
    breach: ["[[John shouted]].", "Mary said that [[John shouted]]."]
    fine: ["They shouted.", "We shouted."]
`;

function writeRuleSet(folder: string, head: string, pack: string): string {
  mkdirSync(folder);
  writeFileSync(join(folder, "ruleset.yaml"), head);
  if (pack !== "") writeFileSync(join(folder, "pack.yaml"), pack);
  return folder;
}

export function writeText(path: string, text: string): string {
  writeFileSync(path, text);
  return path;
}

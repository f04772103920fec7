import { join } from "node:path";
import type { ByTurns } from "./by-turns.ts";
import type { Contest, Entrant, Goal } from "./contest.ts";
import { corpusDrafts, writeCalendar, writeGrammarRules, writeMoreRules, writePosts, writeText } from "./inputs.ts";
import { answerOf, type Command, wholeProcess } from "./processes.ts";

export interface Sizes {
  /** Of the long file. */
  readonly posts: number;
  /** Rounds of what takes a moment, and of what takes long. */
  readonly shortRounds: number;
  readonly longRounds: number;
}

const FEW = 1000;

/** What other checkers are called by npm. */
export const RIVALS = ["alex", "bad-words", "obscenity", "compromise"] as const;

/** Everything that is measured as a ratio. What it reads is written into `folder`. */
export function contestsIn(folder: string, { posts, shortRounds, longRounds }: Sizes): readonly Contest[] {
  const at = (name: string) => join(folder, name);
  const drafts = corpusDrafts();
  const clean = writeText(
    at("clean.txt"),
    "The new skills lab is open. Come and see where next year's paramedics will learn.\n",
  );
  const faulty = writeText(at("faulty.txt"), "My patient in bed 4, NHS number 943 476 5919, cried all night.\n");
  const shouting = writeText(at("shouting.txt"), "Then John shouted at the whole ward.\n");
  const calendar = writeCalendar(at("calendar.csv"), drafts, FEW);
  const few = writePosts(at("few.jsonl"), drafts, FEW);
  const many = writePosts(at("many.jsonl"), drafts, posts);
  const grammar = writeGrammarRules(at("grammar"));
  const same = writeMoreRules(at("same"), 0);
  const more = writeMoreRules(at("more"), 1000);

  const bare: Entrant = { name: "node -e 0", run: () => wholeProcess(["-e", "0"]) };
  const floor = (file: string, count: number): Entrant => whole("the floor", [script("floor"), file], count);
  const many1 = (name: string, ...options: readonly string[]) => whole(name, postlint(many, ONE, ...options), posts);
  return [
    {
      name: "draft",
      title: "One post in a text file, whole process",
      rounds: shortRounds,
      entrants: [
        bare,
        { ...whole("a clean draft", postlint(clean)), goal: { atMost: 1.5 } },
        whole("a draft with findings", postlint(faulty)),
      ],
    },
    {
      name: "grammar",
      title:
        "One post and a rule set of one rule, in YAML, that needs a grammar; no rule that postlint ships with does",
      rounds: shortRounds,
      entrants: [
        bare,
        whole("a draft that does not need it", postlint(clean, "--rules", grammar)),
        { ...whole("a draft that needs it", postlint(shouting, "--rules", grammar)), goal: { atMost: 6 } },
      ],
    },
    {
      name: "calendar",
      title: "A calendar of 1,000 rows in CSV, whole process",
      rounds: shortRounds,
      entrants: [bare, { ...whole("postlint", postlint(calendar)), goal: { atMost: 5 } }],
    },
    {
      name: "few",
      title: "1,000 posts in JSON Lines, whole process",
      rounds: shortRounds,
      entrants: [floor(few, FEW), whole("postlint", postlint(few), FEW)],
    },
    {
      name: "many",
      title: `${counted(posts)} posts in JSON Lines, one thread, whole process`,
      rounds: longRounds,
      entrants: [
        floor(many, posts),
        { ...many1("postlint"), goal: { atMost: 8 } },
        many1("postlint, rules alone", "--no-second-opinion"),
      ],
    },
    {
      name: "threads",
      title: `${counted(posts)} posts in JSON Lines, two threads and one`,
      rounds: longRounds,
      entrants: [
        whole("two threads", postlint(many, "--concurrency", "2"), posts),
        { ...many1("one thread"), goal: { atLeast: 1.6 } },
      ],
    },
    {
      name: "rules",
      title: `1,000 more rules of five terms, ${counted(posts)} posts, one thread; both rule sets are read from YAML`,
      rounds: longRounds,
      entrants: [
        many1("the rules as they are", "--rules", same),
        { ...many1("with 1,000 more", "--rules", more), goal: { atMost: 1.15 } },
      ],
    },
    {
      name: "opinion",
      title: "What the second opinion costs a run with one clean post",
      rounds: shortRounds,
      entrants: [
        whole("rules alone", postlint(clean, "--no-second-opinion")),
        { ...whole("with the second opinion", postlint(clean)), goal: { addsAtMost: 5 } },
      ],
    },
    {
      name: "opinion-a-post",
      title:
        "What the second opinion costs for a post in which nothing is found, of the first 1,000, by turns in one process",
      rounds: longRounds,
      entrants: byTurns(few, "clean", { addsAtMost: 0.006 }),
    },
    {
      name: "opinion-and-findings",
      title: "What it costs with its findings, in the first 1,000 posts, half of which breach, by turns in one process",
      rounds: longRounds,
      entrants: byTurns(few, "all", null),
    },
    {
      name: "others",
      title: `How many times as long others take for a post, on the first 1,000, in process; postlint on ${counted(posts)}, one thread, whole process`,
      rounds: longRounds,
      entrants: [
        many1("postlint"),
        inProcess("postlint", few),
        ...RIVALS.map((name) => ({ ...inProcess(name, few), ...GOALS[name] })),
      ],
    },
  ];
}

const GOALS: Readonly<Partial<Record<string, Pick<Entrant, "goal">>>> = {
  alex: { goal: { atLeast: 100 } },
  "bad-words": { goal: { atLeast: 15 } },
};

/** A check of one file that never fails for what it finds. */
export const postlint = (file: string, ...options: readonly string[]): Command => [
  "bin/postlint.js",
  "check",
  file,
  ...["--format", "jsonl", "--fail-on", "never"],
  ...options,
];

export const ONE = "--concurrency=off";

const whole = (name: string, command: Command, posts?: number): Entrant => ({
  name,
  run: () => wholeProcess(command),
  ...(posts === undefined ? {} : { posts }),
});

const inProcess = (name: string, file: string): Entrant => ({
  name: `${name}, in process`,
  run: async () => Number(await answerOf([script("in-process"), name, file, String(FEW)])),
  posts: FEW,
});

/** Both are measured in one process, whichever is asked for first; what it says of the other is kept until that is asked for. */
function byTurns(file: string, which: "all" | "clean", goal: Goal | null): readonly [Entrant, Entrant] {
  const kept = new Map<keyof ByTurns, number>();
  const run = async (part: "rulesAlone" | "withOpinion") => {
    if (!kept.has(part)) {
      const told = JSON.parse(await answerOf([script("by-turns"), file, String(FEW), which])) as ByTurns;
      for (const each of ["rulesAlone", "withOpinion"] as const) kept.set(each, (told[each] / told.posts) * FEW);
    }
    const time = kept.get(part)!;
    kept.delete(part);
    return time;
  };
  return [
    { name: "rules alone", run: () => run("rulesAlone"), posts: FEW },
    { name: "with the second opinion", run: () => run("withOpinion"), posts: FEW, ...(goal === null ? {} : { goal }) },
  ];
}

const script = (name: string): string => `dist/workshop/bench/${name}.js`;
export const counted = (count: number): string => count.toLocaleString("en-GB");

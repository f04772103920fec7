import { Command, CommanderError } from "commander";
import { UsageError } from "../config/errors.ts";
import { SETTINGS, VARIABLE_PREFIX } from "../config/layers.ts";
import { nearest } from "../config/nearest.ts";
import type { Io } from "../io/io.ts";
import { anyOf } from "../model/listing.ts";
import { toolVersion } from "./package.ts";
import type { SetUp } from "./set-up.ts";
import { usageError } from "./usage.ts";

interface CommandKind {
  /** One line for the help. */
  readonly summary: string;
  /** Only the command that runs is loaded. */
  readonly load: () => Promise<SetUp>;
}

/** By the words that call them. */
export const commands = {
  check: {
    summary: "check drafts; the word can be left out",
    load: async () => (await import("./check.ts")).setUpCheck,
  },
  init: {
    summary: "write a configuration, a sample, a hook and a job to begin with",
    load: async () => (await import("./init.ts")).setUpInit,
  },
  explain: {
    summary: "what a rule or a clause says, and why",
    load: async () => (await import("./explain.ts")).setUpExplain,
  },
  docs: { summary: "a page for each clause and rule", load: async () => (await import("./docs.ts")).setUpDocs },
  policy: { summary: "the policy, clause by clause", load: async () => (await import("./policy.ts")).setUpPolicy },
  "rules check": {
    summary: "look strictly at a rule set, its words and its patterns",
    load: async () => (await import("./rules-check.ts")).setUpRulesCheck,
  },
  "rules diff": {
    summary: "which drafts a change of the rules changes",
    load: async () => (await import("./rules-diff.ts")).setUpRulesDiff,
  },
  "rules list": { summary: "the rules", load: async () => (await import("./rules-list.ts")).setUpRulesList },
  "rules new": {
    summary: "begin a rule",
    load: async () => (await import("./rules-new.ts")).setUpRulesNew,
  },
  "rules test": {
    summary: "try every rule on its own examples",
    load: async () => (await import("./rules-test.ts")).setUpRulesTest,
  },
  "rules try": {
    summary: "what a rule finds in drafts that you know",
    load: async () => (await import("./rules-try.ts")).setUpRulesTry,
  },
  "baseline write": {
    summary: "accept what is found today",
    load: async () => (await import("./baseline.ts")).setUpBaselineWrite,
  },
  "baseline prune": {
    summary: "take out of the baseline what is gone",
    load: async () => (await import("./baseline.ts")).setUpBaselinePrune,
  },
  "baseline show": {
    summary: "what was accepted, by file",
    load: async () => (await import("./baseline.ts")).setUpBaselineShow,
  },
  "config show": {
    summary: "which settings hold, and where each comes from",
    load: async () => (await import("./config-show.ts")).setUpConfigShow,
  },
  schema: {
    summary: "the shape of a file, for editors and programs",
    load: async () => (await import("./schema.ts")).setUpSchema,
  },
} satisfies Record<string, CommandKind>;

type CommandName = keyof typeof commands;

/** Runs the command that `argv` names, or `check`. Throws a `UsageError` where `argv` asks for what is not there. */
export async function runCommand(given: readonly string[], io: Io): Promise<number> {
  const argv = withHelpBehind(given);
  const [first = "", second = ""] = argv;
  if (isGroup(first) && HELP.includes(second)) {
    io.stdout.write(`${commandList(namesIn(first))}\n`);
    return 0;
  }
  const { name, rest } = await chosen(argv, io);
  let code = 0;
  const command = await commandNamed(name, io, (answer) => {
    code = answer;
  });
  try {
    await command.parseAsync(rest, { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    throw usageError(error, name);
  }
}

async function commandNamed(name: CommandName, io: Io, answer: (code: number) => void): Promise<Command> {
  const command = new Command(`postlint ${name}`);
  command
    .exitOverride()
    .allowExcessArguments(false)
    .configureHelp({ showGlobalOptions: false })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => {}, // what went wrong is worded by usageError
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  (await commands[name].load())(command, io, answer);
  if (name === "check") {
    command
      .name("postlint")
      .version(await toolVersion(io), "--version", "show the version")
      .addHelpText("after", otherCommands);
  }
  return command.helpOption("-h, --help", "show this");
}

const otherCommands = (): string => `\n${[commandList(NAMES), "", VARIABLES, "", EXIT_CODES].join("\n")}\n`;

function commandList(names: readonly CommandName[]): string {
  const lines = names.map((name) => `  postlint ${name.padEnd(11)} ${commands[name].summary}`);
  return ["Commands:", ...lines, "  Each tells more with --help."].join("\n");
}

const VARIABLES = `A variable gives a setting where no flag does, as in POSTLINT_FAIL_ON=warning:
${VARIABLE_PREFIX} and ${anyOf(SETTINGS).toUpperCase().replace(" OR ", " or ")}.`;

const EXIT_CODES = `It ends with 0 where no finding is grave enough to fail, with 1 where one is,
and with 2 where something could not be checked.`;

async function chosen(argv: readonly string[], io: Io): Promise<{ name: CommandName; rest: readonly string[] }> {
  const [first = "", second = ""] = argv;
  const both = `${first} ${second}`;
  if (isCommand(both)) return { name: both, rest: argv.slice(2) };
  if (isCommand(first)) return { name: first, rest: argv.slice(1) };
  if (isGroup(first)) {
    const otherwise = `To check a folder of that name, write ./${first}`;
    if (second === "")
      throw new UsageError(`${first} needs a word behind it.`, `${listed(namesIn(first))}. ${otherwise}`);
    throw await noSuchCommand(both, otherwise);
  }
  await refuseMistypedCommand(first, second, io);
  return { name: "check", rest: argv };
}

const HELP: readonly string[] = ["-h", "--help"];

/** `help rules test` and `--help rules test` ask what `rules test --help` does. */
function withHelpBehind(argv: readonly string[]): readonly string[] {
  const [first = "", second = ""] = argv;
  const asks = first === "help" || (HELP.includes(first) && (isCommand(second) || isGroup(second)));
  return asks ? [...argv.slice(1), "--help"] : argv;
}

const NAMES = Object.keys(commands) as CommandName[];

/** The commands that begin with a word, `rules`. */
const namesIn = (group: string): readonly CommandName[] => NAMES.filter((name) => name.startsWith(`${group} `));

/** `postlint rules check or postlint rules diff` */
const listed = (names: readonly CommandName[]): string => `Write ${anyOf(names.map((name) => `postlint ${name}`))}`;

const isCommand = (words: string): words is CommandName => Object.hasOwn(commands, words);

/** `rules`, which says something only together with another word. */
const isGroup = (word: string): boolean => namesIn(word).length > 0;

async function noSuchCommand(words: string, otherwise: string): Promise<UsageError> {
  const close = await nearest(words, Object.keys(commands));
  const hint =
    close === null
      ? `The commands are ${Object.keys(commands).join(", ")}. ${otherwise}`
      : `Did you mean postlint ${close}?`;
  return new UsageError(`There is no command "${words}".`, hint);
}

/** A word that is close to a command and no file: the reader of a draft called `polcy` would be told more. */
async function refuseMistypedCommand(word: string, next: string, io: Io): Promise<void> {
  if (!/^[a-z]+$/u.test(word) || (await io.kindOf(word)) !== null) return;
  const names = Object.keys(commands).map((name) => name.split(" ")[0]!);
  const meant = await nearest(word, names);
  if (meant !== null) throw await noSuchCommand(isGroup(meant) ? `${word} ${next}`.trim() : word, "");
}

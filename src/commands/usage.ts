import type { CommanderError } from "commander";
import { UsageError } from "../config/errors.ts";

/** What commander refuses, in our words: one sentence, and where to read on. */
export function usageError({ code, message }: CommanderError, command: string): UsageError {
  const [, what = message, meant] = /^(?:error: )?(.*?)(?:\n\((.*)\))?$/su.exec(message) ?? [];
  const help = `postlint ${command === "check" ? "" : `${command} `}--help lists what can be given.`;
  return new UsageError(wording(code, what), meant ?? help);
}

function wording(code: string, what: string): string {
  const name = /'([^']+)'/u.exec(what)?.[1] ?? "";
  switch (code) {
    case "commander.unknownOption":
      return `There is no option ${name}.`;
    case "commander.optionMissingArgument":
      return `${name} needs a value behind it.`;
    case "commander.missingArgument":
      return `Something is missing: ${name}.`;
    case "commander.excessArguments":
      return "That is more than this command takes.";
    default:
      return `${what.charAt(0).toUpperCase()}${what.slice(1).replace(/\.$/u, "")}.`;
  }
}

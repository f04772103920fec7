import type { SetUp } from "./index.ts";
import { type RulesOptions, ruleSetFor, withRulesOptions } from "./options.ts";

/** `postlint rules test` */
export const setUpRulesTest: SetUp = (command, io, answer) => {
  command.description(
    "Tries every rule on its own examples: each breach has to be found, and nothing else. It ends with 1 where one is not as it says.",
  );
  withRulesOptions(command);
  command.action(async (options: RulesOptions) => {
    const ruleset = await ruleSetFor(io, options);
    const { verifyRules, describeExampleProblem } = await import("../verify.ts");
    const problems = verifyRules(ruleset);
    for (const problem of problems) io.stdout.write(`${describeExampleProblem(problem)}\n`);
    const rules = `${ruleset.rules.length} rules`;
    io.stderr.write(
      problems.length === 0
        ? `${rules} find what their examples say, and nothing else.\n`
        : `${problems.length === 1 ? "1 example" : `${problems.length} examples`} of ${rules} ${problems.length === 1 ? "is not as it says" : "are not as they say"}.\n`,
    );
    answer(problems.length === 0 ? 0 : 1);
  });
};

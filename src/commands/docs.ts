import { join } from "node:path";
import { UsageError } from "../config/errors.ts";
import { shownPath } from "../config/paths.ts";
import { referencePages } from "../explain/reference.ts";
import { type RulesOptions, ruleSetFor, withRulesOptions } from "./options.ts";
import type { SetUp } from "./set-up.ts";

interface DocsOptions extends RulesOptions {
  readonly output?: string;
}

/** `postlint docs -o DIR` */
export const setUpDocs: SetUp = (command, io, answer) => {
  command
    .usage("-o FOLDER [options]")
    .description(
      "Writes a page for each clause and each rule, with what it looks for and its examples. Where they are published, say docs_url in ruleset.yaml, and reports link to them.",
    )
    .option("-o, --output <folder>", "where the pages go");
  withRulesOptions(command);
  command.action(async ({ output, ...options }: DocsOptions) => {
    if (output === undefined) throw new UsageError("Say where the pages go: -o FOLDER.");
    if ((await io.kindOf(output)) === "file") throw new UsageError(`${output} is a file, and pages go into a folder.`);
    const pages = referencePages(await ruleSetFor(io, options));
    for (const { path, text } of pages) {
      const file = io.createFile(join(output, path));
      file.write(text);
      file.commit();
    }
    io.stdout.write(
      `${pages.length} pages are in ${shownPath(io.cwd, output)}; begin with ${shownPath(io.cwd, join(output, "index.html"))}.\n`,
    );
    answer(0);
  });
};

import { readFileSync } from "node:fs";

/**
 * What no checker of posts can do without: it reads a file of JSON Lines, parses each line and puts its text in lower case.
 * `node floor.js FILE`
 */
let letters = 0;
for (const line of readFileSync(process.argv[2]!, "utf8").split("\n")) {
  if (line !== "") letters += (JSON.parse(line) as { text: string }).text.toLowerCase().length;
}
if (letters === 0) process.exitCode = 1;

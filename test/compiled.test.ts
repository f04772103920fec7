import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import Module from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const compiled = fileURLToPath(new URL("../bin/compiled.js", import.meta.url));

let folder = "";
const at = (name: string) => join(folder, name);
const run = (code: string) =>
  execFileSync(process.execPath, ["-e", `const compiled = require(${JSON.stringify(compiled)}); ${code}`], {
    cwd: folder,
    encoding: "utf8",
    stdio: "pipe",
  });
const keep = () =>
  run(`compiled.keep([${JSON.stringify(at("first.cjs"))}, ${JSON.stringify(at("other.cjs"))}], async () => {
    require(${JSON.stringify(at("first.cjs"))}).greet();
  })`);
const keepFirstAlone = () => run(`compiled.keep([${JSON.stringify(at("first.cjs"))}], async () => {})`);
const greet = () =>
  run(`compiled.load(${JSON.stringify(at("first.cjs"))});
    process.stdout.write(require(${JSON.stringify(at("first.cjs"))}).greet());`);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postlint-"));
  writeFileSync(at("first.cjs"), "exports.greet = () => 'Good ' + require('./other.cjs').day;\n");
  writeFileSync(at("other.cjs"), "exports.day = require('./third.cjs') + '!';\n");
  writeFileSync(at("third.cjs"), "module.exports = 'day';\n");
});

afterEach(() => rmSync(folder, { recursive: true }));

// From Node 22 on, Node keeps what it compiled itself.
describe.skipIf("enableCompileCache" in Module)("what was compiled is kept", () => {
  test("for the files that are named, as far as they were needed, and for no others", () => {
    keep();
    expect(["first", "other", "third"].map((name) => existsSync(at(`${name}.cjs.v8`)))).toEqual([true, true, false]);
    expect(greet()).toBe("Good day!");
  });

  test.each([
    ["is of no use", () => writeFileSync(at("other.cjs.v8"), "no code")],
    ["is empty", () => writeFileSync(at("first.cjs.v8"), "")],
    ["is missing", () => rmSync(at("other.cjs.v8"))],
    ["is of a file that has changed", () => writeFileSync(at("other.cjs"), "exports.day = 'day' + '!'; // changed\n")],
  ])("and does no harm where it %s", (_, spoil) => {
    keep();
    spoil();
    expect(greet()).toBe("Good day!");
  });

  test("and a file that fails is told of as it would be, and tried again", () => {
    writeFileSync(at("other.cjs"), "throw new Error('not today');\n");
    keepFirstAlone();
    expect(() => greet()).toThrow("not today");
  });
});

import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { inAscii } from "../../src/workshop/in-ascii.ts";

const run = (code: string): unknown => runInNewContext(code);
const isAscii = (code: string) => /^[\0-\x7F]*$/.test(code);

describe("a program in ASCII alone does the same", () => {
  test.each([
    ["a string", "'“é”😀' + \"’\""],
    ["a character behind a backslash", "'a\\–b' + '\\\\–'"],
    ["a template", `\`a–\${1}😀\``],
    ["a raw template", `String.raw\`\\d–\\–\${'é'}😀[“”]\``],
    ["a raw template in another", `String.raw\`–\${String.raw\`\\é\${'’'}\`}\``],
    ["a name", "const é = 1; ({ é, 'ß': 2 }).é + é"],
    ["a pattern of code points", "'😀–'.match(/[😀–]/gu).join('|')"],
    ["a pattern of units", "'😀–'.match(/[😀–]/g).length"],
    ["a pattern with a character behind a backslash", "'a–'.match(/a\\–/).length"],
    ["a flag of the newer kind", "'😀–'.match(/[😀–]/gv).join('|')"],
  ])("in %s", (_, code) => {
    const ascii = inAscii(code);
    expect(isAscii(code)).toBe(false);
    expect(isAscii(ascii)).toBe(true);
    expect(run(ascii)).toEqual(run(code));
  });

  test("and a program that is so already stays as it is", () => {
    const code = "/* a */ const a = `b` + 'c'; // d\n";
    expect(inAscii(code)).toBe(code);
  });

  test.each([
    ["a comment", "1 // –"],
    ["a template of another kind", "((parts) => parts.raw[0])`–`"],
  ])("but not in %s, which can't be written so", (_, code) => {
    expect(() => inAscii(code)).toThrow("– can't be written in ASCII");
  });
});

import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { withLazyConstants } from "../../src/workshop/lazy-constants.ts";

/** What the program says with `say`, as it was and with lazy constants. */
function said(program: string): { readonly atOnce: readonly unknown[]; readonly lazily: readonly unknown[] } {
  const run = (code: string) => {
    const heard: unknown[] = [];
    runInNewContext(code, { say: (value: unknown) => heard.push(value) });
    return heard;
  };
  return { atOnce: run(program), lazily: run(withLazyConstants(program)) };
}

/** The constants that became lazy. */
const lazyIn = (program: string): readonly string[] =>
  [...withLazyConstants(program).matchAll(/(\w+)\$value \?\?=/g)].map(([, name]) => name!);

describe("a constant is made when it is first needed", () => {
  test.each([
    ["a pattern", "const A = /a+/u; say(A.test('caat'));", ["A"]],
    [
      "a pattern of another constant",
      'const B = "b"; const A = new RegExp(B + "+"); const C = new RegExp(B.concat("+")); say(C.source + A.source);',
      ["A", "C"],
    ],
    [
      "a lazy one in another",
      "const A = /a/; const B = new RegExp(A.source + 'b'); const C = [A]; say(C[0].source);",
      ["A", "B"],
    ],
    ["a set", "const A = new Set('one two'.split(' ')); say(A.has('two'));", ["A"]],
    ["a map", "const A = new Map(Object.entries({ a: [1] }).map(([k, v]) => [k, v])); say(A.get('a')[0]);", ["A"]],
    ["its state stays", "const A = /a/g; A.test('aa'); say(A.lastIndex);", ["A"]],
    ["in short for a property", "const A = /a/; const o = { A }; say(o.A.source);", ["A"]],
    ["a property of that name", "const A = /a/; const o = { A: 1, b: A }; say(o.A); say(o.b.source);", ["A"]],
    ["a member of that name", "const A = /a/; const o = { x: A }; o.A = 2; say(o.A); say(o.x.source);", ["A"]],
    ["a key that is worked out", "const A = new Map(); const o = { [A.size]: 3 }; say(o[A.size]);", ["A"]],
    ["needed by a function before it", "function f() { return A.source; } const A = /a/; say(f());", ["A"]],
  ])("%s", (_, program, names) => {
    const { atOnce, lazily } = said(program);
    expect(lazily).toEqual(atOnce);
    expect(atOnce).not.toEqual([]);
    expect(lazyIn(program)).toEqual(names);
  });
});

describe("a constant is made at once", () => {
  test.each([
    ["a string, a number, a function", "const A = 'a', B = 2, C = () => 3; say(A + B + C());"],
    ["what a function returns", "const f = () => 'x'; const A = new Set(f()); say(A.size);"],
    ["what is changed later", "let b = 'a'; const A = new RegExp(b); b = 'c'; say(A.source);"],
    ["a class that may do anything", "const A = new Date(0); say(A.getTime());"],
    ["a name that is given twice", "const A = /a/; const f = (A) => A; say(f(1)); say(A.source);"],
    [
      "a name that is given in a pattern",
      "const A = /a/; const f = ({ b: [A = 2] }) => A; say(f({ b: [] })); say(A.source);",
    ],
    ["a name that a catch gives", "const A = /a/; try { throw 5; } catch (A) { say(A); } say(A.source);"],
    ["inside a function", "function f() { const A = /a/; return A.source; } say(f());"],
    ["one that can be assigned", "let A = /a/; A = /b/; say(A.source);"],
  ])("%s", (_, program) => {
    const { atOnce, lazily } = said(program);
    expect(lazily).toEqual(atOnce);
    expect(atOnce).not.toEqual([]);
    expect(lazyIn(program)).toEqual([]);
  });
});

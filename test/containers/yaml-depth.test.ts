import { describe, expect, test } from "vitest";
import * as yaml from "yaml";
import { tooDeepAt } from "../../src/containers/yaml-depth.ts";

const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

describe("where a text nests too deeply is told by its first place", () => {
  test.each([
    ["nowhere, at the deepest that is followed", nested(200), null],
    ["one deeper", nested(202), 201],
    ["twice", `a: ${nested(210)}\nb: ${nested(210)}\n`, 203],
    ["behind what is not deep", `a: ${nested(5)}\nb: ${nested(210)}\n`, 217],
    ["in a list", `- a\n- ${nested(210)}\n`, 206],
    ["in lines that end as on Windows", `a: b\r\nc: ${nested(210)}\r\n`, 209],
    ["nowhere in plain text", "a: b", null],
  ])("%s", (_, text, at) => {
    expect(tooDeepAt(yaml, text)).toBe(at);
  });
});

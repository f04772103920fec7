import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isRuleFile } from "../src/rules/files.ts";
import { run } from "./run.ts";

const folder = new URL("../fixtures/rules/museum/", import.meta.url);
const museum = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(isRuleFile)
    .map((path) => [`museum/${path}`, readFileSync(new URL(path, folder), "utf8")]),
);
const src = new URL("../src/", import.meta.url);

const visit = (argv: readonly string[]) => run([...argv, "--rules", "museum"], { files: museum });

describe("a second policy runs with no change in the code", () => {
  test("its rules find what their examples say", async () => {
    expect(await visit(["rules", "test"])).toMatchObject({ code: 0, out: "" });
  });

  test.each([
    ["Our strongroom is behind the ship gallery", { clause: "4.1", also: [], rule: "collection/store-place" }],
    ["That teapot? Insured for £80,000", { clause: "4.2", also: ["4.1"], rule: "lenders/value" }],
    ["A selfie with our mummy", { clause: "4.4", also: [], rule: "respect/dead-for-fun" }],
  ])("%s", async (text, finding) => {
    const { out } = await visit(["--text", text, "-f", "json"]);
    const report = JSON.parse(out);
    expect(report.ruleset).toMatchObject({ name: "harbour-lane-museum", version: "1.0" });
    expect(report.posts[0].findings).toEqual([expect.objectContaining(finding)]);
  });

  test.each([
    [["policy"], "4.3  Visitors and children"],
    [["explain", "4.1"], "What we post, Harbour Lane Museum: Staff handbook, chapter 4, section 1"],
    [["explain", "lenders/named"], "4.2 Lenders and donors (Staff handbook, chapter 4, section 2)"],
    [["rules", "list", "--clause", "4.3"], "visitors/no-description"],
    [["--text", "The world's oldest teapot"], "Improve  4.4 Respect for people, past and present"],
  ])("%s speaks of its own clauses", async (argv, words) => {
    const { out } = await visit(argv);
    expect(out).toContain(words);
    expect(out).not.toMatch(FIRST_POLICY);
  });
});

/** The publisher of the policy that postlint ships with, its folder and its clauses. */
const FIRST_POLICY = /\bHEE\b|hee-social|Health Education England|(?<![\w.#&])(?:P[1-5]|M3\.[1-5]|D3)(?![\w.])/;

describe("nothing in the core is wired to the first policy", () => {
  const core = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".ts") && !path.startsWith("workshop/") && path !== "rules/shipped.ts",
  );
  test.each(core)("%s", (path) => {
    const lines = readFileSync(new URL(path, src), "utf8").split("\n");
    expect(lines.filter((line) => FIRST_POLICY.test(line))).toEqual([]);
  });
});

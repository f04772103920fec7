import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { identifiers } from "../src/detectors/identifiers/index.ts";
import { detectors } from "../src/detectors/index.ts";
import { contexts } from "../src/prepare/contexts/index.ts";
import { readers } from "../src/readers/index.ts";
import { reporters } from "../src/reporters/index.ts";

const src = new URL("../src/", import.meta.url);

/** What a room may import besides itself. Files at the top of src join rooms; only they, the commands and the rooms of a run may do so freely. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  containers: [],
  readers: ["model", "containers"],
  prepare: ["model"],
  learned: ["model", "prepare"],
  detectors: ["model", "prepare", "learned"],
  rules: ["model", "containers", "prepare", "learned", "detectors"],
  scan: ["model", "prepare", "detectors", "rules"],
  judge: ["model", "prepare", "detectors", "rules"],
  changes: ["model", "prepare"],
  reporters: ["model", "prepare", "containers"],
  stats: ["model", "prepare", "detectors", "readers", "reporters"],
  config: ["model", "readers", "reporters", "judge", "rules", "io"],
};
/** Only these know the machine. */
const PURE = [
  "model",
  "containers",
  "readers",
  "prepare",
  "learned",
  "detectors",
  "rules",
  "scan",
  "judge",
  "changes",
  "reporters",
  "stats",
];

const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
const roomOf = (path: string) => (path.includes("/") ? path.slice(0, path.indexOf("/")) : path);

function importsOf(path: string): readonly string[] {
  const text = readFileSync(new URL(path, src), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, target]) => target!);
}

describe("imports point one way", () => {
  test.each(files.filter((path) => roomOf(path) in MAY_IMPORT))("%s", (path) => {
    const room = roomOf(path);
    const strangers = importsOf(path)
      .filter((target) => target.startsWith("."))
      .map((target) => roomOf(new URL(target, new URL(path, src)).href.slice(src.href.length)))
      .filter((target) => target !== room && !MAY_IMPORT[room]!.includes(target));
    expect(strangers).toEqual([]);
  });

  test.each(files.filter((path) => PURE.includes(roomOf(path))))("%s knows no file, clock or environment", (path) => {
    const text = readFileSync(new URL(path, src), "utf8");
    expect(importsOf(path).filter((target) => target.startsWith("node:") && target !== "node:crypto")).toEqual([]);
    expect(text.match(/\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bconsole\./g)).toBeNull();
  });

  test("node:fs is known at the edge alone, besides the workshop", () => {
    const knowing = files.filter((path) => importsOf(path).some((target) => target.startsWith("node:fs")));
    expect(knowing.filter((path) => !/^(?:io|workshop)\//.test(path))).toEqual([]);
  });
});

describe("a folder and its registry agree", () => {
  const kebab = (path: string) => path.replace(/\.ts$/, "");
  const inFolder = (folder: string) =>
    readdirSync(new URL(folder, src), { encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map(kebab);

  test.each([
    ["prepare/contexts/", Object.keys(contexts), ["index", "context"]],
    ["reporters/", Object.keys(reporters), ["index", "reporter", "report-schema", "sentence", "colours"]],
  ])("%s", (folder, registered, others) => {
    expect(
      inFolder(folder)
        .filter((name) => !others.includes(name))
        .sort(),
    ).toEqual([...registered].sort());
  });

  test("every detector is registered", () => {
    const shared = [
      "index",
      "detector",
      "context",
      "exceptions",
      "expression",
      "finds",
      "nearest",
      "reach",
      "sentences",
      "sequences",
      "lexicon",
      "lexicon-arrays",
      "growing-lexicon",
      "reading",
      "post-reading",
      "word-bits",
      "signs",
      "wants",
    ];
    expect(
      inFolder("detectors/")
        .filter((name) => !shared.includes(name))
        .sort(),
    ).toEqual(Object.keys(detectors).sort());
  });

  test("every reader and identifier that is registered has a name that people type", () => {
    for (const ending of Object.keys(readers)) expect(ending).toMatch(/^\.[a-z]+$/);
    for (const name of Object.keys(identifiers)) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});

describe("the top of the repository", () => {
  const root = new URL("../", import.meta.url);
  const ours = [
    "bin",
    "fixtures",
    "rules",
    "src",
    "test",
    "action.yml",
    "package-lock.json",
    "package.json",
    "tsconfig.json",
  ];
  const read = ["CHANGELOG.md", "LICENSE", "README.md"];
  const made = ["coverage", "dist", "node_modules"];

  test("holds nothing that was left there by accident", () => {
    const known = [...ours, ...read, ...made];
    const strangers = readdirSync(root).filter((name) => !name.startsWith(".") && !name.endsWith(".tgz"));
    expect(strangers.filter((name) => !known.includes(name))).toEqual([]);
  });
});

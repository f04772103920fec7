import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { identifiers } from "../src/detectors/identifiers/index.ts";
import { detectors } from "../src/detectors/index.ts";
import { contexts } from "../src/prepare/contexts/index.ts";
import { readers } from "../src/readers/index.ts";
import { reporters } from "../src/reporters/index.ts";

const src = new URL("../src/", import.meta.url);

/**
 * What a room, or a file at the top of src that joins rooms, may import besides itself, all of it listed before. Null where that is
 * everything: the commands and the ways in join rooms to the outside, and the workshop is no part of what runs.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[] | null>> = {
  model: [],
  io: [],
  containers: [],
  readers: ["model", "containers"],
  prepare: ["model"],
  "grammar.ts": ["prepare"],
  learned: ["model", "prepare"],
  detectors: ["model", "prepare", "learned"],
  rules: ["model", "containers", "prepare", "learned", "detectors"],
  scan: ["model", "prepare", "detectors", "rules"],
  prebuilt: ["model", "containers", "learned", "detectors", "rules", "scan"],
  judge: ["model", "prepare", "detectors", "rules"],
  "calendar-check.ts": ["model", "prepare", "detectors", "rules", "judge"],
  changes: ["model", "prepare"],
  reporters: ["model", "prepare", "containers"],
  stats: ["model", "prepare", "detectors", "readers", "reporters"],
  "check.ts": ["model", "readers", "prepare", "detectors", "rules", "scan", "judge", "calendar-check.ts", "stats"],
  audit: ["model", "readers", "prepare", "grammar.ts", "detectors", "rules", "calendar-check.ts", "check.ts"],
  explain: ["model", "prepare", "grammar.ts", "detectors", "rules", "judge", "reporters", "check.ts", "audit"],
  config: ["model", "readers", "reporters", "judge", "rules", "io"],
  "rule-sets": ["model", "io", "rules", "prebuilt", "config"],
  sources: ["model", "io", "readers", "changes", "config"],
  threads: ["model", "io", "rule-sets", "check.ts", "grammar.ts"],
  run: [
    "model",
    "io",
    "readers",
    "prepare",
    "detectors",
    "rules",
    "scan",
    "judge",
    "changes",
    "reporters",
    "stats",
    "config",
    "sources",
    "threads",
    "calendar-check.ts",
    "check.ts",
    "grammar.ts",
  ],
  outputs: ["model", "io", "prepare", "reporters", "config", "sources", "run"],
  commands: null,
  "cli.ts": null,
  "entry.ts": null,
  "index.ts": null,
  workshop: null,
};
/** Those that know the machine; `grammar.ts` knows where a package is. */
const AT_THE_EDGE = [
  ...["io", "grammar.ts", "config", "rule-sets", "sources", "threads", "run", "outputs", "commands"],
  ...["cli.ts", "entry.ts", "index.ts", "workshop"],
];

const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
/** The folder, or the file itself at the top of src. */
const roomOf = (path: string) => path.split("/")[0]!;

function importsOf(path: string): readonly string[] {
  const text = readFileSync(new URL(path, src), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, target]) => target!);
}

describe("imports point one way", () => {
  test("every room is listed, below all rooms that it may import", () => {
    const rooms = Object.keys(MAY_IMPORT);
    expect(rooms.toSorted()).toEqual([...new Set(files.map(roomOf))].toSorted());
    for (const [room, may] of Object.entries(MAY_IMPORT)) {
      const above = rooms.slice(0, rooms.indexOf(room));
      expect((may ?? []).filter((other) => !above.includes(other))).toEqual([]);
    }
  });

  test.each(files)("%s", (path) => {
    const room = roomOf(path);
    const may = MAY_IMPORT[room];
    const strangers = importsOf(path)
      .filter((target) => target.startsWith("."))
      .map((target) => roomOf(new URL(target, new URL(path, src)).href.slice(src.href.length)))
      .filter((target) => target !== room && may?.includes(target) === false);
    expect(strangers).toEqual([]);
  });

  test.each(files.filter((path) => !AT_THE_EDGE.includes(roomOf(path))))(
    "%s knows no file, clock or environment",
    (path) => {
      const text = readFileSync(new URL(path, src), "utf8");
      expect(importsOf(path).filter((target) => target.startsWith("node:") && target !== "node:crypto")).toEqual([]);
      expect(text.match(/\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bconsole\./g)).toBeNull();
    },
  );

  test("problems and notes are put into words by reports and, for standard error, in one place that masks", () => {
    const wording = files.filter((path) =>
      /import \{[^}]*\bdescribe(?:Problem|Note)\b[^}]*\} from "[^"]*\/sentence\.ts"/u.test(
        readFileSync(new URL(path, src), "utf8"),
      ),
    );
    expect(wording.filter((path) => !path.startsWith("reporters/"))).toEqual(["run/telling.ts"]);
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
      "fact-table",
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

import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { getLanguageService, type LanguageService } from "yaml-language-server";
import { datedDataSchema, packSchema, ruleSetSchema, vocabulariesSchema } from "../../src/commands/rules-schema.ts";
import { HOUSE_RULES } from "../house-rules.ts";

const SCHEMAS: Readonly<Record<string, object>> = {
  "pack.schema.json": packSchema(null),
  "ruleset.schema.json": ruleSetSchema(),
  "vocabularies.schema.json": vocabulariesSchema(),
  "data.schema.json": datedDataSchema(),
};

/** As an editor runs it; a schema is looked up by the name that a file's first line gives. */
function editor(): LanguageService {
  const service = getLanguageService({
    schemaRequestService: async (uri) => JSON.stringify(SCHEMAS[uri.split("/").at(-1)!]),
    workspaceContext: { resolveRelativePath: (path, resource) => new URL(path, resource).href },
  });
  service.configure({ validate: true, completion: true, hover: true, schemas: [] });
  return service;
}

const LEAD = "# yaml-language-server: $schema=../dist/schemas/pack.schema.json\n";
/** The server keeps what it read of a file until there is a later version. */
let version = 1;
const documentOf = (text: string, path = "/own/pack.yaml") =>
  TextDocument.create(pathToFileURL(path).href, "yaml", version++, text);
const pack = LEAD + HOUSE_RULES["house.yaml"];

const diagnose = async (text: string, path?: string) =>
  (await editor().doValidation(documentOf(text, path), false)).map(
    ({ range, message }) => `${range.start.line + 1}:${range.start.character + 1}: ${message}`,
  );

describe("an editor with the YAML language server", () => {
  test.each([
    ["a pack as it should be", pack, []],
    [
      "an unknown key",
      pack.replace("advice: Sleep", "advise: Sleep"),
      ['24:3: Missing property "advice".', "29:3: Property advise is not allowed."],
    ],
    [
      "an unknown level",
      pack.replace("level: error", "level: fatal"),
      ['4:10: Value is not accepted. Valid values: "suggestion", "warning", "error".'],
    ],
    ["clauses that look like numbers", pack.replace("clauses: [P3, P2]", "clauses: [4.1, 4.10]"), []],
  ])("judges %s", async (_, text, expected) => {
    expect(await diagnose(text)).toEqual(expected);
  });

  test.each([
    ["ruleset", "name: own\nversion: 1.10\nextends: other\nclauses: { 4.10: 5.10 }\n"],
    ["vocabularies", "numbers: { describe: Numbers., words: [0118, 7.50] }\n"],
  ])("takes what looks like a number in %s where it is kept as it is written", async (schema, text) => {
    const lead = `# yaml-language-server: $schema=../dist/schemas/${schema}.schema.json\n`;
    expect(await diagnose(lead + text, `/own/${schema}.yaml`)).toEqual([]);
  });

  test("offers the levels", async () => {
    const document = documentOf(pack.replace("level: error", "level: "));
    const { items } = await editor().doComplete(document, { line: 3, character: 9 }, false);
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(["error", "warning", "suggestion"]));
  });

  test("says what a key means", async () => {
    const hover = await editor().doHover(documentOf(pack), { line: 4, character: 4 });
    expect(JSON.stringify(hover?.contents)).toContain("worth a second look");
  });
});

describe("every rule file that we keep leads to its schema and fits it", () => {
  const root = new URL("../../", import.meta.url);
  const files = ["rules/hee-social-media", "fixtures/rules/museum"].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".yaml"))
      .map((path) => `${folder}/${path}`),
  );
  test.each(files)("%s", async (path) => {
    const text = readFileSync(new URL(path, root), "utf8");
    const [, target] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
    const schema = new URL(target!, new URL(path, root)).href.slice(root.href.length);
    const [, inside] = /\/(vocabularies|data)\/[^/]+$/.exec(path) ?? [];
    const kind = path.endsWith("/ruleset.yaml") ? "ruleset" : (inside ?? "pack");
    expect(schema).toBe(`dist/schemas/${kind}.schema.json`);
    expect(await diagnose(text, `/${path}`)).toEqual([]);
  });
});

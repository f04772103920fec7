import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from "vitest";
import { reporters } from "../../src/reporters/index.ts";
import { HOME } from "../memory-io.ts";
import { run } from "../run.ts";

/** Words of a draft that stand nowhere else. */
const SECRET = "Quillfeather";

/** The YAML library says what it dislikes to the process, not to who called it. */
let said: readonly MockInstance[] = [];
beforeEach(() => {
  said = [
    vi.spyOn(process, "emitWarning").mockImplementation(() => {}),
    vi.spyOn(console, "warn").mockImplementation(() => {}),
  ];
});
afterEach(() => void vi.restoreAllMocks());

const toTheProcess = () => said.flatMap((spy) => spy.mock.calls);

const below = (yaml: string): string => `---\n${yaml}---\nGood morning\n`;

describe("what YAML warns of", () => {
  const warned = `? { text: ${SECRET} }\n: a\nown: !${SECRET} b\n`;
  test.each<readonly [where: string, files: Readonly<Record<string, string>>, path: string]>([
    ["a draft", { "a.yaml": warned }, "a.yaml"],
    ["the front matter of a draft", { "a.md": below(warned) }, "a.md"],
    ["a configuration", { "a.txt": "Good morning", "postlint.config.yaml": warned }, "a.txt"],
    ["a rule file", { "a.txt": "Good morning", [`${HOME}/rules/hee-social-media/a.yaml`]: warned }, "a.txt"],
  ])("in %s is not said to the process", async (_where, files, path) => {
    await run([path, "--verbose"], { files });
    expect(toTheProcess()).toEqual([]);
  });

  test("is not in a report of the draft", async () => {
    const { out, err } = await run(["a.yaml", "--verbose"], { files: { "a.yaml": warned } });
    expect(out + err).not.toContain(SECRET);
  });
});

describe.each([
  ["words behind the sign of a block", `text: | ${SECRET}\n`],
  ["a word that is part of that sign", `text: >${SECRET}\n`],
  ["a key that is there twice", `text: !!omap [{ ${SECRET}: 1 }, { ${SECRET}: 2 }]\n`],
  ["a key twice in a map", `${SECRET}: 1\n${SECRET}: 2\n`],
  ["a tag that is not known", `text: !a!${SECRET} b\n`],
  ["a tag without an end", `text: !${SECRET}! b\n`],
  ["a letter by a number that is none", `text: "\\U${SECRET}"\n`],
  ["a name that stands for nothing", `text: *${SECRET}\n`],
  ["a text that goes on behind its end", `text: "a" ${SECRET}\n`],
  ["a bracket that closes nothing", `text: a\n} ${SECRET}\n`],
])("a problem with %s quotes nothing of the draft", (_what, broken) => {
  test.each(["a.yaml", "a.md"])("in %s", async (name) => {
    const files = { [name]: name === "a.md" ? below(broken) : broken };
    const { code, out, err } = await run([name, "--verbose"], { files });
    expect(code).toBe(2);
    expect(err).toMatch(/^Could not check a\.(?:md|yaml), line \d/u);
    expect(out + err).not.toContain(SECRET.slice(0, 6));
    expect(toTheProcess()).toEqual([]);
  });
});

test.each(Object.keys(reporters).filter((format) => format !== "xlsx" && format !== "csv"))(
  "a problem quotes nothing of the draft as %s",
  async (format) => {
    const { out, err } = await run(["a.yaml", "-f", format], { files: { "a.yaml": `text: | ${SECRET}\n` } });
    expect(out + err).not.toContain(SECRET);
  },
);

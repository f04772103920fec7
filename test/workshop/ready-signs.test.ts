import { expect, test } from "vitest";
import { allWordings } from "../../src/prepare/contexts/parts/cues.ts";
import { keyOf } from "../../src/prepare/contexts/parts/ready-signs.ts";
import { signsOf } from "../../src/prepare/contexts/parts/signs.ts";
import { withReadySigns } from "../../src/workshop/ready-signs.ts";

test("the published module has the signs of every wording", () => {
  const module = withReadySigns("export const READY_SIGNS = null;\nexport const other = 1;\n");
  const [, text] = /^export const READY_SIGNS = (".*");\nexport const other = 1;\n$/u.exec(module)!;
  const ready = JSON.parse(JSON.parse(text!) as string) as Readonly<Record<string, unknown>>;
  expect(allWordings().length).toBeGreaterThan(300);
  for (const wording of allWordings()) expect(ready[keyOf(wording)]).toEqual(signsOf(wording));
});

test("a module without a place for them is an error", () => {
  expect(() => withReadySigns("export const READY_SIGNS = {};")).toThrow("has no place for the signs");
});

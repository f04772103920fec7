import { expect, test } from "vitest";
import { run } from "../run.ts";

test("says which files of a folder were passed over, as a check does", async () => {
  const files = { "plans/a.doc": "", "plans/b.odt": "", "plans/july.csv": "Date,Copy\n2026-12-01,Hello\n" };
  const { code, out, err } = await run(["plans", "--show-mapping"], { files });
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^plans\/july\.csv: heading in row 1\n/) });
  expect(err).toMatch(/^Note on plans: not read, as their format is not known here: plans\/a\.doc, plans\/b\.odt\./);
});

test("says so where there is no calendar, beside what was passed over", async () => {
  const { code, err } = await run(["plans", "--show-mapping"], { files: { "plans/a.doc": "", "plans/b.txt": "Hi\n" } });
  expect(code).toBe(0);
  expect(err).toMatch(/^Note on plans: not read, .*\nThere is no calendar here/);
});

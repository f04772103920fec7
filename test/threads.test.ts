import { expect, test } from "vitest";
import { ORDINARY } from "../src/model/circumstances.ts";
import { startPool } from "../src/threads/pool.ts";
import { postOf } from "./judge-text.ts";

test("what is asked of a thread that is gone fails, and does not wait for ever", async () => {
  const script = new URL('data:text/javascript,throw new Error("no rules")');
  const check = { reference: false, circumstances: ORDINARY };
  const pool = startPool(script, 1, { home: ".", rules: null, check });
  try {
    await expect(pool.check([postOf("one")])).rejects.toThrow("no rules");
    await expect(pool.check([postOf("two")])).rejects.toThrow("no rules");
  } finally {
    await pool.close();
  }
});

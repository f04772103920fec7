import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { HOUSE_RULES } from "../house-rules.ts";
import { CHECKS, ended, ensureBuilt, run, start } from "./built.ts";

/** Words of a draft that stand nowhere else. */
const SECRET = "Quillfeather";

let folder = "";
/** All that a run may write to: its working folder, its home and the place for temporary files. */
let around: { readonly cwd: string; readonly env: Readonly<Record<string, string>> };

beforeAll(ensureBuilt, 180_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postlint-leftovers-"));
  for (const name of ["work", "work/rules", "home", "tmp"]) mkdirSync(join(folder, name));
  for (const [name, text] of Object.entries(HOUSE_RULES)) writeFileSync(join(folder, "work/rules", name), text);
  const [home, tmp] = [join(folder, "home"), join(folder, "tmp")];
  around = {
    cwd: join(folder, "work"),
    env: { HOME: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home, TMPDIR: tmp, TMP: tmp, TEMP: tmp },
  };
});
afterEach(() => rmSync(folder, { recursive: true }));

const draftOf = (posts: number): string => `TOP-SECRET ${SECRET}\n---\n`.repeat(posts);

/** Every file in reach that holds words of the draft, besides those that were asked for. */
const leftovers = (...askedFor: readonly string[]): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (path) =>
      !askedFor.includes(path) &&
      statSync(join(folder, path)).isFile() &&
      readFileSync(join(folder, path)).includes(SECRET),
  );

const RULES = ["--rules", "rules"];
const nothingBeside = () => readdirSync(around.cwd).filter((name) => name.startsWith("."));

describe("no words of a draft are left in a file that nobody asked for", () => {
  test.each(Object.entries(CHECKS))("after %s", async (_, argv) => {
    await run([...argv, "-"], around, draftOf(2));
    expect(leftovers().filter((path) => !/^work\/(?:report|reviewed)\./.test(path))).toEqual([]);
    expect(nothingBeside()).toEqual([]);
  });

  test("after a check in threads", async () => {
    await run(["-", ...RULES, "--concurrency", "2", "-o", "report.json"], around, draftOf(600));
    expect(leftovers("work/report.json")).toEqual([]);
  });

  test("after a crash of the whole machine's patience: SIGTERM, SIGHUP", async () => {
    for (const signal of ["SIGTERM", "SIGHUP"] as const) {
      expect(await interrupted(signal)).toBeGreaterThan(128);
      expect(leftovers()).toEqual([]);
    }
  });

  test("after it was interrupted while it wrote", async () => {
    expect(await interrupted("SIGINT")).toBe(130);
    expect(leftovers()).toEqual([]);
    expect(readdirSync(join(around.cwd, "out"))).toEqual([]);
  });

  test.runIf(existsSync("/proc/self"))("after a report that could not be written", async () => {
    const { code, err } = await run(["-", ...RULES, "-o", "json=/proc/self/report.json"], around, draftOf(2));
    expect(code).toBe(2);
    expect(err).toContain("/proc/self/report.json cannot be written");
    expect(leftovers()).toEqual([]);
  });

  test.skipIf(process.platform === "win32")("after a report that grew larger than the disk would hold", async () => {
    // No file may be larger than 20 KiB; without the trap, the system would end the process.
    const under = ["bash", "-c", `trap "" XFSZ; ulimit -f 20; exec "$@"`, "limited"];
    const { code, err } = await run(["-", ...RULES, "-o", "out/report.json"], { ...around, under }, draftOf(400));
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/out\/report\.json cannot be written \(/) });
    expect(leftovers()).toEqual([]);
    expect(readdirSync(join(around.cwd, "out"))).toEqual([]);
  });
});

/** Its code, when it was sent a signal with its report half written. */
async function interrupted(signal: NodeJS.Signals): Promise<number | null> {
  const child = start(["-", ...RULES, "-o", "json=out/report.json"], around);
  child.stdin?.write(draftOf(2000));
  const out = join(around.cwd, "out");
  await expect.poll(() => existsSync(out) && readdirSync(out).length, { timeout: 30_000 }).toBe(1);
  child.kill(signal);
  const { code } = await ended(child);
  return code;
}

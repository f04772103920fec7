import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { HOUSE_RULES } from "../house-rules.ts";
import { CHECKS, ensureBuilt, run } from "./built.ts";

let folder = "";

beforeAll(ensureBuilt, 180_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postlint-network-"));
  mkdirSync(join(folder, "rules"));
  for (const [name, text] of Object.entries(HOUSE_RULES)) writeFileSync(join(folder, "rules", name), text);
  const posts = Array.from({ length: 300 }, (_, at) => JSON.stringify({ id: `p${at}`, text: `TOP-SECRET ${at}` }));
  writeFileSync(join(folder, "posts.jsonl"), posts.join("\n"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("nothing reaches for the network", () => {
  const forbidding = { NODE_OPTIONS: `--import=${new URL("no-network.mjs", import.meta.url).href}` };

  test.each([
    ...Object.entries(CHECKS),
    ["many posts, in threads", ["posts.jsonl", "--rules", "rules", "--concurrency", "2"]],
    ["standard input", ["-"]],
    ["an explanation of a rule", ["explain", "confidential/nhs-number"]],
    ["an explanation of a decision", ["explain", "confidential/nhs-number", "--text", "NHS number 999 000 0018"]],
    ["the list of rules", ["rules", "list"]],
    ["the examples of rules", ["rules", "test", "--rules", "rules"]],
    ["an audit of rules", ["rules", "check", "--rules", "rules"]],
    ["pages about the rules", ["docs", "--rules", "rules", "-o", "pages"]],
    ["a schema", ["schema", "report"]],
    ["the policy", ["policy"]],
    ["the settings", ["config", "show"]],
    ["what a repository begins with", ["init"]],
  ] as const)("in %s", async (_, argv) => {
    const { code, signal, err } = await run(argv, { cwd: folder, env: forbidding }, "NHS number 999 000 0018");
    expect(err).not.toContain("reached for the network");
    expect(signal).toBeNull();
    expect(code).toBeLessThan(2);
  });

  test.each([
    ["a look-up of a name", `import { lookup } from "node:dns"; try { lookup("example.org", () => {}) } catch {}`],
    ["a connection", `import net from "node:net"; try { net.connect(9, "127.0.0.1") } catch {}`],
    [
      "a request from a thread",
      `import { Worker } from "node:worker_threads"; new Worker("fetch('http://[::1]')", { eval: true })`,
    ],
  ])("and %s would be seen if something did", (_, script) => {
    const { signal, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      encoding: "utf8",
      env: { ...process.env, ...forbidding },
    });
    expect({ signal, stderr }).toEqual({
      signal: "SIGKILL",
      stderr: expect.stringContaining("reached for the network"),
    });
  });
});

describe("where there is no network at all", () => {
  const under = [
    ["unshare", "-n"],
    ["unshare", "-rn"],
  ].find(([program, how]) => spawnSync(program!, [how!, "true"]).status === 0);
  const filesOf = (place: string) =>
    Object.fromEntries(readdirSync(place).map((name) => [name, readFileSync(join(place, name)).toString("latin1")]));

  test.for(Object.entries(CHECKS))("%s: every byte is the same", async ([, argv], { skip }) => {
    if (under === undefined) return skip("the system lets nobody leave its network (unshare -n)");
    const [online, offline] = await Promise.all(
      [[], under].map(async (cover) => {
        const place = join(folder, cover.length === 0 ? "online" : "offline");
        mkdirSync(place);
        const { code, out, err } = await run([...argv, "--as-of", "2026-11-28"], { cwd: place, under: cover });
        return { code, out, err, files: filesOf(place) };
      }),
    );
    expect(offline).toEqual(online);
    expect(Object.keys(online!.files).length).toBeGreaterThan(0);
  });
});

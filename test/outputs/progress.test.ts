import { expect, test } from "vitest";
import { main } from "../../src/cli.ts";
import type { Output } from "../../src/io/io.ts";
import { HOUSE_PACKAGE } from "../house-rules.ts";
import { type MemoryIo, memoryIo, type Scene } from "../memory-io.ts";

/** What a terminal has on its lines after all that was written: `\r` goes back to the margin, and `ESC [2K` empties the line. */
function screen(written: string): string {
  return written
    .split("\n")
    .map((line) => line.split("\r\u001b[2K").at(-1)!)
    .join("\n");
}

/** Each state of the line, in order. */
const states = (written: string): readonly string[] =>
  Array.from(written.matchAll(/\r\u001b\[2K(Checked [^\r\n]*)/gu), ([, state]) => state!);

/** `both` is what a terminal gets that shows standard output and standard error, as it comes. */
type TimedRun = Pick<MemoryIo, "err" | "out"> & { readonly both: () => string };

/** A run in which each look at the clock is so many milliseconds later. */
async function timed(argv: readonly string[], scene: Scene, step: number): Promise<TimedRun> {
  const io = memoryIo({ ...scene, files: { ...HOUSE_PACKAGE, ...scene.files } });
  let now = 0;
  const elapsed = () => {
    now += step;
    return now;
  };
  const written: (string | Uint8Array)[] = [];
  const seen = (output: Output): Output => ({
    ...output,
    write(chunk) {
      written.push(chunk);
      output.write(chunk);
    },
  });
  await main(argv, { ...io, elapsed, stdout: seen(io.stdout), stderr: seen(io.stderr) });
  return { err: io.err, out: io.out, both: () => written.join("") };
}

const posts = (count: number): string => Array.from({ length: count }, (_, at) => `Post ${at}`).join("\n---\n");
const JULY = { files: { "july.txt": posts(2000) }, terminal: true };
const OUT = ["-o", "json=out.json"];

test("a long run on a terminal says how far it is, and leaves nothing of that behind", async () => {
  const io = await timed(["july.txt", ...OUT], JULY, 10);
  const said = states(io.err());
  expect(said[0]).toBe("Checked 99 posts in july.txt …");
  expect(said[1]).toBe("Checked 109 posts in july.txt …");
  expect(said.at(-1)).toMatch(/^Checked 1,\d{3} posts in july\.txt …$/u);
  expect(screen(io.err())).toBe("");
});

test("several files are counted, and the one under way is named", async () => {
  const scene = { files: { "a.txt": posts(60), "b.txt": posts(120) }, terminal: true };
  expect(states((await timed(["a.txt", "b.txt", ...OUT], scene, 10)).err())[0]).toBe(
    "Checked 98 posts, file 2 of 2: b.txt …",
  );
});

test("a name that is too long is cut, so that the line stays one", async () => {
  const name = `${"a-long-name-".repeat(12)}.txt`;
  const scene = { files: { [name]: posts(200) }, terminal: true };
  const said = states((await timed([name, ...OUT], scene, 10)).err());
  expect(said.length).toBeGreaterThan(0);
  expect(said.every((state) => state.length === 79 && state.endsWith("…"))).toBe(true);
});

test("what is found and noted stands on lines of its own", async () => {
  const drafts = Array.from({ length: 300 }, (_, at) => `TOP-SECRET ${at}`).join("\n---\n");
  const scene = { files: { "july.txt": drafts }, terminal: true };
  const quick = await timed(["july.txt", "-f", "unix", "--channel", "friendface"], scene, 0);
  const slow = await timed(["july.txt", "-f", "unix", "--channel", "friendface"], scene, 10);
  expect(states(slow.err()).length).toBeGreaterThan(10);
  expect(slow.out()).toBe(quick.out());
  expect(screen(slow.both())).toBe(quick.both());
});

test.each([
  ["in a run of less than a second", { ...JULY, files: { "july.txt": posts(90) } }, 10],
  ["in a pipe", { ...JULY, terminal: false }, 10],
  ["in a build", { ...JULY, env: { CI: "true" } }, 10],
  ["on a terminal that can't move its cursor", { ...JULY, env: { TERM: "dumb" } }, 10],
])("nothing is shown %s", async (_, scene, step) => {
  const io = await timed(["july.txt", ...OUT], scene, step);
  expect(io.err()).toBe("");
});

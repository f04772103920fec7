import { afterEach, expect, test } from "vitest";
import { type ScratchRepository, scratchRepository } from "./scratch-repository.ts";

let repository: ScratchRepository;
afterEach(() => repository.remove());

const OLD = Array.from({ length: 9 }, (_, index) => `## Post ${index + 1}\n\nA dodgy day, number ${index + 1}.\n`);
const july = (...more: readonly string[]) => [...OLD, ...more].join("\n");
const GATE = ["copy", "--changed-since", "main", "--strict", "-f", "unix"];

test("a team's gate, from the first bad post to a change without copy", async () => {
  repository = scratchRepository({ "copy/july.md": july(), "code.js": "1\n" });
  const { write, git, commit, run } = repository;
  const verdict = async () => {
    const { code, out } = await run(GATE);
    return { code, places: out.match(/^copy\/july\.md:\d+/gmu) ?? [] };
  };
  git("switch", "--quiet", "--create", "change");

  // One bad post beside nine old ones: exactly that one fails the run.
  write("copy/july.md", july("## Post 10\n\nA new and dodgy day.\n"));
  commit();
  expect(await verdict()).toEqual({ code: 1, places: ["copy/july.md:39"] });

  // Mended, it passes.
  write("copy/july.md", july("## Post 10\n\nA new and fine day.\n"));
  commit();
  expect(await verdict()).toEqual({ code: 0, places: [] });

  // A suppression needs a reason and a name.
  const suppressed = (said: string) =>
    july(`## Post 10\n\n<!-- postlint-ignore-next conduct/grumble${said} -->\nA new and dodgy day.\n`);
  write("copy/july.md", suppressed(""));
  commit();
  const unexplained = await run(GATE);
  expect(unexplained.code).toBe(1);
  expect(unexplained.out).toContain("The suppression of conduct/grumble gives no reason and no name");
  write("copy/july.md", suppressed(" -- a quotation from the play, by Ann Lee"));
  commit();
  expect(await verdict()).toEqual({ code: 0, places: [] });

  // What was accepted and is gone fails a strict run, until prune takes it out and says so.
  await run(["baseline", "write", "copy"]);
  write(
    "copy/july.md",
    suppressed(" -- a quotation from the play, by Ann Lee").replace("dodgy day, number 1", "fine day"),
  );
  const all = ["copy", "--strict", "--baseline", "postlint.baseline", "-f", "unix"];
  const stale = await run(all);
  expect(stale.code).toBe(1);
  expect(stale.err).toContain("postlint.baseline still holds an accepted finding that is gone (conduct/grumble)");
  const pruned = await run(["baseline", "prune", "copy"]);
  expect(pruned.out).toMatch(/^Taken out: copy\/july\.md: conduct\/grumble P2, accepted on .*\n.*; 1 taken out\.\n$/u);
  expect((await run(all)).code).toBe(0);
  commit();

  // A change without copy passes, and says that nothing was checked.
  git("switch", "--quiet", "--create", "code", "main");
  write("code.js", "2\n");
  commit();
  expect(await run(GATE)).toEqual({
    code: 0,
    out: "",
    err: "No post has changed since main, so nothing was checked.\n",
  });
});

import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string, folder = root): string => readFileSync(join(folder, path), "utf8");

const GOOD = "Applications for our leadership programme are open to every profession.\n";
const BAD = "My patient in bed 4, NHS number 999 000 0018, cried all night.\n";
const NINE_OLD = Array.from({ length: 9 }, (_, index) => `## Post ${index + 1}\n\n${BAD}`).join("\n");

let repository = "";
let tools = "";

beforeAll(() => {
  if (!existsSync(`${root}dist/bundle`)) execFileSync("npm", ["run", "build"], { cwd: root, stdio: "ignore" });
}, 120_000);

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), "postlint-hooks-"));
  tools = mkdtempSync(join(tmpdir(), "postlint-tools-"));
  writeFileSync(join(tools, "postlint"), `#!/bin/sh\nexec "${process.execPath}" "${root}bin/postlint.js" "$@"\n`);
  chmodSync(join(tools, "postlint"), 0o755);
  git("init", "--quiet", "--initial-branch=main");
  git("config", "user.name", "A Person");
  git("config", "user.email", "person@example.org");
});

afterEach(() => {
  rmSync(repository, { recursive: true });
  rmSync(tools, { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
}

/** What a program in the repository ends with. Nothing of the machine that tests is in its environment. */
function run(program: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}): Ended {
  const path = `${tools}:${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`;
  const { status, stdout, stderr } = spawnSync(program, argv, {
    cwd: repository,
    env: { PATH: path, HOME: tools, ...env },
    encoding: "utf8",
  });
  return { code: status, out: stdout + stderr };
}

const git = (...argv: readonly string[]): Ended => run("git", argv);
const postlint = (...argv: readonly string[]): Ended => run("postlint", argv);

function write(path: string, text: string): void {
  mkdirSync(dirname(join(repository, path)), { recursive: true });
  writeFileSync(join(repository, path), text);
}

function commit(message: string): Ended {
  git("add", "--all");
  return git("commit", "--quiet", "--message", message);
}

describe("postlint init", () => {
  test("leaves a state in which nothing is found, and says what it wrote", () => {
    const { code, out } = postlint("init");
    expect(code).toBe(0);
    for (const path of [
      "postlint.config.yaml",
      "copy/sample.md",
      ".githooks/pre-commit",
      ".github/workflows/postlint.yml",
    ]) {
      expect(out).toContain(`Written: ${path}`);
    }
    expect(postlint("copy", "--fail-on", "suggestion")).toMatchObject({
      code: 0,
      out: expect.stringContaining("Nothing found in 1 post."),
    });
  });

  test("overwrites nothing, and says what it left", () => {
    write("postlint.config.yaml", "fail_on: warning\n");
    expect(postlint("init").out).toContain("Left as it is: postlint.config.yaml");
    expect(readFileSync(join(repository, "postlint.config.yaml"), "utf8")).toBe("fail_on: warning\n");
  });

  test("writes a job for GitLab where GitLab's is there, or where it is asked to", () => {
    write(".gitlab-ci.yml", "stages: [test]\n");
    expect(postlint("init").out).toContain("Written: postlint.gitlab-ci.yml");
    expect(existsSync(join(repository, ".github"))).toBe(false);
    const job = parse(readFileSync(join(repository, "postlint.gitlab-ci.yml"), "utf8"));
    expect(Object.keys(job.postlint.artifacts.reports)).toEqual(["codequality", "junit"]);
  });

  test("takes postlint from nowhere until it is told where, and then from there", () => {
    const stepsOf = () => parse(readFileSync(join(repository, ".github/workflows/postlint.yml"), "utf8"));
    expect(postlint("init").out).toContain(
      "put the owner of the repository that holds postlint into its POSTLINT_FROM",
    );
    const { env, jobs } = stepsOf();
    const install = jobs.drafts.steps.find(({ name }: { name?: string }) => name === "Install postlint").run;
    expect(
      run("bash", ["-e", "-c", install], { ...env, RUNNER_TEMP: tools, GITHUB_PATH: join(tools, "path") }),
    ).toEqual({
      code: 2,
      out: "::error file=.github/workflows/postlint.yml::Put the owner of the repository that holds postlint into POSTLINT_FROM.\n",
    });

    rmSync(join(repository, ".github"), { recursive: true });
    expect(postlint("init", "--from", "github:a-team/postlint#v0.1.0").out).not.toContain("POSTLINT_FROM");
    expect(stepsOf().env).toEqual({ POSTLINT_FROM: "github:a-team/postlint#v0.1.0" });
    expect(read(".github/workflows/postlint.yml", repository)).not.toMatch(/npx/u);
  });

  test("its jobs check what changed, and fail for a possible breach", () => {
    write("copy/old.md", NINE_OLD);
    commit("Begin");
    postlint("init", "--from", "a.tgz");
    postlint("init", "--from", "a.tgz", "--ci", "gitlab");
    const workflow = parse(read(".github/workflows/postlint.yml", repository));
    const [changed, all] = workflow.jobs.drafts.steps.slice(-2).map((step: { run: string }) => step.run);
    const job = parse(read("postlint.gitlab-ci.yml", repository)).postlint;
    const merged = job.script[0].replace("/tmp/postlint/node_modules/.bin/", "");
    const inShell = (script: string, env = {}) => run("bash", ["-e", "-c", script], { CI: "true", ...env }).code;
    expect(inShell(all)).toBe(1);
    for (const [copy, code] of [
      [GOOD, 0],
      ["Bed 7, NHS number 943 476 5870, is loud.\n", 1],
    ] as const) {
      write("copy/new.md", copy);
      commit("Add a post");
      expect(inShell(changed, { BASE: "HEAD~1" })).toBe(code);
      expect(inShell(merged, { CI_MERGE_REQUEST_DIFF_BASE_SHA: "HEAD~1" })).toBe(code);
    }
    expect(existsSync(join(repository, "postlint-junit.xml"))).toBe(true);
  });

  test("its hook says in a sentence that postlint is not installed, and lets pass what touches no draft", () => {
    postlint("init");
    git("config", "core.hooksPath", ".githooks");
    rmSync(join(tools, "postlint"));
    const stopped = commit("Take up postlint");
    expect(stopped.out).toBe(
      "postlint is not installed, so the drafts in copy could not be checked; git commit --no-verify commits them unchecked.\n",
    );
    expect(stopped.code).not.toBe(0);
    git("reset", "--quiet");
    git("add", "postlint.config.yaml");
    expect(git("commit", "--quiet", "--message", "Settings").code).toBe(0);
  });

  test("says nothing of a package to put into a job that was there and asks for none", () => {
    write(".github/workflows/postlint.yml", "on: push\n");
    expect(postlint("init").out).not.toContain("POSTLINT_FROM");
    expect(postlint("init", "--from", "a.tgz").out).toContain(
      "--from was not used:    .github/workflows/postlint.yml was there and is left as it is; where it installs postlint, put a.tgz\n",
    );
  });

  test("says it again of a job of its own that still lacks the package", () => {
    postlint("init");
    expect(postlint("init").out).toContain("Before the job can run: put the owner");
  });

  test.each([
    ["pre-commit", "add this line to .git/hooks/pre-commit: sh .githooks/pre-commit || exit 1"],
    ["pre-push", "cp .githooks/pre-commit .git/hooks/pre-commit"],
  ])("switches its hook on beside a %s that is there", (name, step) => {
    write(`.git/hooks/${name}`, "#!/bin/sh\necho MINE\n");
    chmodSync(join(repository, ".git/hooks", name), 0o755);
    const { out } = postlint("init");
    expect(out).toContain(
      `Switch the hook on:     ${step}\n                        (beside what is in .git/hooks already: ${name})\n`,
    );
    expect(out).not.toContain("core.hooksPath");
  });

  test("says nothing of a hook that is on, and knows hooks that are kept elsewhere", () => {
    git("config", "core.hooksPath", ".githooks");
    expect(postlint("init").out).not.toContain("Switch the hook on");
    git("config", "core.hooksPath", ".husky/_");
    write(".husky/_/pre-commit", "#!/bin/sh\n");
    expect(postlint("init").out).toContain("add this line to .husky/_/pre-commit: sh .githooks/pre-commit || exit 1");
  });

  test("says that a folder which is no repository gets no hook", () => {
    write("team/x.txt", GOOD);
    const { code, out } = spawnSyncIn("team", ["init"]);
    expect(code).toBe(0);
    expect(out).toContain("there is no hook and no job");
    expect(existsSync(join(repository, "team/.githooks"))).toBe(false);
  });

  test("its hook stops a commit that adds a possible breach, and lets one through that does not", () => {
    write("copy/old.md", NINE_OLD);
    commit("Begin");
    postlint("init");
    expect(git("config", "core.hooksPath", ".githooks").code).toBe(0);
    expect(commit("Take up postlint").code).toBe(0);

    write("copy/old.md", `${NINE_OLD}\n## Post 10\n\nBed 7, NHS number 943 476 5870, is loud.\n`);
    const stopped = commit("Add a post");
    expect(stopped.code).not.toBe(0);
    expect(stopped.out).toContain("1 error in 1 post");
    expect(stopped.out).not.toContain("943 476 5870");

    write("copy/old.md", `${NINE_OLD}\n## Post 10\n\n${GOOD}`);
    expect(commit("Add a better post").code).toBe(0);
  });
});

function spawnSyncIn(folder: string, argv: readonly string[]): Ended {
  return run("sh", ["-c", `cd "$0" && postlint "$@"`, folder, ...argv]);
}

describe("the hooks for pre-commit", () => {
  const hooks = parse(read(".pre-commit-hooks.yaml")) as readonly { id: string; entry: string; files: string }[];
  const entryOf = (id: string) => hooks.find((hook) => hook.id === id)!.entry.split(" ");

  test("take the drafts of a folder and leave other files", () => {
    for (const { files } of hooks) {
      expect(["a.md", "copy/july.xlsx", "x.jsonl"].every((path) => new RegExp(files).test(path))).toBe(true);
      expect(["a.json", "a.png", "md"].some((path) => new RegExp(files).test(path))).toBe(false);
    }
  });

  test("check the files that they are given", () => {
    write("copy/a b.md", BAD);
    write("copy/c.md", GOOD);
    const [program, ...argv] = entryOf("postlint");
    expect(run(program!, [...argv, "copy/c.md"]).code).toBe(0);
    expect(run(program!, [...argv, "copy/a b.md", "copy/c.md"])).toMatchObject({
      code: 1,
      out: expect.stringContaining("copy/a b.md"),
    });
  });

  test("check only what is staged, where asked to", () => {
    write("copy/old.md", NINE_OLD);
    commit("Begin");
    write("copy/old.md", `${NINE_OLD}\n## Post 10\n\n${GOOD}`);
    git("add", "--all");
    const [program, ...argv] = entryOf("postlint-staged");
    expect(run(program!, [...argv, "copy/old.md"]).code).toBe(0);
  });
});

describe("the action", () => {
  const action = parse(read("action.yml")) as {
    inputs: Record<string, { default: string }>;
    runs: { steps: readonly { name: string; run: string; env?: Record<string, string> }[] };
  };

  /** Runs the steps as the runner does. An input that is not given has its default, and there is no event. */
  function act(inputs: Readonly<Record<string, string>> = {}): Ended & { readonly outputs: string } {
    const output = join(tools, "output");
    writeFileSync(output, "");
    const inputOf = (expression: string): string => {
      const name = /inputs\.([\w-]+)/u.exec(expression)?.[1];
      const fallback = name === undefined ? "" : action.inputs[name]!.default;
      return name === undefined ? "" : (inputs[name] ?? (fallback.startsWith("${{") ? "" : fallback));
    };
    let last: Ended = { code: null, out: "" };
    for (const { run: script, env = {} } of action.runs.steps) {
      const given = Object.entries(env).map(([key, value]) => [
        key,
        value.replace(/\$\{\{(.*?)\}\}/gu, (_, it) => inputOf(it)),
      ]);
      last = run("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script], {
        ...Object.fromEntries(given),
        CI: "true",
        GITHUB_ACTIONS: "true",
        GITHUB_ACTION_PATH: root,
        GITHUB_WORKSPACE: repository,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: join(tools, "summary.md"),
      });
      if (last.code !== 0) break;
    }
    return { ...last, outputs: readFileSync(output, "utf8") };
  }

  test("fails on a possible breach, annotates its line, and reports to the page of the step", () => {
    write("copy/a.md", `${GOOD}\n${BAD}`);
    const { code, out, outputs } = act();
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=copy\/a\.md,line=3,.*title=Do not publish%3A M3\.3/mu);
    expect(outputs).toBe("exit-code=1\n");
    expect(readFileSync(join(tools, "summary.md"), "utf8")).toContain("Possible breaches");
  });

  test("takes paths one a line, whatever is in them, and writes SARIF where it is told to", () => {
    write("copy/a b.md", GOOD);
    write("$(touch owned)/x.md", BAD);
    const { code, outputs } = act({ paths: "copy/a b.md\n$(touch owned)/x.md", sarif: "out/postlint.sarif" });
    expect(code).toBe(1);
    expect(outputs).toBe("exit-code=1\n");
    expect(existsSync(join(repository, "owned"))).toBe(false);
    const { runs } = JSON.parse(readFileSync(join(repository, "out/postlint.sarif"), "utf8"));
    expect(runs[0].artifacts).toHaveLength(2);
  });

  test("fails as it is told to, by a configuration that it is told of", () => {
    write("copy/a.md", BAD);
    write("ci.yaml", "fail_on: never\n");
    expect(act({ "fail-on": "never" }).code).toBe(0);
    expect(act({ config: "ci.yaml" }).code).toBe(0);
  });

  test("checks only what changed since a commit", () => {
    write("copy/old.md", NINE_OLD);
    commit("Begin");
    write("copy/new.md", GOOD);
    commit("Add a post");
    expect(act({ "changed-since": "HEAD~1" }).code).toBe(0);
    write("copy/old.md", `${NINE_OLD}\n## Post 10\n\nBed 7, NHS number 943 476 5870, is loud.\n`);
    commit("Add a bad post");
    const { code, out } = act({ "changed-since": "HEAD~1" });
    expect(code).toBe(1);
    expect(out.match(/^::error /gmu)).toHaveLength(1);
  });

  test("ends with 2 where something could not be checked", () => {
    expect(act({ paths: "copy/nothing.md" })).toMatchObject({ code: 2, outputs: "exit-code=2\n" });
  });
});

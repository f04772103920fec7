import { UsageError } from "../config/errors.ts";
import { didYouMean } from "../config/nearest.ts";
import { shownPath } from "../config/paths.ts";
import { type Io, readText } from "../io/io.ts";
import { IoError } from "../io/io-error.ts";
import { dayOf } from "../judge/day.ts";
import { anyOf, firstOf } from "../model/listing.ts";
import { toolVersion } from "./package.ts";
import type { SetUp } from "./set-up.ts";
import { type Beginning, CONFIG, githubWorkflow, gitlabJob, HOOK, sampleDraft, unknownPackage } from "./starter.ts";

/** `postlint init` */
export const setUpInit: SetUp = (command, io, answer) => {
  command
    .usage("[options]")
    .description(`Writes what a team needs to begin: a configuration, a sample draft and, in a git
repository, a hook and a job for the build service. It asks nothing and
overwrites nothing.`)
    .option("--ci <service>", `the build service that checks pull requests: ${anyOf(SERVICES)} (default: what is here)`)
    .option("--from <package>", "what its job installs: github:OWNER/postlint#v0.1.0, or the URL of a .tgz");
  command.action(async (options: InitOptions) => answer(await init(io, options)));
};

interface InitOptions {
  readonly ci?: string;
  readonly from?: string;
}

const SERVICES = ["github", "gitlab", "none"] as const;
type Service = (typeof SERVICES)[number];

const JOBS = { github: ".github/workflows/postlint.yml", gitlab: "postlint.gitlab-ci.yml" } as const;

interface Starter {
  readonly path: string;
  readonly text: string;
  readonly is: string;
  readonly kind?: "executable";
}

async function init(io: Io, { ci, from }: InitOptions): Promise<number> {
  const service = await serviceOf(io, ci);
  const isTop = (await io.kindOf(".git")) !== null;
  const beginning = { from: from ?? unknownPackage(await toolVersion(io)), publishOn: dayOf(nextWeek(io.now())) };
  for (const starter of startersFor(beginning, isTop, service)) io.stdout.write(`${await place(io, starter)}\n`);
  const steps = ["", "Try it:                 postlint copy", ...(await stepsInRepository(io, isTop, service, from))];
  io.stdout.write(`${steps.join("\n")}\n`);
  return 0;
}

async function serviceOf(io: Io, asked: string | undefined): Promise<Service> {
  const service = SERVICES.find((known) => known === asked);
  if (service !== undefined) return service;
  if (asked !== undefined) {
    throw new UsageError(
      `--ci can't be "${asked}".`,
      `It can be ${anyOf(SERVICES)}.${await didYouMean(asked, SERVICES)}`,
    );
  }
  return (await io.kindOf(".gitlab-ci.yml")) === null ? "github" : "gitlab";
}

const nextWeek = (now: Date): Date => new Date(now.getTime() + 7 * 24 * 60 * 60 * 1000);

function startersFor(beginning: Beginning, isTop: boolean, service: Service): readonly Starter[] {
  const jobs: Readonly<Record<Service, readonly Starter[]>> = {
    github: [{ path: JOBS.github, text: githubWorkflow(beginning), is: "checks pull requests" }],
    gitlab: [{ path: JOBS.gitlab, text: gitlabJob(beginning), is: "checks merge requests" }],
    none: [],
  };
  const ofRepository: readonly Starter[] = [
    { path: `${HOOKS}/pre-commit`, text: HOOK, is: "checks drafts before a commit", kind: "executable" },
    ...jobs[service],
  ];
  return [
    { path: "postlint.config.yaml", text: CONFIG, is: "the settings" },
    { path: "copy/sample.md", text: sampleDraft(beginning), is: "a draft to try it on" },
    ...(isTop ? ofRepository : []),
  ];
}

async function place(io: Io, { path, text, is, kind }: Starter): Promise<string> {
  if ((await io.kindOf(path)) !== null) return `Left as it is: ${path}`;
  const file = io.createFile(path, kind);
  file.write(text);
  file.commit();
  return `Written: ${path}, ${is}`;
}

async function stepsInRepository(
  io: Io,
  isTop: boolean,
  service: Service,
  from: string | undefined,
): Promise<readonly string[]> {
  if (!isTop) return [NO_REPOSITORY];
  return [
    ...(await hookSteps(io)),
    ...(service === "none" ? [] : await packageSteps(io, JOBS[service], from)),
    ...(service === "gitlab" ? ["Take the job in:        include it as the top of postlint.gitlab-ci.yml says"] : []),
  ];
}

const NO_REPOSITORY =
  "This folder is not the top of a git repository, so there is no hook and no job. In one, run postlint init again.";

const HOOKS = ".githooks";

/** Git has one folder of hooks: who already has some in theirs would lose them by pointing it to ours. */
async function hookSteps(io: Io): Promise<readonly string[]> {
  const theirs = await hooksFolder(io);
  if (theirs === HOOKS) return [];
  const hooks = (await io.kindOf(theirs)) === "folder" ? (await io.list(theirs)).map(({ name }) => name) : [];
  const own = hooks.filter((name) => !name.startsWith(".") && !name.endsWith(".sample")).sort();
  if (own.length === 0) return [`Switch the hook on:     git config core.hooksPath ${HOOKS}`];
  const step = own.includes("pre-commit")
    ? `add this line to ${theirs}/pre-commit: sh ${HOOKS}/pre-commit || exit 1`
    : `cp ${HOOKS}/pre-commit ${theirs}/pre-commit`;
  return [
    `Switch the hook on:     ${step}`,
    `                        (beside what is in ${theirs} already: ${firstOf(own)})`,
  ];
}

/** Where git looks for hooks here. */
async function hooksFolder(io: Io): Promise<string> {
  try {
    const { code, out } = await io.git(["rev-parse", "--git-path", "hooks"]);
    const said = new TextDecoder().decode(out).trim();
    return code === 0 && said !== "" ? shownPath(io.cwd, said) : USUAL_HOOKS;
  } catch (error) {
    if (!(error instanceof IoError)) throw error;
    return USUAL_HOOKS;
  }
}

const USUAL_HOOKS = ".git/hooks";

/** What is still to be said in the job, which may have been there before. */
async function packageSteps(io: Io, job: string, from: string | undefined): Promise<readonly string[]> {
  const written = await readText(io, job);
  if (from !== undefined)
    return written.includes(from)
      ? []
      : [`--from was not used:    ${job} was there and is left as it is; where it installs postlint, put ${from}`];
  return /POSTLINT_FROM: .*OWNER\//u.test(written)
    ? ["Before the job can run: put the owner of the repository that holds postlint into its POSTLINT_FROM"]
    : [];
}

import { UsageError } from "../config/errors.ts";
import { didYouMean } from "../config/nearest.ts";
import type { Io } from "../io/io.ts";
import { dayOf } from "../judge/day.ts";
import { anyOf } from "../model/listing.ts";
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
  io.stdout.write(`${nextSteps(isTop, service, from !== undefined).join("\n")}\n`);
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
    github: [{ path: ".github/workflows/postlint.yml", text: githubWorkflow(beginning), is: "checks pull requests" }],
    gitlab: [{ path: "postlint.gitlab-ci.yml", text: gitlabJob(beginning), is: "checks merge requests" }],
    none: [],
  };
  const ofRepository: readonly Starter[] = [
    { path: ".githooks/pre-commit", text: HOOK, is: "checks drafts before a commit", kind: "executable" },
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

function nextSteps(isTop: boolean, service: Service, isPackageKnown: boolean): readonly string[] {
  const hasJob = isTop && service !== "none";
  return [
    "",
    "Try it:                 postlint copy",
    ...(isTop ? ["Switch the hook on:     git config core.hooksPath .githooks"] : [NO_REPOSITORY]),
    ...(hasJob && !isPackageKnown
      ? ["Before the job can run: put the owner of the repository that holds postlint into its POSTLINT_FROM"]
      : []),
    ...(isTop && service === "gitlab"
      ? ["Take the job in:        include it as the top of postlint.gitlab-ci.yml says"]
      : []),
  ];
}

const NO_REPOSITORY =
  "This folder is not the top of a git repository, so there is no hook and no job. In one, run postlint init again.";

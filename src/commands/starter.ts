/** What `postlint init` needs to know to write its files. */
export interface Beginning {
  /** Package of postlint that the job of the build service installs, as npm install takes it. */
  readonly from: string;
  /** ISO date on which the sample goes out. */
  readonly publishOn: string;
}

export const CONFIG = `# Settings of postlint for this folder and all below it. "postlint schema config" describes each key,
# "postlint config show" says which setting counts and where it comes from.

# The mildest finding that makes a run fail: error, warning, suggestion or never.
fail_on: error

# What holds for a post unless it says otherwise. Take the # away where it is so for all of yours.
# channel: linkedin
# account: programme
# author: employee

# Files and folders that are left out, written as in .gitignore.
# ignore:
#   - "archive/"
`;

export const sampleDraft = ({ publishOn }: Beginning): string => `---
channel: linkedin
account: programme
author: employee
publish_at: ${publishOn} 09:00
---

Applications for our leadership programme are open to every profession.

Read what last year's participants made of it, and how to apply: https://example.org/leadership
`;

/** Checks only what is about to be committed. A postlint that is installed for all counts, then that of the project. */
export const HOOK = `#!/bin/sh
# Checks the drafts that are about to be committed. Written by "postlint init"; yours to change.
git diff --cached --quiet -- copy && exit 0
if command -v postlint >/dev/null 2>&1; then
  exec postlint check copy --staged
fi
if [ -x node_modules/.bin/postlint ]; then
  exec node_modules/.bin/postlint check copy --staged
fi
echo "postlint is not installed, so the drafts in copy could not be checked; git commit --no-verify commits them unchecked." >&2
exit 1
`;

/**
 * Nobody has published postlint on npm, so a job that asked npm for that name would run whatever somebody puts there. It takes a
 * package that a person named, and until then says what is missing. The base of a pull request comes by way of the environment:
 * pasted into the command, a branch's name could be one.
 */
export const githubWorkflow = ({ from }: Beginning): string => `name: postlint

on:
  pull_request:
    paths: ["copy/**", "postlint.config.yaml"]
  push:
    branches: [main, master]

permissions:
  contents: read

env:
  # ${WHERE_FROM[0]}
  # ${WHERE_FROM[1]}
  POSTLINT_FROM: ${quoted(from)}

jobs:
  drafts:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          # The whole history: what changed is worked out from it.
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - name: Install postlint
        run: |
${indented(10, installing('"$RUNNER_TEMP/postlint"', "::error file=.github/workflows/postlint.yml::"))}
          echo "$RUNNER_TEMP/postlint/node_modules/.bin" >> "$GITHUB_PATH"
      - name: Check the drafts that changed
        if: github.event_name == 'pull_request'
        env:
          BASE: \${{ github.event.pull_request.base.sha }}
        run: postlint check copy --changed-since "$BASE"
      - name: Check all drafts
        if: github.event_name != 'pull_request'
        run: postlint check copy
`;

export const gitlabJob = ({ from }: Beginning): string => `# Take it into .gitlab-ci.yml:
#   include:
#     - local: postlint.gitlab-ci.yml
postlint:
  image: node:22
  variables:
    # The whole history: what changed is worked out from it.
    GIT_DEPTH: "0"
    # ${WHERE_FROM[0]}
    # ${WHERE_FROM[1]}
    POSTLINT_FROM: ${quoted(from)}
  before_script:
    - |
${indented(6, installing("/tmp/postlint", "postlint.gitlab-ci.yml: "))}
  script:
    - >-
      /tmp/postlint/node_modules/.bin/postlint check copy
      \${CI_MERGE_REQUEST_DIFF_BASE_SHA:+--changed-since "$CI_MERGE_REQUEST_DIFF_BASE_SHA"}
      -o gitlab=postlint-code-quality.json -o junit=postlint-junit.xml
  artifacts:
    when: always
    reports:
      codequality: postlint-code-quality.json
      junit: postlint-junit.xml
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`;

const WHERE_FROM = [
  "The package of postlint, at a fixed version: a git repository that holds it, or the URL of a .tgz. It is not on npm;",
  "whoever takes its name there would be run here.",
] as const;

/** What a job takes postlint from where nobody said it: the repository is named like this, but its owner has to be put in. */
export const unknownPackage = (version: string): string => `github:OWNER/postlint#v${version}`;

/** Lines of a shell that install it into `folder`; what they say where the owner is still to be put in begins with `told`. */
const installing = (folder: string, told: string): readonly string[] => [
  'case "$POSTLINT_FROM" in',
  `  *:OWNER/*) echo "${told}Put the owner of the repository that holds postlint into POSTLINT_FROM."; exit 2 ;;`,
  "esac",
  `npm install --no-save --no-audit --no-fund --loglevel=error --prefix ${folder} "$POSTLINT_FROM"`,
];

const indented = (columns: number, lines: readonly string[]): string =>
  lines.map((line) => `${" ".repeat(columns)}${line}`).join("\n");

/** In YAML a # behind a space would begin a comment. */
const quoted = (words: string): string => JSON.stringify(words);

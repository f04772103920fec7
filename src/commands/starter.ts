/** What `postlint init` needs to know to write its files. */
export interface Beginning {
  /** Of postlint, which the job in the cloud asks for. */
  readonly version: string;
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
if command -v postlint >/dev/null 2>&1; then
  exec postlint check copy --staged
fi
exec npx --no-install postlint check copy --staged
`;

/** The base of a pull request comes by way of the environment: pasted into the command, a branch's name could be one. */
export const githubWorkflow = ({ version }: Beginning): string => `name: postlint

on:
  pull_request:
    paths: ["copy/**", "postlint.config.yaml"]
  push:
    branches: [main, master]

permissions:
  contents: read

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
      - name: Check the drafts that changed
        if: github.event_name == 'pull_request'
        env:
          BASE: \${{ github.event.pull_request.base.sha }}
        run: npx --yes postlint@${version} check copy --changed-since "$BASE"
      - name: Check all drafts
        if: github.event_name != 'pull_request'
        run: npx --yes postlint@${version} check copy
`;

export const gitlabJob = ({ version }: Beginning): string => `# Take it into .gitlab-ci.yml:
#   include:
#     - local: postlint.gitlab-ci.yml
postlint:
  image: node:22
  variables:
    # The whole history: what changed is worked out from it.
    GIT_DEPTH: "0"
  script:
    - >-
      npx --yes postlint@${version} check copy
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

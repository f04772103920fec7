import { type Finding, failsForUpkeep, isFailing, type Passage } from "../model/finding.ts";
import type { Post } from "../model/post.ts";
import type { Note, PostResult, RunHead } from "../model/report.ts";
import { extentOf, sourceOf } from "../prepare/lines.ts";
import { type Suite, suiteXml, type TestCase } from "./junit/suite.ts";
import { clauseNames } from "./parts/clause.ts";
import { letStand } from "./parts/let-stand.ts";
import { type Mask, runMask } from "./parts/mask.ts";
import { placeWithin } from "./parts/place.ts";
import { visible } from "./parts/visible.ts";
import type { ReportKind } from "./reporter.ts";
import { describeNote, describePlace, describeSource, LEVEL_WORDS } from "./sentence.ts";

/** Tests of a suite before it is written and another begun for the same file: a file may be larger than memory. */
const MOST = 5000;

/**
 * A source is a suite and a post a test. A post fails where it has a finding that fails the run; milder and suppressed findings
 * stand in the suite's output, the latter with their reasons, as do notes. What could not be checked is an error. A note that
 * fails the run (an accepted finding that is gone) is a test of its own, so that no run fails without a failed test.
 */
export const junit: ReportKind = {
  describe: "JUnit XML with a test for each post, for build servers",
  open(head, sink, { mask: masking, failsFrom = () => "error" }) {
    const masks = runMask(masking);
    const told = tellingOf(head);
    const suites = suitesTo((text) => void sink.write(text), head);
    return {
      post(result) {
        const mask = masks.of(result);
        const floor = failsFrom(result.post.source.file);
        const failing = result.findings.filter((finding) => isFailing(finding, floor));
        const others = result.findings.filter((finding) => !isFailing(finding, floor));
        suites.of(result.post.source.file, {
          test: testOf(result, failing, mask, told),
          output: others.map(
            (finding) => `${describePlace(result.post.source)}: ${told(finding, result, mask).join(" ")}`,
          ),
        });
      },
      problem({ source, message }) {
        const lines = [visible(masks.hide(message))];
        const name = source === null ? "the run" : describePlace(source);
        const outcome = { kind: "error", type: "postlint/not-checked", lines } as const;
        suites.of(source?.file ?? null, { test: { name, outcome }, output: [] });
      },
      note(note) {
        const line = describeNote({ ...note, message: masks.hide(note.message) });
        const file = note.source?.file ?? null;
        const isFailure = note.upkeep === true && failsForUpkeep(failsFrom(file));
        suites.of(file, isFailure ? { test: upkeepTest(note, line), output: [] } : { test: null, output: [line] });
      },
      end: () => suites.end(),
    };
  },
};

const upkeepTest = ({ source }: Note, line: string): TestCase => ({
  name: `${source === null ? "the run" : describePlace(source)} · suppressions and accepted findings`,
  outcome: { kind: "failure", type: "postlint/upkeep", lines: [line] },
});

type Telling = (finding: Finding, result: PostResult, mask: Mask) => readonly [string, ...string[]];

/** A finding in lines, the first of which says the most. */
function tellingOf({ policy }: RunHead): Telling {
  const clauseName = clauseNames(policy);
  return (finding, { post }, mask) => {
    const where = whereIn(post, finding.passage);
    const words = (text: string) => visible(mask.words(finding, text));
    return [
      `${LEVEL_WORDS[finding.level]}: ${clauseName(finding.clause)}${where}: ${words(finding.message)}`,
      `What to do: ${words(finding.advice)}`,
      `Rule: ${finding.rule}`,
      ...(finding.suppressed === null ? [] : [visible(`Let stand: ${letStand(finding.suppressed, mask)}`)]),
    ];
  };
}

/** ` (cell D14)`, ` (paragraph 9)` or ` (line 3, column 9)`: within a post, whose file is named already. */
function whereIn(post: Post, passage: Passage): string {
  const source = sourceOf(post, passage);
  const { line } = source;
  const { column } = extentOf(post, passage).start;
  const within = placeWithin(source);
  if (within !== null) return ` (${within.kind === "cell" ? "cell " : ""}${visible(within.name)})`;
  return line === null ? "" : ` (line ${line}${column === null ? "" : `, column ${column}`})`;
}

function testOf(result: PostResult, failing: readonly Finding[], mask: Mask, told: Telling): TestCase {
  const place = describePlace(result.post.source);
  const name = result.post.named ? `${place} · ${visible(mask.hide(result.post.id))}` : place;
  const first = failing[0];
  if (first === undefined) return { name, outcome: null };
  const lines = failing.flatMap((finding) => told(finding, result, mask));
  return { name, outcome: { kind: "failure", type: first.rule, lines } };
}

interface Entry {
  readonly test: TestCase | null;
  readonly output: readonly string[];
}

/** Gathers what comes into suites, one for each source, and writes a suite when the next begins. */
function suitesTo(write: (text: string) => void, { ruleset, asOf }: RunHead) {
  const everywhere = { ruleset: `${ruleset.name} ${ruleset.version}`, day: asOf };
  let file: string | null = null;
  let tests: TestCase[] = [];
  let output: string[] = [];
  let written = 0;
  const flush = () => {
    if (tests.length + output.length === 0) return;
    const suite: Suite = { name: file === null ? "the run" : describeSource(file), tests, output };
    write((written === 0 ? OPENING : "") + suiteXml(suite, written, everywhere));
    written += 1;
    tests = [];
    output = [];
  };
  return {
    of(next: string | null, entry: Entry) {
      if (next !== file || tests.length >= MOST) flush();
      file = next;
      if (entry.test !== null) tests.push(entry.test);
      output.push(...entry.output);
    },
    end() {
      flush();
      write(`${written === 0 ? OPENING : ""}</testsuites>\n`);
    },
  };
}

const OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';

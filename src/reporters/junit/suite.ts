import { xmlTag, xmlText } from "../parts/xml.ts";

/** A test as JUnit has it: one post, or one thing that could not be checked. Its words are safe to print and may have lines. */
export interface TestCase {
  readonly name: string;
  readonly outcome: {
    readonly kind: "failure" | "error";
    readonly type: string;
    readonly lines: readonly string[];
  } | null;
}

/** The tests of one source. Its words are safe to print. */
export interface Suite {
  readonly name: string;
  readonly tests: readonly TestCase[];
  /** What is worth knowing and fails nothing. */
  readonly output: readonly string[];
}

/** What all suites of a run have in common. */
export interface Everywhere {
  readonly ruleset: string;
  /** ISO date. A report names no time of day, so that the same drafts give the same report. */
  readonly day: string;
}

/**
 * A suite with everything that the strictest of the schemas in use asks for (that of Ant: properties, output, a time and a
 * host), in the order of all of them. `id` counts from 0.
 */
export function suiteXml({ name, tests, output }: Suite, id: number, { ruleset, day }: Everywhere): string {
  const count = (kind: string) => tests.filter(({ outcome }) => outcome?.kind === kind).length;
  const attributes = {
    id,
    package: "postlint",
    name,
    hostname: "localhost",
    timestamp: `${day}T00:00:00`,
    time: 0,
    tests: tests.length,
    failures: count("failure"),
    errors: count("error"),
  };
  return [
    `  <${xmlTag("testsuite", attributes)}>`,
    "    <properties>",
    `      <${xmlTag("property", { name: "ruleset", value: ruleset })}/>`,
    "    </properties>",
    ...tests.flatMap((test) => testXml(test, name)),
    `    <system-out>${xmlText(output.join("\n"))}</system-out>`,
    "    <system-err></system-err>",
    "  </testsuite>",
    "",
  ].join("\n");
}

function testXml({ name, outcome }: TestCase, classname: string): readonly string[] {
  const tag = xmlTag("testcase", { classname, name, time: 0 });
  if (outcome === null) return [`    <${tag}/>`];
  const { kind, type, lines } = outcome;
  return [
    `    <${tag}>`,
    `      <${xmlTag(kind, { type, message: lines[0] ?? "" })}>${xmlText(lines.join("\n"))}</${kind}>`,
    "    </testcase>",
  ];
}

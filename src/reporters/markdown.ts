import type { Finding } from "../model/finding.ts";
import { sayDay } from "../model/london.ts";
import type { Post } from "../model/post.ts";
import type { Note, PostResult, Problem, RunHead, Summary } from "../model/report.ts";
import { type Block, blocksOf, type Saying, sayingsOf } from "./parts/blocks.ts";
import { channelName } from "./parts/channel-name.ts";
import { type ClauseNames, clauseNames, describeClause } from "./parts/clause.ts";
import { blockExcerpts } from "./parts/excerpt.ts";
import { factsOf } from "./parts/facts.ts";
import { letStand } from "./parts/let-stand.ts";
import { codeBlock, codeSpan, plainText } from "./parts/markdown-text.ts";
import { type Mask, type RunMask, runMask } from "./parts/mask.ts";
import { sayMoment } from "./parts/moment.ts";
import { standingOf } from "./parts/verdict.ts";
import type { ReportKind } from "./reporter.ts";
import {
  describeFieldOf,
  describeNote,
  describePlace,
  describeProblem,
  describeRules,
  describeSummary,
  LEVEL_WORDS,
} from "./sentence.ts";

/**
 * For a pull request or an e-mail. The summary comes first, so nothing is written before the end. Then it comes in pieces, each post and
 * each line of a list one: whoever has no room for all can stop between two.
 */
export const markdown: ReportKind = {
  describe: "for a pull request or an e-mail: the summary, then each flagged post",
  open(head, sink, settings) {
    const nameOf = clauseNames(head.policy);
    const mask = runMask(settings.mask);
    const remarks: { problems: Problem[]; notes: Note[] } = { problems: [], notes: [] };
    const posts: (readonly string[])[] = [];
    const suggestions: string[] = [];
    const suppressed: string[] = [];
    return {
      post(result) {
        const own = mask.of(result);
        const blocks = blocksOf(standingOf(result.findings));
        const grave = blocks.filter(({ lead }) => lead.level !== "suggestion");
        if (grave.length > 0) posts.push(postLines(result, grave, own, nameOf));
        const mild = blocks.filter(({ lead }) => lead.level === "suggestion");
        suggestions.push(...mild.map((block) => suggestionLine(result.post, block, own, nameOf)));
        const stood = result.findings.filter((finding) => finding.suppressed !== null);
        suppressed.push(...stood.map((finding) => suppressedLine(result.post, finding, own)));
      },
      problem: (problem) => void remarks.problems.push(problem),
      note: (note) => void remarks.notes.push(note),
      end(summary) {
        const pieces = [
          openingLines(summary, head),
          ...remarkPieces(remarks, mask),
          ...posts,
          ...section("Suggestions", suggestions),
          ...section("Let stand", suppressed),
          closingLines(head),
        ];
        for (const lines of pieces) if (lines.length > 0) sink.write(lines.map((line) => `${line}\n`).join(""));
      },
    };
  },
};

function openingLines(summary: Summary, { policy, asOf }: RunHead): readonly string[] {
  const day = sayDay(asOf);
  return [
    `# Possible breaches of the ${plainText(policy.title)}`,
    "",
    `**${plainText(describeSummary(summary, policy))}**`,
    "",
    `${plainText(policy.publisher)}, as of ${day}.`,
    "",
  ];
}

/** Problems come before all findings: who reads no further should know what was not checked. */
function remarkPieces(
  { problems, notes }: { readonly problems: readonly Problem[]; readonly notes: readonly Note[] },
  mask: RunMask,
): readonly Lines[] {
  const told = (words: string) => `- ${plainText(mask.hide(words))}`;
  return [
    ...section("Could not be checked", problems.map(describeProblem).map(told)),
    ...section("Notes", notes.map(describeNote).map(told)),
  ];
}

type Lines = readonly string[];

const section = (title: string, [first, ...others]: Lines): readonly Lines[] =>
  first === undefined ? [] : [[`## ${title}`, "", first], ...others.map((line) => [line]), [""]];

function postLines({ post }: PostResult, blocks: readonly Block[], mask: Mask, nameOf: ClauseNames): readonly string[] {
  return [
    `## ${plainText(headingOf(post, mask))}`,
    "",
    ...metaLines(post, mask),
    ...blocks.flatMap((block) => blockLines(post, block, mask, nameOf)),
  ];
}

function headingOf(post: Post, mask: Mask): string {
  const place = mask.hide(describePlace(post.source));
  return post.named ? `${place} · ${mask.hide(post.id)}` : place;
}

/** `LinkedIn · Thursday 1 July 2027, 09:00 · Priya` */
function metaLines({ meta }: Post, mask: Mask): readonly string[] {
  const when = meta.publish_at === undefined ? null : sayMoment(meta.publish_at);
  const known = [
    meta.channel === undefined ? null : channelName(mask.hide(meta.channel)),
    when === null ? null : [when.long, when.time].filter((part) => part !== null).join(", "),
    meta.owner === undefined ? null : mask.hide(meta.owner),
  ].filter((part) => part !== null);
  return known.length === 0 ? [] : [plainText(known.join(" · ")), ""];
}

function blockLines(post: Post, block: Block, mask: Mask, nameOf: ClauseNames): readonly string[] {
  const { lead } = block;
  return [
    `### ${LEVEL_WORDS[lead.level]}: ${plainText(describeClause(lead, nameOf))}`,
    "",
    ...passageLines(post, block, mask),
    ...factsOf(block, mask).map(
      ({ passage, quoted, shows }) => `- ${quoted ? codeSpan(passage) : plainText(passage)}: ${plainText(shows)}`,
    ),
    ...sayingsOf(block).flatMap((saying, index) => sayingLines(index === 0 ? "Why" : "Also", saying, mask)),
    `- **Rule:** ${plainText(describeRules(block))}`,
    "",
  ];
}

function sayingLines(label: string, { finding, message, advice }: Saying, mask: Mask): readonly string[] {
  const told = (words: string) => plainText(mask.words(finding, words));
  return [
    ...(message === null ? [] : [`- **${label}:** ${told(message)}`]),
    ...(advice === null ? [] : [`- **Do:** ${told(advice)}`]),
    ...(finding.rewrite === null ? [] : [`- **Instead:** ${told(finding.rewrite)}`]),
  ];
}

/** Columns of an excerpt, so that a code block needs no scrolling in a pull request. */
const EXCERPT = 84;

/** The lines of the draft with the passage underlined, as at a terminal. */
function passageLines(post: Post, block: Block, mask: Mask): readonly string[] {
  return blockExcerpts(post, block, mask, EXCERPT).flatMap(({ field, excerpts, more }) => {
    const where = field === "text" ? [] : [`In the ${plainText(describeFieldOf(post, field))}:`, ""];
    if (excerpts.length === 0) return where;
    const shown = excerpts.flatMap(({ parts, underline }) => [
      parts
        .map(({ text }) => text)
        .join("")
        .trimEnd(),
      underline,
    ]);
    return [...where, ...codeBlock(more > 0 ? [...shown, `… and ${more} more`] : shown), ""];
  });
}

function suggestionLine(post: Post, block: Block, mask: Mask, nameOf: ClauseNames): string {
  const place = plainText(headingOf(post, mask));
  const told = sayingsOf(block).flatMap(({ finding, message, advice }) =>
    [message, advice].flatMap((words) => (words === null ? [] : [plainText(mask.words(finding, words))])),
  );
  return `- **${place}** (${plainText(describeClause(block.lead, nameOf))}): ${told.join(" ")}`;
}

function suppressedLine(post: Post, finding: Finding, mask: Mask): string {
  const name = [finding.clause, finding.rule].filter((part) => part !== null).join(" ");
  return `- **${plainText(headingOf(post, mask))}** ${plainText(`${name}: ${letStand(finding.suppressed!, mask)}`)}`;
}

const closingLines = ({ tool, ruleset }: RunHead): readonly string[] => [
  "---",
  "",
  `Judged by postlint ${plainText(tool.version)} with the rule set ${plainText(`${ruleset.name} ${ruleset.version}`)}` +
    ` (${plainText(ruleset.digest.slice(0, "sha256:".length + 12))}). Images and what links lead to were not looked at.` +
    " A finding is a possible breach: a person decides.",
];

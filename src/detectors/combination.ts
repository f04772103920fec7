import { once } from "../model/once.ts";
import { allSentences, type Document, type Sentence } from "../prepare/document.ts";
import { together } from "./all.ts";
import { anyClue, clueCost, type Detector, type Finder, type FindSpec, type Sighting } from "./detector.ts";
import { allowsFact, type FactTable, factTableOf } from "./fact-table.ts";
import type { PostReading } from "./post-reading.ts";
import { wantsOf, wantsOfAny } from "./wants.ts";

export interface FactSpec {
  readonly name: string;
  readonly points: number;
  readonly required?: boolean;
  readonly find: FindSpec;
}

interface Fact extends FactSpec {
  readonly finder: Finder;
}

export interface CombinationSpec {
  readonly combination: { readonly facts: readonly FactSpec[]; readonly at_least: number };
  readonly within?: "post" | "sentence";
}

export const combination = {
  describe: "Weighted facts that identify or accuse only together.",
  restsOnWords: true,
  shape: (z, find) => ({
    combination: z.strictObject({
      facts: z
        .array(
          z.strictObject({
            name: z.string().min(1).describe("What the fact shows, as the report names it: an exact age."),
            points: z.number().int().describe("What it adds; below zero for what takes doubt away."),
            required: z.boolean().optional().describe("Without it nothing is found."),
            find,
          }),
        )
        .min(2),
      at_least: z.number().int().min(1).describe("The points that make a finding."),
    }),
    within: z
      .enum(["post", "sentence"])
      .optional()
      .describe("Where the facts are counted together; post is the default."),
  }),
  compile: (spec: CombinationSpec, workshop): Finder => {
    const facts = spec.combination.facts.map((fact) => ({ ...fact, finder: workshop.compile(fact.find) }));
    const needed = once(() => neededOf(facts, spec.combination.at_least));
    const inPost = spec.within !== "sentence";
    const ranked = mostTellingFirst(facts);
    const table = once(() => factTableOf(ranked.map(({ finder }) => wantsOf(finder))));
    const total = (document: Document, sentences: readonly Sentence[]) => {
      const possible = workshop.shortcuts
        ? possibleOf(ranked, table(), spec.combination.at_least, workshop.postReading(document))
        : { facts: ranked, stillToGain: Number.POSITIVE_INFINITY };
      return possible === null ? [] : combined(possible, spec.combination.at_least, document, sentences);
    };
    return {
      clue: once(() => anyClue(needed().map(({ finder }) => finder.clue()))),
      wide: inPost,
      says: `facts that add up to ${spec.combination.at_least} points or more`,
      parts: facts.map(({ finder, ...fact }) => ({ ...finder, says: `${sayFact(fact)}: ${finder.says}` })),
      wants: () => wantsOfAny(needed().map(({ finder }) => wantsOf(finder))),
      demand: () => ({
        facts: facts.map(({ finder, points, required = false }) => ({ wants: wantsOf(finder), points, required })),
        atLeast: spec.combination.at_least,
      }),
      find: inPost
        ? (document) => total(document, allSentences(document))
        : (document, sentences) => sentences.flatMap((sentence) => total(document, [sentence])),
    };
  },
  parts: (spec: CombinationSpec) => spec.combination.facts.map(({ find }) => find),
} satisfies Detector;

const sayFact = ({ name, points, required }: Omit<FactSpec, "find">) =>
  `${name}, ${points} ${Math.abs(points) === 1 ? "point" : "points"}${required ? " and required" : ""}`;

/** A required fact if there is one; else those without which the rest can't reach the sum. One of them must show. */
function neededOf(facts: readonly Fact[], atLeast: number): readonly Fact[] {
  const cheapestFirst = facts.toSorted((a, b) => clueCost(a.finder.clue()) - clueCost(b.finder.clue()));
  const required = cheapestFirst.find((fact) => fact.required);
  if (required !== undefined) return [required];
  let rest = 0;
  const needed: Fact[] = [];
  for (const fact of cheapestFirst.toReversed()) {
    if (fact.points <= 0) continue;
    if (rest + fact.points < atLeast) rest += fact.points;
    else needed.push(fact);
  }
  return needed;
}

/** The look ends as soon as the rest can't reach the sum any more. */
function combined(possible: Possible, atLeast: number, document: Document, sentences: readonly Sentence[]): Sighting[] {
  let points = 0;
  let { stillToGain } = possible;
  const seen: { readonly sighting: Sighting; readonly points: number }[] = [];
  for (const fact of possible.facts) {
    if (points + stillToGain < atLeast) return [];
    stillToGain -= Math.max(0, fact.points);
    const sighting = fact.finder.find(document, sentences)[0];
    if (sighting === undefined) {
      if (fact.required) return [];
      continue;
    }
    points += fact.points;
    if (fact.points > 0) {
      seen.push({ sighting: { ...sighting, shows: factSeen(fact, sighting) }, points: fact.points });
    }
  }
  if (points < atLeast) return [];
  return [together(densestFirst(seen), seen.map(({ sighting }) => sighting.shows).join(", "))];
}

interface Possible {
  /** As `mostTellingFirst` has them. */
  readonly facts: readonly Fact[];
  /** The points that they can add together. */
  readonly stillToGain: number;
}

/** Its facts that a post allows; null where these can't reach the sum, or a required one is not among them. */
function possibleOf(facts: readonly Fact[], table: FactTable, atLeast: number, post: PostReading): Possible | null {
  let stillToGain = 0;
  const possible: Fact[] = [];
  for (const [at, fact] of facts.entries()) {
    if (allowsFact(table, at, post.signs, post.bits)) {
      possible.push(fact);
      stillToGain += Math.max(0, fact.points);
    } else if (fact.required) return null;
  }
  return stillToGain < atLeast ? null : { facts: possible, stillToGain };
}

/** The passage says the rest, where there is one. */
const factSeen = ({ name }: Fact, sighting: Sighting) =>
  sighting.sentence === null ? `${name}: ${sighting.shows}` : name;

/** What is required comes first, then what weighs most, and what takes doubt away last. */
const mostTellingFirst = (facts: readonly Fact[]): readonly Fact[] =>
  facts.toSorted((a, b) => Number(b.required ?? false) - Number(a.required ?? false) || b.points - a.points);

/** The facts of the sentence that says most come first, so that the finding points there. */
function densestFirst(seen: readonly { readonly sighting: Sighting; readonly points: number }[]): readonly Sighting[] {
  const weight = new Map<Sentence | null, number>();
  for (const { sighting, points } of seen) weight.set(sighting.sentence, (weight.get(sighting.sentence) ?? 0) + points);
  return seen
    .map(({ sighting }) => sighting)
    .toSorted((a, b) => weight.get(b.sentence)! - weight.get(a.sentence)! || a.start - b.start);
}

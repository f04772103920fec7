import type { Opinion } from "../learned/resemblance.ts";
import { STRENGTHS, type Strength } from "../model/likeness.ts";
import type { PreparedCopy } from "../prepare/document.ts";
import { type Detector, type Finder, NEVER, type Sighting } from "./detector.ts";

/** The levels that a resemblance may have: it is never sure enough for an error. */
const LEVELS = ["warning", "suggestion"] as const;

export interface ResemblesSpec {
  readonly resembles: {
    readonly clause: string;
    readonly levels: Readonly<Partial<Record<Strength, (typeof LEVELS)[number]>>>;
    readonly doubts?: boolean;
  };
}

export const resembles = {
  describe:
    "A post that resembles those which people marked as breaching a clause, as a small model learned it from them.",
  restsOnWords: true,
  shape: (z, _find, known) => ({
    resembles: z
      .strictObject({
        clause: z
          .string()
          .refine((clause) => known.learnedClauses.includes(clause), {
            error:
              known.learnedClauses.length === 0
                ? "the rule set has no learned model beside it (a file such as second-opinion.model.json)"
                : `expected a clause that the learned model knows: ${known.learnedClauses.join(", ")}`,
          })
          .describe("A clause that the model beside the rules was trained on."),
        levels: z
          .strictObject(Object.fromEntries(STRENGTHS.map((strength) => [strength, z.enum(LEVELS).optional()])))
          .describe("The level of a likely resemblance and of a hint of one; without a level it is not reported."),
        doubts: z
          .boolean()
          .optional()
          .describe(
            "true: warnings of the rules beside the model that are not certain, rest on words alone and cite this clause are suggestions only, where a post is altogether unlike those that breach. false: never, where a rule touches this clause.",
          ),
      })
      .describe("A learned resemblance to breaches of a clause."),
  }),
  compile: ({ resembles: { clause, levels } }: ResemblesSpec, workshop): Finder => {
    const faintest = levels.hint === undefined ? "likely" : "hint";
    return {
      clue: () => ({ ...NEVER, signs: [faintest === "likely" ? "resemblance" : "faint-resemblance"] }),
      wide: true,
      says: `a resemblance to posts that breach ${clause}`,
      parts: [],
      find: (document) => {
        const opinion = workshop.resemblance()?.opinionOf(document, faintest) ?? null;
        if (opinion === null || !opinion.clauses.includes(clause)) return [];
        const level = levels[opinion.strength];
        return level === undefined ? [] : [{ ...sightingOf(opinion), level, confidence: opinion.strength }];
      },
    };
  },
} satisfies Detector;

function sightingOf({ evidence, strength }: Opinion): Sighting {
  const { sentence, telling } = evidence();
  const { field } = sentence.in;
  const place = { sentence, field, start: sentence.start, end: sentence.end };
  const words = telling.map(({ first, end }) => `“${wordsBetween(sentence.in, first, end)}”`);
  const weighing = words.length === 0 ? "" : `; what weighs most: ${words.join(", ")}`;
  const strong = strength === "likely" ? "a strong resemblance" : "a faint resemblance";
  return { ...place, shows: `${strong}${weighing}`, parts: [] };
}

const wordsBetween = ({ plain, words }: PreparedCopy, first: number, end: number): string =>
  plain.text.slice(words[first]!.start, words[end - 1]!.end).replace(/\s+/g, " ");

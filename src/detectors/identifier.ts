import type { PreparedCopy, Sentence } from "../prepare/document.ts";
import { remembered } from "../prepare/remembered.ts";
import { type Clue, type Detector, type Finder, NEVER, type Sighting } from "./detector.ts";
import type { IdentifierHit, IdentifierKind } from "./identifiers/identifier-kind.ts";
import { identifiers } from "./identifiers/index.ts";
import { seenIn } from "./sentences.ts";
import { digitsIn, signOfDigits } from "./signs.ts";
import { type Wants, wantsOfAny } from "./wants.ts";

const kinds: Readonly<Record<string, IdentifierKind>> = identifiers;

export const identifier = {
  describe: "A number or name that belongs to one person or one door: each with its own check.",
  restsOnWords: false,
  shape: (z) => {
    const name = z.enum(Object.keys(kinds) as [string, ...string[]]);
    return {
      identifier: z.union([name, z.array(name).min(1)]).describe("The kind of identifier, or a list of kinds."),
    };
  },
  compile: (spec: { readonly identifier: string | readonly string[] }): Finder => {
    const names = [spec.identifier].flat() as string[];
    return {
      clue: () => clueOf(names.map((name) => kinds[name]!.needs)),
      wide: false,
      says: names.map((name) => kinds[name]!.describe).join("; "),
      parts: [],
      wants: () => wantsOfAny(names.map((name) => wantsOfKind(kinds[name]!))),
      find: (_document, sentences) =>
        seenIn(sentences, (sentence) => names.flatMap((name) => sightingsIn(sentence, name))),
    };
  },
} satisfies Detector;

const wantsOfKind = ({ needs, digits = 0 }: IdentifierKind): Wants | null =>
  needs === "any" ? null : [{ signs: [needs === "digit" ? signOfDigits(digits) : needs], needs: [] }];

function clueOf(needs: readonly IdentifierKind["needs"][]): Clue {
  return {
    ...NEVER,
    signs: [...new Set(needs.flatMap((need) => (need === "any" ? [] : [need])))],
    always: needs.includes("any"),
  };
}

const NONE: readonly IdentifierHit[] = [];

/** By kind. A copy is searched once for each; its sentences share what was found. */
const hitsIn: Readonly<Record<string, (copy: PreparedCopy) => readonly IdentifierHit[]>> = Object.fromEntries(
  Object.entries(kinds).map(([name, { digits = 0, find }]) => [
    name,
    remembered((copy: PreparedCopy) => (digitsIn(copy) < digits ? NONE : find(copy.plain.text))),
  ]),
);

function sightingsIn(sentence: Sentence, name: string): Sighting[] {
  const { field } = sentence.in;
  return hitsIn[name]!(sentence.in)
    .filter((hit) => sentence.start <= hit.start && hit.start < sentence.end)
    .map(({ start, end, shows }) => ({ sentence, field, start, end, shows, parts: [] }));
}

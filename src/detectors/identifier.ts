import type { PreparedCopy, Sentence } from "../prepare/document.ts";
import { type Clue, type Detector, type Finder, NEVER, type Sighting } from "./detector.ts";
import type { IdentifierHit, IdentifierKind } from "./identifiers/identifier-kind.ts";
import { identifiers } from "./identifiers/index.ts";
import { seenIn } from "./sentences.ts";

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
      find: (_document, sentences) =>
        seenIn(sentences, (sentence) => names.flatMap((name) => sightingsIn(sentence, name))),
    };
  },
} satisfies Detector;

function clueOf(needs: readonly IdentifierKind["needs"][]): Clue {
  return {
    ...NEVER,
    signs: [...new Set(needs.flatMap((need) => (need === "any" ? [] : [need])))],
    always: needs.includes("any"),
  };
}

const NONE: readonly IdentifierHit[] = [];

function digitsIn({ known, plain }: PreparedCopy): number {
  let digits = known.get(digitsIn) as number | undefined;
  if (digits === undefined) {
    digits = plain.text.match(/\d/g)?.length ?? 0;
    known.set(digitsIn, digits);
  }
  return digits;
}

/** A copy is searched once for a kind; its sentences share what was found. */
function sightingsIn(sentence: Sentence, name: string): Sighting[] {
  const { known, plain, field } = sentence.in;
  let hits = known.get(name) as readonly IdentifierHit[] | undefined;
  if (hits === undefined) {
    const { digits = 0, find } = kinds[name]!;
    hits = digitsIn(sentence.in) < digits ? NONE : find(plain.text);
    known.set(name, hits);
  }
  return hits
    .filter((hit) => sentence.start <= hit.start && hit.start < sentence.end)
    .map(({ start, end, shows }) => ({ sentence, field, start, end, shows, parts: [] }));
}

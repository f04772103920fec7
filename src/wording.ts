import type { Finder, FindSpec } from "./detectors/detector.ts";
import { type Item, parsePhrase } from "./detectors/phrase/template.ts";
import { contexts } from "./prepare/contexts/index.ts";
import type { Vocabulary } from "./rules/ruleset.ts";

/** A find in plain words, with the finds that it is made of. */
export interface Said {
  /** How its parts come together: one is enough, each is needed, or their weights add up. */
  readonly joins: "any" | "all" | "weights" | null;
  readonly says: string;
  readonly parts: readonly Said[];
  readonly finder: Finder;
  /** What it adds to the sum of the find that it is a part of; 0 where nothing is summed. */
  readonly weight: number;
  /** The sum that its parts have to reach; 0 where nothing is summed. */
  readonly needs: number;
}

export type Vocabularies = ReadonlyMap<string, Vocabulary>;

/** What a find looks for, for someone who reads no code. `finder` is the one that was made of it. */
export function sayFind(spec: FindSpec, finder: Finder, vocabularies: Vocabularies): Said {
  const say = (inner: FindSpec, part: Finder | undefined) => sayFind(inner, part ?? finder, vocabularies);
  const said = (says: string, parts: readonly Said[] = [], joins: Said["joins"] = null): Said => ({
    joins,
    says: says + exceptIn(spec, vocabularies),
    parts,
    finder,
    weight: 0,
    needs: 0,
  });
  if (typeof spec === "string") return said(sayContext(spec));
  if (spec.any !== undefined)
    return said(
      "one of these",
      (spec.any as FindSpec[]).map((inner, at) => say(inner, finder.parts[at])),
      "any",
    );
  if (spec.all !== undefined) {
    const where = sayWithin(spec.within ?? "sentence");
    return said(
      `all of these, ${where}`,
      (spec.all as FindSpec[]).map((inner, at) => say(inner, finder.parts[at])),
      "all",
    );
  }
  if (spec.near !== undefined) {
    const {
      within = "sentence",
      side,
      ...inner
    } = (typeof spec.near === "string" ? {} : spec.near) as { within?: string; side?: string };
    const part = say(typeof spec.near === "string" ? spec.near : (inner as FindSpec), finder);
    const which = side === "before" || side === "after" ? ` ${side} it` : "";
    return { ...part, says: `${part.says}, ${sayWithin(within)}${which}`, finder };
  }
  if (spec.absence !== undefined) {
    const part = say(spec.absence as FindSpec, finder.parts[0]);
    return said(`that this is missing: ${part.says}`, part.parts);
  }
  if (spec.combination !== undefined) {
    const { facts, at_least } = spec.combination as {
      facts: { name: string; points: number; required?: boolean; find: FindSpec }[];
      at_least: number;
    };
    const sum = said(
      `signs that together weigh ${at_least} or more`,
      facts.map(({ name, points, required, find }, at) => {
        const part = say(find, finder.parts[at]);
        const weight = points < 0 ? `takes away ${-points}` : `weighs ${points}`;
        return {
          ...part,
          weight: points,
          says: `${name} (${weight}${required ? ", and has to be there" : ""}): ${part.says}`,
        };
      }),
      "weights",
    );
    return { ...sum, needs: at_least };
  }
  return said(sayWords(spec, finder, vocabularies));
}

function sayWords(spec: Exclude<FindSpec, string>, finder: Finder, vocabularies: Vocabularies): string {
  const disguised = spec.disguised === true || spec.disguised === "only" ? ", in disguise too (sh1t, f**k)" : "";
  if (spec.terms !== undefined) return `${oneOf((spec.terms as string[]).map(plainTerm))}${disguised}`;
  if (spec.vocabulary !== undefined) {
    const names = [spec.vocabulary].flat() as string[];
    return `${names.map((name) => sayVocabulary(name, vocabularies)).join("; or ")}${disguised}`;
  }
  if (spec.phrase !== undefined)
    return oneOf(
      ([spec.phrase].flat() as string[]).map((template) => sayItems(parsePhrase(template))),
      3,
    );
  if (spec.pattern !== undefined) return `text of a certain form (the pattern ${shortened(String(spec.pattern), 60)})`;
  return finder.says;
}

/** What clears this find alone. */
function exceptIn(spec: FindSpec, vocabularies: Vocabularies): string {
  if (typeof spec === "string" || spec.unless === undefined) return "";
  const except = (spec.unless as FindSpec[]).map((inner) => sayFind(inner, NOTHING, vocabularies).says);
  return `; except for ${except.join("; or ")}`;
}

/** Stands where only the words of a find are wanted. */
const NOTHING: Finder = {
  clue: () => ({ hints: [], signs: [], always: false }),
  wide: false,
  says: "something",
  parts: [],
  find: () => [],
};

function sayContext(name: string): string {
  const { describe } = (contexts as Readonly<Record<string, { readonly describe: string }>>)[name]!;
  const first = describe.split(/(?<=[.:])\s/u)[0]!.replace(/[.:]$/u, "");
  return `words that are ${name} (${first.charAt(0).toLowerCase()}${first.slice(1)})`;
}

function sayVocabulary(name: string, vocabularies: Vocabularies): string {
  const words = vocabularies.get(name)?.words ?? [];
  const samples = words.slice(0, 4).map((word) => `“${plainTerm(word)}”`);
  const more = words.length > samples.length ? ` … ${words.length} in all` : "";
  return `a word of the list ${name} (${samples.join(", ")}${more})`;
}

const plainTerm = (term: string): string => term.replace(/^=/u, "");

function oneOf(all: readonly string[], most = 8): string {
  const shown = all.slice(0, most).map((each) => `“${each}”`);
  const more = all.length - shown.length;
  return `${shown.join(" or ")}${more > 0 ? `, or one of ${more} more` : ""}`;
}

/** `‹name› is/seems … ‹belittling-word›` */
const sayItems = (items: readonly Item[]): string =>
  items
    .map((item) => (item.optional ? `(${sayItem(item)})` : sayItem(item)))
    .join(" ")
    .replace(/ … …/gu, " …");

function sayItem(item: Item): string {
  switch (item.kind) {
    case "word":
      return plainTerm(item.text);
    case "vocabulary":
      return `‹${item.name}›`;
    case "class":
      return `‹${item.name === "any" ? "any word" : item.name}›`;
    case "gap":
      return "…";
    case "choice": {
      const choices = item.choices.map(sayItems);
      return choices.length > 4 ? `${choices.slice(0, 3).join("/")}/etc.` : choices.join("/");
    }
    default:
      return item satisfies never;
  }
}

function sayWithin(within: unknown): string {
  if (within === "post") return "anywhere in the post";
  if (within === "sentence" || within === "clause") return `in one ${within}`;
  return `within ${String(within)}`;
}

const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most)}…`);

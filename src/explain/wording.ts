import { type Finder, type FindSpec, NEVER } from "../detectors/detector.ts";
import { type Item, parsePhrase } from "../detectors/phrase/template.ts";
import { contexts } from "../prepare/contexts/index.ts";
import type { Vocabulary } from "../rules/ruleset.ts";

/** A find in plain words, with the finds that it is made of. */
export interface Said {
  /** How its parts come together: one is enough, each is needed, or their weights add up. */
  readonly joins: "any" | "all" | "weights" | null;
  readonly says: string;
  /** The same in few words, behind what was seen of it; empty where that says all. */
  readonly brief: string;
  /** `such as “red”`, for what is not seen; empty where `brief` says enough. */
  readonly such: string;
  /** What the rule calls it, where it has a name there; else empty. */
  readonly name: string;
  /** `in one sentence`, where all of its parts are needed; else empty. */
  readonly where: string;
  readonly parts: readonly Said[];
  readonly finder: Finder;
  /** What it adds to the sum of the find that it is a part of; 0 where nothing is summed. */
  readonly weight: number;
  /** Without it the sum does not count. */
  readonly isRequired: boolean;
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
    ...briefly(spec, finder, vocabularies),
    name: "",
    where: "",
    parts,
    finder,
    weight: 0,
    isRequired: false,
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
    const parts = (spec.all as FindSpec[]).map((inner, at) => say(inner, finder.parts[at]));
    return { ...said(`all of these, ${where}`, parts, "all"), where };
  }
  if (spec.near !== undefined) {
    const {
      within = "sentence",
      side,
      ...inner
    } = (typeof spec.near === "string" ? {} : spec.near) as { within?: string; side?: string };
    const part = say(typeof spec.near === "string" ? spec.near : (inner as FindSpec), finder);
    const which = side === "before" || side === "after" ? ` ${side} it` : "";
    const where = within === "sentence" ? "" : ` (${sayWithin(within)}${which})`;
    return { ...part, says: `${part.says}, ${sayWithin(within)}${which}`, brief: part.brief + where, finder };
  }
  if (spec.absence !== undefined) {
    const part = say(spec.absence as FindSpec, finder.parts[0]);
    return { ...said(`that this is missing: ${part.says}`, part.parts), brief: "which should be here", such: "" };
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
          isRequired: required === true,
          name,
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

/** How a trace calls a find: what was seen of it stands before `brief`. */
function briefly(spec: FindSpec, finder: Finder, vocabularies: Vocabularies): Pick<Said, "brief" | "such"> {
  if (typeof spec === "string") return { brief: contextDescribed(spec), such: "" };
  const among = (what: string, all: readonly string[]) =>
    all.length === 1
      ? { brief: "", such: `“${all[0]}”` }
      : { brief: `one of its ${all.length} ${what}`, such: suchAs(all) };
  if (spec.terms !== undefined) return among("words and phrases", (spec.terms as string[]).map(plainTerm));
  if (spec.phrase !== undefined)
    return among(
      "turns of phrase",
      ([spec.phrase].flat() as string[]).map((template) => sayItems(parsePhrase(template))),
    );
  if (spec.vocabulary !== undefined) {
    const names = [spec.vocabulary].flat() as string[];
    const words = names.flatMap((name) => vocabularies.get(name)?.words ?? []).map(plainTerm);
    const lists =
      names.length === 1 ? `the list ${names[0]}` : `the lists ${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
    return { brief: `a word of ${lists}`, such: suchAs(words) };
  }
  if (spec.pattern !== undefined) return { brief: "text of a certain form", such: "" };
  if (spec.identifier !== undefined || spec.date !== undefined) return { brief: "", such: withoutDetail(finder.says) };
  if (spec.meta !== undefined) return { brief: finder.says, such: "" };
  return { brief: "", such: finder.says };
}

const suchAs = (all: readonly string[]): string => `such as ${oneOf(all.slice(0, 2))}`;

/** `an NHS number, or a Health and Care number of Northern Ireland`: without what makes it one. */
const withoutDetail = (says: string): string =>
  says
    .split("; ")
    .map((each) => each.split(": ")[0]!.replace(/^(An?|The) /u, (article) => article.toLowerCase()))
    .join("; ");

function contextDescribed(name: string): string {
  const { describe } = (contexts as Readonly<Record<string, { readonly describe: string }>>)[name]!;
  const first = describe.split(/(?<=[.:])\s/u)[0]!.replace(/[.:]$/u, "");
  return `${name}: ${first.charAt(0).toLowerCase()}${first.slice(1)}`;
}

/** What clears this find alone. */
function exceptIn(spec: FindSpec, vocabularies: Vocabularies): string {
  if (typeof spec === "string" || spec.unless === undefined) return "";
  const except = spec.unless.map((inner) => sayFind(inner, NOTHING, vocabularies).says);
  return `; except for ${except.join("; or ")}`;
}

/** Stands where only the words of a find are wanted. */
const NOTHING: Finder = {
  clue: () => NEVER,
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

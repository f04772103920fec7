import { CONTACT } from "./contacts.ts";
import { nearestName } from "./nearest.ts";
import { type ParsedFile, placeIn } from "./parsed-file.ts";
import type { RuleProblem } from "./problem.ts";
import type { Position } from "./ruleset.ts";
import type { PackFile, PolicyFile } from "./schema.ts";

/** A pack that was read. */
export interface Pack {
  readonly file: ParsedFile;
  readonly rules: PackFile;
}

/** What the packs of a rule set may name. */
export interface Names {
  readonly clauses: readonly string[];
  readonly contacts: readonly string[];
}

/** Clauses that the policy of this file has twice. */
export function clausesTwice(head: ParsedFile, { policy }: PolicyFile): readonly RuleProblem[] {
  return repeats(
    "clause",
    (policy?.clauses ?? []).map(({ id }, index) => ({ id, at: placeIn(head, ["policy", "clauses", index, "id"]) })),
  );
}

/** Rules that have the id of one in the set that is extended and do not say so, or say so and have not. */
export function mistakesInReplacing(packs: readonly Pack[], base: BaseRules): readonly RuleProblem[] {
  return packs.flatMap(({ file, rules }) =>
    rules.flatMap(({ id, replaces = false }, index): readonly RuleProblem[] => {
      if (base.ids.includes(id) === replaces) return [];
      const detail = replaces ? replacesNone(id, base) : replacesUnsaid(id, base);
      return [{ kind: "extends", detail, at: placeIn(file, [index, replaces ? "replaces" : "id"]) }];
    }),
  );
}

/** The rules that a rule set takes from the one it extends; none where it extends none. */
export interface BaseRules {
  readonly name: string | null;
  readonly ids: readonly string[];
}

const replacesUnsaid = (id: string, { name }: BaseRules): string =>
  `${name} has a rule ${id} too; if this one is to take its place, write replaces: true, else give it another id`;

function replacesNone(id: string, { name, ids }: BaseRules): string {
  if (name === null) return `${id} replaces nothing, as this rule set extends none; take replaces out`;
  const near = nearestName(id, ids);
  return `${name} has no rule ${id} that could be replaced; ${near === null ? "take replaces out" : `did you mean ${near}?`}`;
}

/** Ids given twice, clauses that the policy has not, contacts that no one is. */
export function mistakesInNames(packs: readonly Pack[], names: Names): readonly RuleProblem[] {
  const placed = packs.flatMap(({ file, rules }) =>
    rules.map((rule, index) => ({
      rule,
      id: rule.id,
      at: placeIn(file, [index, "id"]),
      place: (...path: PropertyKey[]) => placeIn(file, [index, ...path]),
    })),
  );
  return [
    ...repeats("rule", placed),
    ...placed.flatMap(({ rule, place }) => [
      ...rule.clauses.flatMap((clause, number) => unknownClause(clause, names, place("clauses", number))),
      ...(["message", "advice"] as const).flatMap((key) => unknownContacts(key, rule[key], names, place(key))),
    ]),
  ];
}

function repeats(
  what: "rule" | "clause",
  named: readonly { readonly id: string; readonly at: Position }[],
): RuleProblem[] {
  const places = new Map<string, Position>();
  return named.flatMap(({ id, at }) => {
    const first = places.get(id);
    if (first !== undefined) return [{ kind: "twice" as const, what, id, first, at }];
    places.set(id, at);
    return [];
  });
}

function unknownClause(clause: string, { clauses }: Names, at: Position): readonly RuleProblem[] {
  if (clauses.includes(clause)) return [];
  return [{ kind: "unknown-clause", of: "the policy", clause, nearest: nearestName(clause, clauses), at }];
}

function unknownContacts(
  key: "message" | "advice",
  text: string,
  { contacts }: Names,
  at: Position,
): readonly RuleProblem[] {
  const unknown = [...text.matchAll(CONTACT)]
    .map(([, contact]) => contact!)
    .filter((contact) => !contacts.includes(contact));
  return unknown.map((contact) => ({
    kind: "unknown-contact",
    where: key,
    contact,
    nearest: nearestName(contact, contacts),
    known: contacts,
    at,
  }));
}

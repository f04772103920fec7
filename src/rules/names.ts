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

import { LEVELS, type Level } from "../../model/rule.ts";

/** What findings can be narrowed by. */
export const FACETS = ["clause", "channel", "level", "owner"] as const;
export type Facet = (typeof FACETS)[number];

/** A value of a facet. */
export interface Choice {
  /** Short, safe in an attribute and a selector: `clause-3`. */
  readonly token: string;
  /** As in the findings; null where a post has none. */
  readonly value: string | null;
}

/** Gives each value that occurs a token, so that nothing of a draft ever stands in a selector. */
export interface Facets {
  token(facet: Facet, value: string | null): string;
  /** The tokens of a finding. */
  ofFinding(finding: Cited): string;
  /** All tokens of a post: its own and those of its findings, also in pairs of clause and level. */
  ofPost(post: { readonly channel: string | null; readonly owner: string | null }, findings: readonly Cited[]): string;
  /** In the order in which they came, levels from the gravest on. */
  choices(facet: Facet): readonly Choice[];
}

interface Cited {
  readonly clause: string | null;
  readonly level: Level;
}

export function facets(): Facets {
  const tokens = new Map<Facet, Map<string | null, string>>(FACETS.map((facet) => [facet, new Map()]));
  const token = (facet: Facet, value: string | null): string => {
    const known = tokens.get(facet)!;
    const name = known.get(value) ?? `${facet}-${known.size + 1}`;
    known.set(value, name);
    return name;
  };
  for (const level of LEVELS.toReversed()) token("level", level);
  const both = ({ clause, level }: Cited) => [token("clause", clause), token("level", level)] as const;
  return {
    token,
    ofFinding: (finding) => both(finding).join(" "),
    ofPost({ channel, owner }, findings) {
      const own = [token("channel", channel), token("owner", owner)];
      const cited = findings.flatMap((finding) => [...both(finding), pair(...both(finding))]);
      return [...new Set([...own, ...cited])].join(" ");
    },
    choices: (facet) => Array.from(tokens.get(facet)!, ([value, name]) => ({ token: name, value })),
  };
}

/** The token of a post that has a finding with both. */
export const pair = (clause: string, level: string): string => `${clause}-${level}`;

/** What a new rule is made of before its owner fills it in. */
export interface Scaffold {
  readonly id: string;
  /** Null for good practice, which cites none. */
  readonly clause: string | null;
  /** A name that advice may use; null where the rule set has no contacts. */
  readonly contact: string | null;
}

/**
 * A rule that loads and finds what its examples say, with TODO wherever its owner has to decide. The words are made of its own name,
 * so that no two begun rules find each other's examples.
 */
export function scaffoldOf({ id, clause, contact }: Scaffold): string {
  const words = scaffoldWords(id);
  return `- id: ${id}
  clauses: [${clause ?? ""}]${clause === null ? "" : "          # the first is cited; two more may be touched"}
  level: ${clause === null ? "suggestion" : "warning"}             # error: do not publish; warning: ask someone; suggestion: could be better
  confidence: likely         # certain, likely or hint
  message: '"{match}" TODO: say in a sentence why these words may ${clause === null ? "do harm" : `breach ${clause}`}.'
  advice: TODO, say what to write instead${contact === null ? "" : `, or ask {contact.${contact}}`}.
  find:
    terms:                   # TODO: words and phrases, found in all their usual forms
      - ${words}
  unless: [instructed]       # does not count where people are told not to do it
  examples:
    breach:                  # TODO: two drafts or more that it has to find, [[ ]] around the passage
      - A draft that says [[${words}]] and more
      - "[[${capitalised(words)}]]: another draft"
    fine:                    # TODO: two drafts or more that come close and are in order
      - A draft that says nothing of the kind
      - Never post ${words}
`;
}

const capitalised = (words: string): string => words.replace(/^./u, (first) => first.toUpperCase());

/** The lines of a text, 1-based, on which something is still to be decided. */
export const todoLines = (text: string): readonly { readonly line: number; readonly says: string }[] =>
  text
    .split("\n")
    .map((written, index) => ({ line: index + 1, says: written.trim() }))
    .filter(({ says }) => /\btodo\b/iu.test(says));

/** What a scaffold looks for until its owner says what: its own name, which nobody writes. */
export const scaffoldWords = (id: string): string => `todo ${id.replace(/[/-]/g, " ")}`;

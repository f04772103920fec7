/** `a, b and c`. */
export const allOf = (words: readonly string[]): string => joined(words, "and");

/** `a, b or c`. */
export const anyOf = (words: readonly string[]): string => joined(words, "or");

/** The first of them, and how many more there are. */
export function firstOf(words: readonly string[]): string {
  const first = words.slice(0, MOST_NAMED).join(", ");
  return words.length > MOST_NAMED ? `${first} and ${words.length - MOST_NAMED} more` : first;
}

const MOST_NAMED = 5;

const joined = (words: readonly string[], link: string): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${link} ${words.at(-1)}`;

/** `a, b and c`. */
export const allOf = (words: readonly string[]): string => joined(words, "and");

/** `a, b or c`. */
export const anyOf = (words: readonly string[]): string => joined(words, "or");

const joined = (words: readonly string[], link: string): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${link} ${words.at(-1)}`;

/** `privacy` of `privacy/home-address`. */
export const subjectOf = (id: string): string => id.slice(0, id.indexOf("/"));

/** All rules of a subject, as a person writes it: `privacy/*`. */
export const isSubject = (choice: string): boolean => choice.endsWith("/*");

/** The subjects of rules, as a person writes them, in the order of their first rules. */
export const subjectsOf = (ids: readonly string[]): readonly string[] => [...new Set(ids.map(wholeSubject))];

/** Whether a choice takes in a rule: by its id, by its subject or, as `*`, with all others. */
export const isChosen = (id: string, choice: string): boolean => choicesOf(id).includes(choice);

/** What is said of a rule: for its id, or else for its subject, or else for all. */
export function saidOf<Said>(id: string, said: Readonly<Record<string, Said>>): Said | undefined {
  const choice = choicesOf(id).find((choice) => Object.hasOwn(said, choice));
  return choice === undefined ? undefined : said[choice];
}

/** The most particular first. */
const choicesOf = (id: string): readonly string[] => [id, wholeSubject(id), "*"];

const wholeSubject = (id: string): string => `${subjectOf(id)}/*`;

/** The words of a list that is written as a text: apart from each other by spaces and ends of lines. */
export const wordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

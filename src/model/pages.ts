/** The names of the reference pages, relative to their folder: what `postlint docs` writes and reports link to. They never change. */
export const rulePageName = (rule: string): string => `rules/${rule}.html`;
export const clausePageName = (clause: string): string => `clauses/${clause}.html`;

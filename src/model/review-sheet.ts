/** What the first cell of the sheet begins with that lists what was found, in a workbook that was handed back. By it the sheet is known again. */
export const REVIEW_TITLE = "postlint: what was found in ";

/** The first headings of that list, in a row below. */
export const REVIEW_HEADINGS = ["Sheet", "Cell", "Channel"] as const;

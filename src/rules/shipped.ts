/** The rule set that postlint ships with and uses where nobody names another: a folder under `rules/` of the package. */
export const SHIPPED = "hee-social-media";

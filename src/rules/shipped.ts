/** The rule set that postlint ships with and uses where nobody names another: a folder under `rules/` of the package. */
export const SHIPPED = "hee-social-media";

/** A clause and a rule of it, for the help, which is shown before any rule set is read. */
export const FOR_EXAMPLE = { clause: "M3.3", rule: "confidential/nhs-number" } as const;
